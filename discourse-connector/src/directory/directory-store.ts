/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Provider } from '@emancipasso/shared/directory/provider'
import type { ProviderStatus } from '@emancipasso/shared/vocabulary/provider-statuses'
import type { Kysely } from 'kysely'
import type { Tables } from '../platform/tables.ts'

import { sql } from 'kysely'

/** A provider as it stands; its document is null once it was withdrawn. */
export interface StoredProvider {
	id: string
	name: string
	status: ProviderStatus
	document: Provider | null
}

/** The providers. It works on the database or inside a transaction. */
export class DirectoryStore {
	readonly #kysely: Kysely<Tables>

	constructor(kysely: Kysely<Tables>) {
		this.#kysely = kysely
	}

	/**
	 * Those of a list of ids that exist.
	 *
	 * @param ids of providers
	 */
	async byIds(ids: readonly string[]): Promise<Map<string, StoredProvider>> {
		const rows = ids.length === 0
			? []
			: await this.#kysely.selectFrom('provider').select(['id', 'name', 'status', 'document']).where('id', 'in', [...ids]).execute()
		return new Map(rows.map((row) => [row.id, withStatus(row)]))
	}

	/** The listed ones, by id. */
	async listed(): Promise<Provider[]> {
		const rows = await this.#kysely.selectFrom('provider').select(['id', 'name', 'status', 'document'])
			.where('status', '=', 'listed').orderBy(sql`id collate "C"`).execute()
		return rows.map(withStatus).flatMap(({ document }) => document === null ? [] : [document])
	}

	/**
	 * Ids, names and statuses, by status and name.
	 *
	 * @param status only these
	 */
	async overview(status?: ProviderStatus): Promise<Omit<StoredProvider, 'document'>[]> {
		const query = this.#kysely.selectFrom('provider').select(['id', 'name', 'status']).orderBy('status').orderBy('name').orderBy('id')
		return await (status === undefined ? query : query.where('status', '=', status)).execute()
	}

	/**
	 * Adds providers, or replaces those that have the same id.
	 *
	 * @param providers each id once
	 */
	async save(providers: readonly Provider[]): Promise<void> {
		if (providers.length === 0) {
			return
		}
		await this.#kysely.insertInto('provider').values(providers.map((provider) => ({
			id: provider.id,
			source_id: provider.source.id,
			name: provider.name,
			status: provider.status,
			document: JSON.stringify(provider),
		}))).onConflict((conflict) => conflict.column('id').doUpdateSet((row) => ({
			source_id: row.ref('excluded.source_id'),
			name: row.ref('excluded.name'),
			status: row.ref('excluded.status'),
			document: row.ref('excluded.document'),
			updated_at: sql`now()`,
		}))).execute()
	}

	/**
	 * Brings providers to a status.
	 *
	 * @param ids of providers
	 * @param status to bring them to
	 */
	async setStatus(ids: readonly string[], status: ProviderStatus): Promise<void> {
		if (ids.length > 0) {
			await this.#kysely.updateTable('provider').set({ status, updated_at: sql`now()` }).where('id', 'in', [...ids]).execute()
		}
	}

	/**
	 * Forgets all of providers but their ids.
	 *
	 * @param ids of providers
	 */
	async forget(ids: readonly string[]): Promise<void> {
		if (ids.length > 0) {
			await this.#kysely.updateTable('provider').set({ status: 'withdrawn', name: '', document: null, updated_at: sql`now()` }).where('id', 'in', [...ids]).execute()
		}
	}
}

/**
 * @param row of the table
 */
function withStatus(row: StoredProvider): StoredProvider {
	return { ...row, document: row.document && { ...row.document, status: row.status } }
}
