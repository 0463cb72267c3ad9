/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Transaction } from 'kysely'
import type { Database } from '../platform/database.ts'
import type { Tables } from '../platform/tables.ts'

import questionnaire from '@emancipasso/shared/data/questionnaire.json' with { type: 'json' }
import solutions from '@emancipasso/shared/data/solutions.json' with { type: 'json' }
import { publicProvider } from '@emancipasso/shared/directory/public-provider'
import { vocabularies } from '@emancipasso/shared/vocabulary/vocabularies'
import { DirectoryStore } from './directory-store.ts'
import { lockPacks, publishPack } from './pack-store.ts'

/**
 * Publishes the directory as it stands in this transaction: the listed providers, as anyone may see them.
 *
 * @param transaction that changed providers
 * @return the newest version of the pack
 */
export async function publishDirectory(transaction: Transaction<Tables>): Promise<string> {
	await lockPacks(transaction)
	const providers = await new DirectoryStore(transaction).listed()
	return await publishPack(transaction, 'directory', { providers: providers.map(publicProvider) })
}

/**
 * Publishes every pack whose content this release or the database changed. Call it at each start, before serving.
 *
 * @param database to publish in
 */
export async function publishPacks(database: Pick<Database, 'kysely'>): Promise<void> {
	await database.kysely.transaction().execute(async (transaction) => {
		await publishPack(transaction, 'questionnaire', questionnaire)
		await publishPack(transaction, 'solutions', solutions)
		await publishPack(transaction, 'vocabularies', { vocabularies })
		await publishDirectory(transaction)
	})
}
