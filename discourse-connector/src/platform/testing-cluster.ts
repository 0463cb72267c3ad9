/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

/** Folder of the newest PostgreSQL that Debian installed, if any. */
export function findPostgres(): string | undefined {
	return globSync('/usr/lib/postgresql/*/bin').filter((folder) => existsSync(join(folder, 'initdb')))
		.sort((a, b) => Number(a.split('/')[4]) - Number(b.split('/')[4])).at(-1)
}

/** What makes tests quick, and loses data when the power fails. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** A server that runs. */
export interface Cluster {
	url: string
	pid: number
	/** Stops it and removes its files. */
	stop(): Promise<void>
	/** Kills it as a crash would, and starts it again on the same files and port. What it had not written down is lost unless it is durable. */
	crash(): Promise<void>
}

/**
 * Starts a PostgreSQL server of the test's own on a free port of loopback.
 *
 * @param options how
 * @param options.durable true to take as much care of each commit as a real one does
 * @throws {Error} when there is no PostgreSQL, see {@link findPostgres}
 */
export async function startCluster({ durable = false } = {}): Promise<Cluster> {
	const programs = findPostgres()
	if (!programs) {
		throw new Error('There is no PostgreSQL in /usr/lib/postgresql.')
	}
	const folder = mkdtempSync(join(tmpdir(), 'emancipasso-postgres-'))
	// initdb refuses root, so root lends the folder to the user that Debian made.
	const user = process.getuid?.() === 0 ? { uid: numberOf('-u'), gid: numberOf('-g') } : {}
	if (user.uid !== undefined && user.gid !== undefined) {
		chownSync(folder, user.uid, user.gid)
	}
	const data = join(folder, 'data')
	execFileSync(join(programs, 'initdb'), ['--pgdata', data, '--username', 'test', '--auth', 'trust', '--no-sync', '--encoding', 'UTF8', '--locale', 'C.UTF-8'], { ...user, cwd: folder, stdio: 'pipe' })
	const port = await freePort()
	const settings = [...durable ? [] : careless, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'max_connections=100', 'timezone=UTC']
	const url = `postgres://test@127.0.0.1:${port}/postgres`
	const start = async () => {
		const started = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], { ...user, cwd: folder, stdio: 'ignore' })
		await answer(url)
		return started
	}
	let server = await start()
	const killed = () => server.kill('SIGQUIT')
	process.once('exit', killed)
	const end = async (signal: NodeJS.Signals) => {
		const { promise, resolve } = Promise.withResolvers<void>()
		server.once('exit', () => resolve())
		server.kill(signal)
		await promise
	}
	return {
		url,
		pid: server.pid ?? 0,
		async stop() {
			process.off('exit', killed)
			await end('SIGINT')
			rmSync(folder, { recursive: true, force: true })
		},
		async crash() {
			await end('SIGQUIT')
			server = await start()
		},
	}
}

/**
 * The number of the user or group that Debian made.
 *
 * @param flag of `id`
 */
function numberOf(flag: '-u' | '-g'): number {
	return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
}

/** A port of loopback that nothing listens on. */
async function freePort(): Promise<number> {
	const { promise, resolve, reject } = Promise.withResolvers<number>()
	const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
		const address = server.address()
		server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
	})
	return await promise
}

/**
 * Waits until the server answers.
 *
 * @param url of the server
 */
async function answer(url: string): Promise<void> {
	const deadline = Date.now() + 20_000
	for (;;) {
		const client = new Client({ connectionString: url })
		try {
			await client.connect()
			await client.end()
			return
		} catch (error) {
			if (Date.now() > deadline) {
				throw error
			}
			await new Promise((resolve) => setTimeout(resolve, 50))
		}
	}
}
