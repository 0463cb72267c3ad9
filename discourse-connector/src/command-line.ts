/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { CommandContext } from './platform/command.ts'
import type { Configuration } from './platform/configuration.ts'

import { runCommand, runPlainCommand } from './commands.ts'
import { callAdminCommand } from './platform/admin-commands.ts'
import { readAdminAccess } from './platform/admin-file.ts'
import { readConfiguration } from './platform/configuration.ts'
import { openDatabase } from './platform/database.ts'
import { migrate } from './platform/migrations.ts'
import { DatabaseInUse, StartError } from './platform/start-error.ts'
import { asksForUsage } from './platform/usage.ts'
import { migrations } from './schema.ts'

const args = process.argv.slice(2)
const call: Pick<CommandContext, 'directory' | 'print' | 'complain'> = {
	directory: process.env.INIT_CWD ?? process.cwd(),
	print: (line) => console.log(line),
	complain: (line) => console.error(line),
}

/**
 * A public address asks for a server, so it must not stand in the way of moving there.
 *
 * @param group of the command
 */
function configurationOf(group: string): Configuration {
	return readConfiguration(['database', 'backup', 'restore'].includes(group) ? { ...process.env, PUBLIC_URL: undefined } : process.env)
}

/**
 * Whether the forum is to be checked that only a connector that runs knows, such as the demonstration’s.
 *
 * @param args of the command
 */
function checksForum(args: readonly string[]): boolean {
	const [group, verb, ...rest] = args
	return group === 'forum' && verb === 'check' && !process.env.DISCOURSE_URL && !process.env.DISCOURSE_API_KEY && !asksForUsage(rest) && !rest.some((option) => option.startsWith('--url'))
}

/** Opens the data, or asks the connector that has it. */
async function run(): Promise<number> {
	const [group = 'help'] = args
	const running = checksForum(args) ? readAdminAccess(configurationOf(group).dataDirectory) : undefined
	if (running) {
		return await callAdminCommand(running, args, call)
	}
	const plain = runPlainCommand(args, call)
	if (plain) {
		return await plain
	}
	const configuration = configurationOf(group)
	try {
		const database = await openDatabase(configuration)
		try {
			// A backup may be made before an update, and a restore makes its own tables.
			if (!['backup', 'restore'].includes(group)) {
				await migrate(database, migrations)
			}
			return await runCommand(args, { ...call, database, configuration })
		} finally {
			await database.close()
		}
	} catch (error) {
		const access = readAdminAccess(configuration.dataDirectory)
		if (error instanceof DatabaseInUse && ['database', 'restore'].includes(group)) {
			throw new StartError('The connector runs, and what it writes now would be lost. Stop it first.')
		}
		if (error instanceof DatabaseInUse && access) {
			return await callAdminCommand(access, args, call)
		}
		throw error
	}
}

try {
	process.exitCode = await run()
} catch (error) {
	call.complain(error instanceof StartError ? error.message : String(error instanceof Error ? error.stack : error))
	process.exitCode = 1
}
