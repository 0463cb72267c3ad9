/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Database } from '../platform/database.ts'
import type { Tables } from '../platform/tables.ts'
import type { InstanceState } from './tables.ts'

import { randomUUID } from 'node:crypto'
import { recordSuspension } from '../community/suspension.ts'
import { hashToken, makeToken } from './token.ts'

const VALID_TOKENS = 2

/** An instance as the operator sees it. */
export interface Instance {
	id: string
	name: string
	nextcloudId: string | null
	state: InstanceState
	/** First characters of its tokens, the newest first. */
	tokens: string[]
	/** Plain day, or null when it never called. */
	lastSeenOn: string | null
}

/** The instances and their tokens. */
export class InstanceStore {
	readonly #database: Pick<Database, 'kysely'>

	constructor(database: Pick<Database, 'kysely'>) {
		this.#database = database
	}

	/**
	 * Adds an instance.
	 *
	 * @param name for the operator
	 * @return its id, and its token, which cannot be read again
	 */
	async add(name: string): Promise<{ id: string, token: string }> {
		const id = randomUUID()
		const { token, hash, prefix } = makeToken()
		await this.#database.kysely.transaction().execute(async (transaction) => {
			await transaction.insertInto('instance').values({ id, name }).execute()
			await transaction.insertInto('instance_token').values({ hash, prefix, instance_id: id }).execute()
		})
		return { id, token }
	}

	/** All of them, by name. */
	async list(): Promise<Instance[]> {
		const instances = await this.#database.kysely.selectFrom('instance').selectAll().orderBy('name').orderBy('id').execute()
		const tokens = await this.#database.kysely.selectFrom('instance_token').select(['instance_id', 'prefix']).orderBy('created_at', 'desc').execute()
		const byInstance = Map.groupBy(tokens, (token) => token.instance_id)
		return instances.map((row) => ({
			id: row.id,
			name: row.name,
			nextcloudId: row.nextcloud_id,
			state: row.state,
			tokens: (byInstance.get(row.id) ?? []).map((token) => token.prefix),
			lastSeenOn: row.last_seen_on,
		}))
	}

	/**
	 * Gives an instance a new token; the one before it stays valid, older ones end.
	 *
	 * @param id of the instance
	 * @return the token, which cannot be read again
	 */
	async rotate(id: string): Promise<string> {
		const { token, hash, prefix } = makeToken()
		await this.#database.kysely.transaction().execute(async (transaction) => {
			// Two rotations at once must not end each other's tokens.
			await transaction.selectFrom('instance').select('id').where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
			await transaction.insertInto('instance_token').values({ hash, prefix, instance_id: id }).execute()
			await keepNewest(transaction, id, VALID_TOKENS)
		})
		return token
	}

	/**
	 * Ends every token of an instance but the newest.
	 *
	 * @param id of the instance
	 */
	async endOlderTokens(id: string): Promise<void> {
		await keepNewest(this.#database.kysely, id, 1)
	}

	/**
	 * Suspends, resumes or revokes an instance. A revoked one keeps its tokens only to be told so, and never comes back.
	 *
	 * @param id of the instance
	 * @param state to bring it to
	 * @return whether it was brought there; a revoked one is not
	 */
	async setState(id: string, state: InstanceState): Promise<boolean> {
		return await this.#database.kysely.transaction().execute(async (transaction) => {
			const result = await transaction.updateTable('instance').set({ state })
				.where('id', '=', id).where('state', '!=', 'revoked').executeTakeFirst()
			await recordSuspension(transaction, id)
			return result.numUpdatedRows > 0n
		})
	}

	/**
	 * Frees an instance from the Nextcloud it is bound to, for one that was moved to a new server on purpose.
	 *
	 * @param id of the instance
	 */
	async unbind(id: string): Promise<void> {
		await this.#database.kysely.updateTable('instance').set({ nextcloud_id: null }).where('id', '=', id).execute()
	}

	/**
	 * Finds whose token this is.
	 *
	 * @param token as it was sent
	 */
	async byToken(token: string) {
		return await this.#database.kysely.selectFrom('instance_token').innerJoin('instance', 'instance.id', 'instance_token.instance_id')
			.select(['instance.id', 'instance.name', 'instance.nextcloud_id', 'instance.state', 'instance.last_seen_on'])
			.where('instance_token.hash', '=', hashToken(token)).executeTakeFirst()
	}

	/**
	 * Binds an instance to the first Nextcloud that uses its token.
	 *
	 * @param id of the instance
	 * @param nextcloudId that it says it is
	 * @return which one it is bound to, should another have come first
	 */
	async bind(id: string, nextcloudId: string): Promise<string | null> {
		await this.#database.kysely.updateTable('instance').set({ nextcloud_id: nextcloudId })
			.where('id', '=', id).where('nextcloud_id', 'is', null).execute()
		const row = await this.#database.kysely.selectFrom('instance').select('nextcloud_id').where('id', '=', id).executeTakeFirst()
		return row?.nextcloud_id ?? null
	}

	/**
	 * Notes that an instance called.
	 *
	 * @param id of the instance
	 * @param day plain day
	 */
	async seen(id: string, day: string): Promise<void> {
		await this.#database.kysely.updateTable('instance').set({ last_seen_on: day }).where('id', '=', id).execute()
	}
}

/**
 * @param kysely the database or a transaction
 * @param id of the instance
 * @param count of tokens that stay valid
 */
async function keepNewest(kysely: Kysely<Tables>, id: string, count: number): Promise<void> {
	await kysely.deleteFrom('instance_token').where('instance_id', '=', id)
		.where('hash', 'not in', (query) => query.selectFrom('instance_token').select('hash')
			.where('instance_id', '=', id).orderBy('created_at', 'desc').limit(count)).execute()
}
