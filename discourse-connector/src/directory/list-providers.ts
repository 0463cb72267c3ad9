/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from '../platform/database.ts'

import { DirectoryStore } from './directory-store.ts'
import { publishDirectory } from './packs.ts'

/** What became of providers that were to be listed, by id. */
export interface Listing {
	listed: string[]
	already: string[]
	unknown: string[]
	/** They asked to be left out for good. */
	withdrawn: string[]
}

/**
 * Shows providers to the public, in a new version of the directory.
 *
 * @param database where they are
 * @param ids of providers
 */
export async function listProviders(database: Pick<Database, 'kysely'>, ids: readonly string[]): Promise<Listing> {
	return await database.kysely.transaction().execute(async (transaction) => {
		const store = new DirectoryStore(transaction)
		const stored = await store.byIds(ids)
		const result: Listing = { listed: [], already: [], unknown: [], withdrawn: [] }
		for (const id of new Set(ids)) {
			const provider = stored.get(id)
			const outcome = !provider ? 'unknown' : provider.document === null || provider.status === 'withdrawn' ? 'withdrawn' : provider.status === 'listed' ? 'already' : 'listed'
			result[outcome].push(id)
		}
		await store.setStatus(result.listed, 'listed')
		await publishDirectory(transaction)
		return result
	})
}
