/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

import { openEmbedded } from './database-embedded.ts'
import { openServer } from './database-server.ts'

/** The part of the configuration that says where the data is. */
export interface DatabaseConfiguration {
	/** A PostgreSQL URL; without it the data is in an embedded database. */
	databaseUrl?: string | undefined
	/** Most connections to the server at once; 10 unless said otherwise. */
	databaseConnections?: number
	/** How long the server lets a process that says nothing hold locks; 30 unless said otherwise. */
	leaseSeconds?: number
	/** Where the embedded database keeps its files. */
	dataDirectory: string
}

/** The one door to the data. Everything that needs it is handed this or a transaction, never a driver. */
export interface Database {
	readonly kind: 'pglite' | 'postgres'
	readonly kysely: Kysely<Tables>
	/**
	 * Calls back after every commit that notified the channel, and once after a lost connection came back.
	 *
	 * @return stops listening
	 */
	listen(channel: string, onNotification: () => void): Promise<() => Promise<void>>
	close(): Promise<void>
}

/**
 * Opens the PostgreSQL server that the configuration names, or the embedded database in the data directory.
 * A bigint is a number in both: ours stay below 2^53. JSON columns take `JSON.stringify(…)` in both.
 *
 * @param configuration where the data is
 * @throws {StartError} in words, when the data cannot be opened or another process has it
 */
export async function openDatabase(configuration: DatabaseConfiguration): Promise<Database> {
	return configuration.databaseUrl
		? await openServer(configuration.databaseUrl, { connections: configuration.databaseConnections, leaseSeconds: configuration.leaseSeconds })
		: await openEmbedded(configuration.dataDirectory)
}
