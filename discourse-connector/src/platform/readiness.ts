/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from './database.ts'

import { sql } from 'kysely'
import { inTime } from './in-time.ts'

const PATIENCE_MILLISECONDS = 2_000

/**
 * Whether the database answers soon.
 *
 * @param database to ask
 */
export async function answers(database: Database): Promise<boolean> {
	return await inTime(sql`select 1`.execute(database.kysely).then(() => true, () => false), PATIENCE_MILLISECONDS, false)
}
