/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from '../platform/database.ts'

import { fileURLToPath } from 'node:url'
import { importDirectory } from './import/import-directory.ts'
import { listProviders } from './list-providers.ts'

/**
 * Fills an empty directory with the invented providers that show how it works, and lists them. Doing it again changes nothing.
 *
 * @param database to write to
 */
export async function loadExampleProviders(database: Pick<Database, 'kysely'>): Promise<void> {
	const path = fileURLToPath(import.meta.resolve('@emancipasso/shared/data/example-providers.json'))
	const { added, updated, unchanged } = await importDirectory(database, path, { as: 'json', source: 'exemple' })
	await listProviders(database, [...added, ...updated, ...unchanged])
}
