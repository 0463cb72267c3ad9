/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ChildProcess } from 'node:child_process'
import type { DatabaseKind } from './databases.ts'
import type { PersonId } from './people.ts'

import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort } from '../../demo/ports.ts'
import { packageApp } from '../../nextcloud-app/scripts/package.ts'
import { usualDatabase } from './databases.ts'
import { groups, people } from './people.ts'
import { signIn } from './session.ts'
import { copyNextcloud, findNextcloud } from './tree.ts'

const run = promisify(execFile)

export interface NextcloudOptions {
	/** A connector to join from the start. */
	connector?: { url: string, token: string }
	/** False to take the app's scripts as they were built before. */
	build?: boolean
	/** What it is installed on; SQLite unless NEXTCLOUD_DATABASE says otherwise. */
	database?: DatabaseKind
}

/** A real Nextcloud with the packaged app, of which nothing is left after `close`. */
export interface Nextcloud {
	/** Without a slash at the end. */
	url: string
	/** Folder of the server. */
	root: string
	people: typeof people
	/** Runs `occ` and gives back what it printed; an exit code other than 0 throws. */
	occ(...args: string[]): Promise<string>
	/** Joins it to a connector from the command line; gives back what was found. */
	connect(url: string, token: string, ...options: string[]): Promise<string>
	/** Headers of a signed-in person, whom the first call signs in. */
	headers(person: PersonId): Promise<Record<string, string>>
	/** The Nextcloud's own id, which a connector binds its token to. */
	instanceId(): Promise<string>
	/** Takes a group out of sight without a word, as when the app of its directory service is disabled. */
	hideGroup(group: string): Promise<void>
	/** Runs one of the app's background jobs now. */
	runJob(name?: 'FollowConnector' | 'RemindOwners'): Promise<void>
	/** Lines of the log that tell of something unexpected, at the level of a warning or above. */
	log(): { level: number, message: string, app: string }[]
	close(): Promise<void>
}

/** Quick and quiet: no network, no brakes on many requests from one address, no welcome in front of the page. */
const configuration = `<?php
$CONFIG = [
	'auth.bruteforce.protection.enabled' => false,
	'ratelimit.protection.enabled' => false,
	'has_internet_connection' => false,
	'appstoreenabled' => false,
	'updatechecker' => false,
	'trusted_domains' => ['127.0.0.1', 'localhost'],
	'loglevel' => 1,
	'default_language' => 'fr',
	'skeletondirectory' => '',
];
`

/** Warnings of a test server that say nothing about the app: files that a tree lacks, and the absence of a network. */
const expected = /Could not find resource|core-common|Trusted domain error|memcache|integrity|appstore|lookup/i

/**
 * Starts a real Nextcloud on a free port of this machine, with the packaged app enabled.
 *
 * @param options how
 * @throws {Error} where {@link findNextcloud} finds none, or when it does not start
 */
export async function startNextcloud(options: NextcloudOptions = {}): Promise<Nextcloud> {
	const tree = findNextcloud()
	if ('missing' in tree) {
		throw new Error(`A real Nextcloud cannot run here: ${tree.missing}.`)
	}
	const folder = mkdtempSync(join(tmpdir(), 'emancipasso-nextcloud-'))
	const root = join(folder, 'nextcloud')
	const occ = occIn(root)
	const database = await (options.database ?? usualDatabase()).open()
	try {
		const archive = packageApp({ build: options.build ?? false, archive: join(folder, 'emancipasso.tar.gz') })
		await copyNextcloud(tree.root, root)
		await occ('maintenance:install', ...database.options, `--admin-user=${people.admin.id}`, `--admin-pass=${people.admin.password}`, `--data-dir=${join(folder, 'data')}`)
		writeFileSync(join(root, 'config/test.config.php'), configuration)
		await run('php', [fileURLToPath(new URL('./provision.php', import.meta.url)), root, JSON.stringify({ groups, people: Object.values(people) })], { cwd: root })
		await installApp(root, occ, archive)
		const { url, server } = await serve(root, folder)
		const connect = async (address: string, token: string, ...options: string[]) => {
			const command = run('php', ['occ', '--no-interaction', 'emancipasso:connect', address, ...options], { cwd: root })
			command.child.stdin?.end(`${token}\n`)
			return (await command).stdout
		}
		if (options.connector !== undefined) {
			await connect(options.connector.url, options.connector.token)
		}
		return { url, root, people, occ, connect, ...calls(url, occ, folder), async hideGroup(group) {
			await run('php', [fileURLToPath(new URL('./hide-group.php', import.meta.url)), root, group], { cwd: root })
		}, async close() {
			await stop(server, folder)
			await database.close()
		} }
	} catch (error) {
		await database.close()
		rmSync(folder, { recursive: true, force: true })
		throw error
	}
}

