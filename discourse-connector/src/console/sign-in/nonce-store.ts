/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from '../../platform/database.ts'

import { sql } from 'kysely'
import { hashOf, makeSecret } from '../session/secret.ts'

/** How long somebody may take to sign in on the forum. */
export const NONCE_SECONDS = 600

/** Numbers that the forum repeats, each good for one sign-in. */
export class NonceStore {
	readonly #database: Pick<Database, 'kysely'>

	constructor(database: Pick<Database, 'kysely'>) {
		this.#database = database
	}

	/**
	 * Makes one, and forgets those that ran out.
	 *
	 * @param back where to go after the sign-in, below the console
	 */
	async make(back: string): Promise<string> {
		const nonce = makeSecret()
		await this.#database.kysely.deleteFrom('console_nonce').where('expires_at', '<', sql<Date>`now()`).execute()
		await this.#database.kysely.insertInto('console_nonce').values({ hash: hashOf(nonce), back, expires_at: sql<Date>`now() + make_interval(secs => ${NONCE_SECONDS})` }).execute()
		return nonce
	}

	/**
	 * Uses one up.
	 *
	 * @param nonce as it came back
	 * @return where to go; undefined when it was used, ran out or never was
	 */
	async use(nonce: string): Promise<string | undefined> {
		const row = await this.#database.kysely.deleteFrom('console_nonce').where('hash', '=', hashOf(nonce))
			.returning(['back', sql<boolean>`expires_at > now()`.as('is_valid')]).executeTakeFirst()
		return row?.is_valid === true ? row.back : undefined
	}
}
