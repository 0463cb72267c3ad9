/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Transaction } from 'kysely'
import type { Database } from '../platform/database.ts'
import type { Tables } from '../platform/tables.ts'

import { publicProvider } from '@emancipasso/shared/directory/public-provider'
import { staticPacks } from '@emancipasso/shared/packs/static-packs'
import { createHash } from 'node:crypto'
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
	const providers = (await new DirectoryStore(transaction).listed()).map(publicProvider)
	const content = JSON.stringify(providers)
	return await publishPack(transaction, 'directory', content, (number) => {
		const version = `${number}-${createHash('sha256').update(content).digest('hex').slice(0, 8)}`
		return { version, text: JSON.stringify({ name: 'directory', version, providers }) }
	})
}

/**
 * Publishes every pack whose content this release or the database changed. Call it at each start, before serving.
 *
 * @param database to publish in
 */
export async function publishPacks(database: Pick<Database, 'kysely'>): Promise<void> {
	await database.kysely.transaction().execute(async (transaction) => {
		for (const { name, version, text, createdAt } of staticPacks()) {
			await publishPack(transaction, name, text, () => ({ version, text, createdAt }))
		}
		await publishDirectory(transaction)
	})
}
