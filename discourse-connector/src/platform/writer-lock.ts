/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { DatabaseSync } from 'node:sqlite'
import { DatabaseInUse } from './start-error.ts'

/**
 * Holds a file for this process until it is released or the process ends, however it ends: the lock is the
 * kernel's, on an SQLite file in exclusive mode, so a killed process leaves nothing to clean up.
 *
 * @param file made when it is missing
 * @return releases the lock
 * @throws {DatabaseInUse} when another process holds it
 */
export function lockForWriting(file: string): () => void {
	const holder = new DatabaseSync(file, { timeout: 0 })
	try {
		holder.exec('pragma locking_mode = exclusive; begin exclusive; create table if not exists held (since text); commit')
	} catch {
		holder.close()
		throw new DatabaseInUse(`Another process uses the data beside ${file}. Only one may: stop it first, or give this one its own DATA_DIRECTORY, or use PostgreSQL (DATABASE_URL), which several processes share.`)
	}
	return () => holder.close()
}
