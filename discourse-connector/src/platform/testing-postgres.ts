/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TestDatabase } from './testing.ts'

import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { migrations } from '../schema.ts'
import { openServer } from './database-server.ts'
import { migrate } from './migrations.ts'
import { findPostgres } from './testing-cluster.ts'

/** Whether a PostgreSQL server can be used or started for tests. */
export function postgresAvailable(): boolean {
	return Boolean(process.env.TEST_POSTGRES_URL) || findPostgres() !== undefined
}

/**
 * A new database with every table. Closing it drops it.
 *
 * @param server URL of the server to make it on
 */
export async function testPostgres(server: string): Promise<TestDatabase> {
	const name = `emancipasso_test_${randomBytes(6).toString('hex')}`
	await administer(server, `create database "${name}"`)
	const url = new URL(server)
	url.pathname = name
	const database = await openServer(url.href)
	await migrate(database, migrations)
	return {
		...database,
		url: url.href,
		async close() {
			await database.close()
			await administer(server, `drop database "${name}" with (force)`)
		},
	}
}

/**
 * Runs one statement outside the test's database.
 *
 * @param url of the server
 * @param statement to run
 */
async function administer(url: string, statement: string): Promise<void> {
	const client = new Client({ connectionString: url })
	await client.connect()
	try {
		await client.query(statement)
	} finally {
		await client.end()
	}
}
