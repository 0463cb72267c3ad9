/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PackName } from '@emancipasso/shared/contract/connector-input'

import { generateUrl } from '@nextcloud/router'
import { t } from '../l10n.ts'
import { OcsError } from '../ocs.ts'
import { useStart } from '../shell/use-start.ts'

const loaded = new Map<string, Promise<unknown>>()

/**
 * A pack of reference data from the cloud's own copy, fetched once per page.
 *
 * @param name which pack
 * @param version the newest when left out
 * @throws {OcsError} when the copy cannot be read
 */
export function loadPack<Pack>(name: PackName, version = newest(name)): Promise<Pack> {
	const address = generateUrl('/apps/emancipasso/packs/{name}/{version}', { name, version: version ?? '' })
	const known = loaded.get(address)
	if (known) {
		return known as Promise<Pack>
	}
	const pack = version === undefined ? Promise.reject(missing(404)) : read<Pack>(address)
	loaded.set(address, pack)
	// A failure is tried again the next time.
	pack.catch(() => loaded.delete(address))
	return pack
}

/**
 * Whether this cloud has any copy of a pack.
 *
 * @param name which pack
 */
export function hasPack(name: PackName): boolean {
	return newest(name) !== undefined
}

/**
 * A pack, or `null` where this cloud does not have it; without a network nobody knows.
 *
 * @param pack being loaded
 * @throws {OcsError} when it cannot be read now
 */
export async function ifThere<Pack>(pack: Promise<Pack>): Promise<Pack | null> {
	try {
		return await pack
	} catch (error) {
		if (error instanceof OcsError && error.status === 404) {
			return null
		}
		throw error
	}
}

async function read<Pack>(address: string): Promise<Pack> {
	const response = await fetch(address, { headers: { Accept: 'application/json' }, credentials: 'same-origin' }).catch(() => {
		throw new OcsError(0, t('No network. Check the connection and try again; what you wrote stays in this tab.'))
	})
	if (!response.ok) {
		throw missing(response.status)
	}
	return await response.json() as Pack
}

function newest(name: PackName): string | undefined {
	return useStart().start.value?.packs.find((copy) => copy.name === name)?.version
}

function missing(status: number): OcsError {
	return new OcsError(status, t('The reference data of the app cannot be read on this server. Tell your administrator.'))
}
