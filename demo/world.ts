/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Program } from './program.ts'

import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { callAdminCommand } from '../discourse-connector/src/platform/admin-commands.ts'
import { startProgram } from './program.ts'

/** Secrets that the programs share; made once for a folder. */
interface Secrets {
	apiKey: string
	webhookSecret: string
	adminToken: string
	connectSecret: string
}

/** Where the three programs keep their data and listen, all on this machine only. */
export interface World {
	/** Must exist and be readable by its owner only. */
	folder: string
	ports: { connector: number, forum: number, preview: number }
	secrets: Secrets
	/** Added to the connector's environment. */
	connectorEnv?: Readonly<Record<string, string>>
}

const repository = fileURLToPath(new URL('..', import.meta.url))
const sources = {
	connector: `${repository}discourse-connector/src/main.ts`,
	command: `${repository}discourse-connector/src/command-line.ts`,
	forum: `${repository}discourse-connector/sandbox-forum/main.ts`,
	preview: `${repository}nextcloud-app/preview/main.ts`,
}

/**
 * The address of one of the programs.
 *
 * @param world of the program
 * @param program of the three
 */
export function addressOf(world: Pick<World, 'ports'>, program: keyof World['ports']): string {
	return `http://127.0.0.1:${world.ports[program]}`
}

/**
 * The secrets of a folder, made when it has none.
 *
 * @param folder of the world
 */
export function secretsOf(folder: string): Secrets {
	const file = join(folder, 'secrets.json')
	const secret = () => randomBytes(24).toString('base64url')
	const made = { apiKey: secret(), webhookSecret: secret(), adminToken: secret(), connectSecret: secret() }
	// One that an older release made lacks some.
	const secrets: Secrets = existsSync(file) ? { ...made, ...JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets> } : made
	writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 })
	return secrets
}

/**
 * Starts the sandbox forum, which tells the connector what happens on it.
 *
 * @param world to start it in
 */
export async function startForum(world: World): Promise<Program> {
	return await startProgram({
		name: { fr: 'Le forum d’exemple', en: 'The sandbox forum' },
		file: sources.forum,
		readyUrl: `${addressOf(world, 'forum')}/`,
		logFile: join(world.folder, 'forum.log'),
		env: {
			PORT: String(world.ports.forum),
			API_KEY: world.secrets.apiKey,
			WEBHOOK_URL: `${addressOf(world, 'connector')}/webhooks/discourse`,
			WEBHOOK_SECRET: world.secrets.webhookSecret,
			CONNECT_SECRETS: `127.0.0.1|${world.secrets.connectSecret}`,
			DATA_FILE: join(world.folder, 'forum.json'),
			// A test runner has a variable of this name for something else.
			BASE_URL: addressOf(world, 'forum'),
		},
	})
}

/**
 * Starts the connector on its embedded database, joined to the sandbox forum.
 *
 * @param world to start it in
 */
export async function startConnector(world: World): Promise<Program> {
	return await startProgram({
		name: { fr: 'Le connecteur', en: 'The connector' },
		file: sources.connector,
		readyUrl: `${addressOf(world, 'connector')}/readyz`,
		logFile: join(world.folder, 'connector.log'),
		env: connectorEnvironment(world),
	})
}

/**
 * Starts the preview host, joined to the connector.
 *
 * @param world to start it in
 * @param token of an instance of the connector
 */
export async function startPreview(world: World, token: string): Promise<Program> {
	return await startProgram({
		name: { fr: 'L’aperçu de l’application', en: 'The preview of the app' },
		file: sources.preview,
		args: ['--port', String(world.ports.preview), '--store', join(world.folder, 'preview.json')],
		readyUrl: `${addressOf(world, 'preview')}/index.php/csrftoken`,
		logFile: join(world.folder, 'preview.log'),
		env: { CONNECTOR_URL: addressOf(world, 'connector'), CONNECTOR_TOKEN: token },
	})
}

/**
 * Runs a command of the connector's operator inside the connector, or beside it where a server has the data.
 *
 * @param world whose connector runs
 * @param args of the command
 * @return what it printed
 * @throws {Error} with what it printed, when it fails
 */
export async function connectorCommand(world: World, ...args: string[]): Promise<string> {
	if (world.connectorEnv?.DATABASE_URL) {
		const { stdout } = await promisify(execFile)(process.execPath, [sources.command, ...args], { env: { ...process.env, ...connectorEnvironment(world) }, maxBuffer: 50_000_000 })
		return stdout
	}
	const lines: string[] = []
	const print = (line: string) => lines.push(line)
	const code = await callAdminCommand({ url: addressOf(world, 'connector'), token: world.secrets.adminToken }, args, { directory: process.cwd(), print, complain: print })
	if (code !== 0) {
		throw new Error(`The connector could not do “${args.slice(0, 2).join(' ')}”:\n${lines.join('\n')}`)
	}
	return lines.join('\n')
}

/**
 * What the connector and its commands are told. The categories are those that a new sandbox forum has.
 *
 * @param world of the connector
 */
export function connectorEnvironment(world: World): Record<string, string> {
	return {
		DATABASE_URL: '',
		PORT: String(world.ports.connector),
		PUBLIC_URL: addressOf(world, 'connector'),
		DATA_DIRECTORY: join(world.folder, 'connector'),
		ADMIN_TOKEN: world.secrets.adminToken,
		DISCOURSE_URL: addressOf(world, 'forum'),
		DISCOURSE_API_KEY: world.secrets.apiKey,
		DISCOURSE_WEBHOOK_SECRETS: world.secrets.webhookSecret,
		DISCOURSE_CONNECT_SECRET: world.secrets.connectSecret,
		DISCOURSE_CATEGORY_TECHNICAL_HELP: '5',
		DISCOURSE_CATEGORY_TOOL_ADVICE: '6',
		DISCOURSE_CATEGORY_PROVIDER_SEARCH: '7',
		DISCOURSE_CATEGORY_SHARED_DEVELOPMENT: '8',
		HELD_PUBLICATIONS: '0',
		...world.connectorEnv,
	}
}
