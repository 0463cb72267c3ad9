/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from './database.ts'

import { sql } from 'kysely'

const PATIENCE_MILLISECONDS = 2_000

/**
 * Whether the database answers soon.
 *
 * @param database to ask
 */
export async function answers(database: Database): Promise<boolean> {
	const { promise: tooLate, resolve } = Promise.withResolvers<false>()
	const timer = setTimeout(() => resolve(false), PATIENCE_MILLISECONDS)
	try {
		return await Promise.race([sql`select 1`.execute(database.kysely).then(() => true, () => false), tooLate])
	} finally {
		clearTimeout(timer)
	}
}