/**
 * Runs `occ` of a server and gives back what it printed; an exit code other than 0 throws.
 *
 * @param root of the server
 */
export function occIn(root: string): Nextcloud['occ'] {
	return async (...args) => (await run('php', ['-d', 'memory_limit=512M', 'occ', '--no-interaction', ...args], { cwd: root, maxBuffer: 16 * 1024 * 1024 })).stdout
}

async function installApp(root: string, occ: Nextcloud['occ'], archive: string): Promise<void> {
	await run('tar', ['-xzf', archive, '-C', join(root, 'apps')])
	await occ('app:disable', 'firstrunwizard').catch(() => '')
	await occ('app:enable', 'emancipasso')
	await occ('config:app:set', 'emancipasso', 'jitterSeconds', '--type=integer', '--value=0')
}

/** PHP's own web server; its workers are processes of their own, ended together as one group. */
async function serve(root: string, folder: string): Promise<{ url: string, server: ChildProcess }> {
	const port = await freePort()
	const url = `http://127.0.0.1:${port}`
	const log = openSync(join(folder, 'php.log'), 'w')
	// The shell reads what we never write: when this process ends, however it ends, so do the server and its workers.
	const server = spawn('sh', ['-c', '"$@" & cat > /dev/null; kill -9 0', 'sh', 'php', '-d', 'memory_limit=512M', '-d', 'opcache.enable_cli=1', '-S', `127.0.0.1:${port}`, '-t', root], {
		cwd: root,
		detached: true,
		stdio: ['pipe', log, log],
		env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
	})
	closeSync(log)
	const deadline = Date.now() + 30_000
	for (;;) {
		const status = await fetch(`${url}/status.php`).then((response) => response.json(), () => null) as { installed?: boolean } | null
		if (status?.installed) {
			return { url, server }
		}
		if (Date.now() > deadline || server.exitCode !== null) {
			end(server)
			throw new Error(`The Nextcloud did not start: ${readFileSync(join(folder, 'php.log'), 'utf8').slice(-2000)}`)
		}
		await wait(50)
	}
}

function calls(url: string, occ: Nextcloud['occ'], folder: string): Pick<Nextcloud, 'headers' | 'instanceId' | 'runJob' | 'log'> {
	const sessions = new Map<PersonId, Promise<string>>()
	return {
		async headers(person) {
			const session = sessions.get(person) ?? signIn(url, people[person])
			sessions.set(person, session)
			return { Cookie: await session, 'OCS-APIRequest': 'true' }
		},
		instanceId: async () => (await occ('config:system:get', 'instanceid')).trim(),
		async runJob(name = 'FollowConnector') {
			const jobs = JSON.parse(await occ('background-job:list', `--class=OCA\\EmancipAsso\\BackgroundJob\\${name}`, '--output=json')) as { id: number | string }[]
			await occ('background-job:execute', '--force-execute', String(jobs[0]!.id))
		},
		log() {
			const file = join(folder, 'data/nextcloud.log')
			const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => line !== '') : []
			return lines.map((line) => JSON.parse(line) as { level: number, message: string, app: string }).filter(({ level, message }) => level >= 2 && !expected.test(message))
		},
	}
}

function end(server: ChildProcess): void {
	try {
		process.kill(-server.pid!, 'SIGKILL')
	} catch {
		// It has ended already.
	}
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
	if (server.exitCode === null && server.signalCode === null) {
		const ended = once(server, 'exit')
		end(server)
		await ended
	}
	rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
