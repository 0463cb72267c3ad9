/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PackCopy } from '@emancipasso/shared/contract/app-api'
import type { Connector } from './connector.ts'
import type { Store } from './store.ts'

import { PackVersion } from '@emancipasso/shared/contract/connector-input'
import { staticPacks } from '@emancipasso/shared/packs/static-packs'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Problem } from './problem.ts'

const List = z.object({ packs: z.array(PackVersion) })

/** The packs that come with the app, so that it works before any connector and without one. */
const bundled = staticPacks()

/**
 * What is known of the newest copies, without their bytes.
 *
 * @param store what is kept
 */
export function packCopies(store: Store): PackCopy[] {
	const shipped = bundled.map(({ name, version, checksum }) => ({ name, version, checksum, source: 'bundled' as const, copiedAt: null }))
	const copied = store.state.packs.map(({ name, version, checksum, copiedAt }) => ({ name, version, checksum, source: 'connector' as const, copiedAt }))
	return [...new Map<string, PackCopy>([...shipped, ...copied].map((copy) => [copy.name, copy])).values()]
}

/**
 * The text of one version; older ones stay for documents that were begun with them.
 *
 * @param store what is kept
 * @param name of the pack
 * @param version of the pack
 */
export function packText(store: Store, name: string, version: string): string | undefined {
	return [...store.state.packs, ...bundled].find((pack) => pack.name === name && pack.version === version)?.text
}

/**
 * Fetches the packs that are newer than the copies. A pack whose bytes are not the announced ones is left out:
 * the older copy stays.
 *
 * @param store what is kept
 * @param connector the way to the connector
 * @return whether none was left out
 * @throws {Problem} not-configured, connector-unreachable, connector-refused
 */
export async function refreshPacks(store: Store, connector: Connector): Promise<boolean> {
	const { json } = await connector.ask('GET', '/packs')
	const list = List.safeParse(json)
	if (!list.success) {
		throw new Problem('connector-unreachable')
	}
	let complete = true
	for (const { name, version, checksum } of list.data.packs) {
		if ([...store.state.packs, ...bundled].some((copy) => copy.name === name && copy.version === version && copy.checksum === checksum)) {
			continue
		}
		const { text } = await connector.ask('GET', `/packs/${name}/${version}`)
		if (`sha256-${createHash('sha256').update(text, 'utf8').digest('hex')}` === checksum) {
			const copy = { name, version, checksum, copiedAt: new Date().toISOString(), text }
			store.state.packs = [...store.state.packs.filter((other) => other.name !== name || other.version !== version), copy]
		} else {
			complete = false
		}
	}
	store.save()
	return complete
}

/**
 * Asks again for erasures that the connector did not hear.
 *
 * @param store what is kept
 * @param connector the way to the connector
 */
export async function repeatErasures(store: Store, connector: Connector): Promise<void> {
	for (const id of [...store.state.erasures]) {
		await connector.ask('DELETE', `/organisations/${id}`)
		store.state.erasures = store.state.erasures.filter((other) => other !== id)
		store.save()
	}
}
