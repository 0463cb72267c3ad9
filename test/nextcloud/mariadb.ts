/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ChildProcess } from 'node:child_process'

import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const program = '/usr/sbin/mariadbd'

/** What makes tests quick, and loses data when the power fails. */
const careless = ['--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=0', '--sync-binlog=0']

/** Whether Debian's MariaDB is on this machine. */
export function mariadbAvailable(): boolean {
	return existsSync(program)
}

/** A server that runs, and that only the files of this user lead to. */
export interface Mariadb {
	/** Path of its socket; `root` needs no password there. */
	socket: string
	/** Stops it and removes its files. */
	stop(): Promise<void>
}

/**
 * Starts a MariaDB server of the test's own, which listens on a socket and no port.
 *
 * @throws {Error} when it does not start
 */
export async function startMariadb(): Promise<Mariadb> {
	const folder = mkdtempSync(join(tmpdir(), 'emancipasso-mariadb-'))
	const [data, socket, log] = [join(folder, 'data'), join(folder, 'socket'), join(folder, 'log')]
	// Neither program runs as root unless it is told so; the folder is closed to all others.
	const common = ['--no-defaults', `--datadir=${data}`, ...process.getuid?.() === 0 ? ['--user=root'] : []]
	execFileSync('mariadb-install-db', [...common, '--auth-root-authentication-method=normal', '--skip-test-db'], { stdio: 'pipe' })
	const server = spawn(program, [...common, `--socket=${socket}`, '--skip-networking', `--log-error=${log}`, ...careless], { stdio: 'ignore' })
	const killed = () => server.kill('SIGKILL')
	process.once('exit', killed)
	const stop = async () => {
		process.off('exit', killed)
		await end(server)
		rmSync(folder, { recursive: true, force: true })
	}
	try {
		await answer(server, socket)
	} catch (error) {
		const said = existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : ''
		await stop()
		throw new Error(`MariaDB did not start: ${said}`, { cause: error })
	}
	return { socket, stop }
}

async function end(server: ChildProcess): Promise<void> {
	if (server.exitCode === null && server.signalCode === null) {
		const ended = once(server, 'exit')
		server.kill('SIGKILL')
		await ended
	}
}

/**
 * Waits until the server answers.
 *
 * @param server that was started
 * @param socket of it
 */
async function answer(server: ChildProcess, socket: string): Promise<void> {
	const deadline = Date.now() + 20_000
	while (spawnSync('mariadb-admin', ['--no-defaults', '--user=root', `--socket=${socket}`, 'ping']).status !== 0) {
		if (Date.now() > deadline || server.exitCode !== null) {
			throw new Error('It does not answer.')
		}
		await wait(50)
	}
}
