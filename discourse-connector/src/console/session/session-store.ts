/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from '../../platform/database.ts'
import type { Notice } from '../tables.ts'

import { sql } from 'kysely'
import { hashOf, makeSecret } from './secret.ts'

const IDLE = sql`interval '8 hours'`
/** Somebody who is no moderator any more has to show it once a day. */
const LONGEST = sql`interval '24 hours'`

/** Who is signed in. */
export interface Session {
	hash: string
	/** The account on the forum, or `admin-token`. */
	who: string
	/** Belongs into each of its forms. */
	formToken: string
	/** What the last action came to. */
	notice: Notice | null
}

/** The sessions of the console. Only hashes are kept. */
export class SessionStore {
	readonly #database: Pick<Database, 'kysely'>

	constructor(database: Pick<Database, 'kysely'>) {
		this.#database = database
	}

	/**
	 * Begins a session, and forgets those that ended.
	 *
	 * @param who signed in
	 * @param credential hash of what let them in
	 * @return what the browser keeps
	 */
	async begin(who: string, credential: string): Promise<string> {
		const token = makeSecret()
		await this.#database.kysely.deleteFrom('console_session').where(sql<boolean>`(seen_at < now() - ${IDLE} or began_at < now() - ${LONGEST})`).execute()
		await this.#database.kysely.insertInto('console_session').values({ hash: hashOf(token), who, credential }).execute()
		return token
	}

	/**
	 * Whose session it is.
	 *
	 * @param token that the browser keeps
	 * @param credentials hashes of what lets people in now
	 * @return undefined when it ended
	 */
	async find(token: string, credentials: readonly string[]): Promise<Session | undefined> {
		const hash = hashOf(token)
		const row = await this.#database.kysely.selectFrom('console_session').select(['who', 'credential', 'notice', sql<boolean>`seen_at < now() - interval '1 minute'`.as('is_stale')])
			.where('hash', '=', hash).where(sql<boolean>`seen_at > now() - ${IDLE}`).where(sql<boolean>`began_at > now() - ${LONGEST}`)
			.executeTakeFirst()
		if (row === undefined || !credentials.includes(row.credential)) {
			return undefined
		}
		if (row.is_stale) {
			await this.#database.kysely.updateTable('console_session').set({ seen_at: sql<Date>`now()` }).where('hash', '=', hash).execute()
		}
		return { hash, who: row.who, formToken: hashOf(`form ${token}`), notice: row.notice }
	}

	/**
	 * Keeps what is to be said on the next page, or forgets what was said.
	 *
	 * @param session of the person
	 * @param notice null once it was said
	 */
	async keepNotice(session: Pick<Session, 'hash'>, notice: Notice | null): Promise<void> {
		await this.#database.kysely.updateTable('console_session').set({ notice: notice === null ? null : JSON.stringify(notice) }).where('hash', '=', session.hash).execute()
	}

	/**
	 * Ends a session.
	 *
	 * @param session of the person
	 */
	async end(session: Pick<Session, 'hash'>): Promise<void> {
		await this.#database.kysely.deleteFrom('console_session').where('hash', '=', session.hash).execute()
	}
}
