/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from '../../../discourse-connector/src/platform/database.ts'

import { embeddedDatabase, startPGlite } from '../../../discourse-connector/src/platform/database-embedded.ts'
import { openServer } from '../../../discourse-connector/src/platform/database-server.ts'
import { migrate } from '../../../discourse-connector/src/platform/migrations.ts'
import { startCluster } from '../../../discourse-connector/src/platform/testing-cluster.ts'
import { postgresAvailable } from '../../../discourse-connector/src/platform/testing-postgres.ts'
import { migrations } from '../../../discourse-connector/src/schema.ts'

/** A kind of database that can be opened here, with every table and empty. */
export interface Store {
	name: string
	open(): Promise<{ database: Database, close(): Promise<void> }>
}

const embedded: Store = {
	name: 'embedded database',
	async open() {
		const database = await embeddedDatabase(await startPGlite(undefined))
		await migrate(database, migrations)
		return { database, close: () => database.close() }
	},
}

const server: Store = {
	name: 'PostgreSQL',
	async open() {
		const { url, stop } = await startCluster()
		const database = await openServer(url)
		await migrate(database, migrations)
		return {
			database,
			close: async () => {
				await database.close()
				await stop()
			},
		}
	},
}

/** Both kinds where this machine has a server, and the embedded one alone where it has none. */
export const stores: readonly Store[] = postgresAvailable() ? [server, embedded] : [embedded]
