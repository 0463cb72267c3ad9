/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Database } from './database.ts'

import { randomBytes } from 'node:crypto'
import { Client, Pool, types } from 'pg'
import { StartError } from './start-error.ts'
import { GuardedKysely, GuardedPostgresDialect } from './transaction-guard.ts'

const BIGINT = 20
const RECONNECT_MILLISECONDS = 1_000

const numbers = {
	getTypeParser: ((oid: number, format?: 'text' | 'binary') => oid === BIGINT ? Number : types.getTypeParser(oid, format ?? 'text')) as typeof types.getTypeParser,
}

/**
 * @param url of a PostgreSQL server, 14 or newer
 * @param options how it is used
 * @param options.connections most at once
 * @param options.leaseSeconds how long a process that is paused in the middle of a transaction can keep the others waiting
 * @throws {StartError} when the server cannot be reached
 */
export async function openServer(url: string, { connections = 10, leaseSeconds = 30 }: { connections?: number | undefined, leaseSeconds?: number | undefined } = {}): Promise<Database> {
	const pool = new Pool({
		connectionString: url,
		max: connections,
		types: numbers,
		connectionTimeoutMillis: 10_000,
		statement_timeout: 30_000,
		idle_in_transaction_session_timeout: leaseSeconds * 1000,
		// Of its own, so that a command can tell whether others are here.
		application_name: `emancipasso-${randomBytes(6).toString('hex')}`,
	})
	// A connection that dies, idle or between two statements, must not end the process: the next statement opens another.
	pool.on('error', () => {})
	pool.on('connect', (client) => client.on('error', () => {}))
	try {
		(await pool.connect()).release()
	} catch (error) {
		await pool.end()
		throw new StartError(`The database in DATABASE_URL cannot be opened: ${error instanceof Error ? error.message : String(error)}. Check that it runs and that the user, password and name are right.`, { cause: error })
	}
	const kysely = new GuardedKysely(new GuardedPostgresDialect({ pool }))
	return {
		kind: 'postgres',
		kysely,
		listen: (channel, onNotification) => listen(url, channel, onNotification),
		async close() {
			await kysely.destroy()
			// Without a statement there was nothing to destroy.
			if (!pool.ended) {
				await pool.end()
			}
		},
	}
}

/**
 *
 * @param url of the server
 * @param channel a name
 * @param onNotification also called after each new connection
 */
async function listen(url: string, channel: string, onNotification: () => void): Promise<() => Promise<void>> {
	let client: Client | undefined
	let timer: NodeJS.Timeout | undefined
	let stopped = false
	await connect()
	return async () => {
		stopped = true
		clearTimeout(timer)
		await client?.end().catch(() => {})
	}

	/** Waits a moment and tries again, without end. */
	function connectAgain(): void {
		client = undefined
		if (!stopped) {
			timer = setTimeout(connect, RECONNECT_MILLISECONDS)
		}
	}

	/** Tries once. */
	async function connect(): Promise<void> {
		const next = new Client({ connectionString: url, keepAlive: true, application_name: 'emancipasso-listen' })
		next.on('error', () => {})
		next.on('notification', onNotification)
		try {
			await next.connect()
			await next.query(`listen "${channel}"`)
		} catch {
			next.end().catch(() => {})
			connectAgain()
			return
		}
		if (stopped) {
			await next.end()
			return
		}
		client = next
		next.once('end', connectAgain)
		// What was notified meanwhile is gone.
		onNotification()
	}
}
