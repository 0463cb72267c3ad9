/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Command, CommandContext, CommandGroups } from './platform/command.ts'

import { backupRules } from './backup-rules.ts'
import { needsCommand, needsUsage } from './community/command.ts'
import { directoryCommand, directoryUsage } from './directory/command.ts'
import { forumCommand, forumUsage } from './forum/setup/command.ts'
import { instanceCommand, instanceUsage } from './instances/command.ts'
import { InstanceStore } from './instances/instance-store.ts'
import { COMMAND_LINE, LONGEST_TARGET, noteAction, wholeWords } from './platform/action-log.ts'
import { backupCommand, backupUsage, restoreCommand, restoreUsage } from './platform/backup-command.ts'
import { databaseCommand, databaseUsage } from './platform/database-command.ts'
import { StartError } from './platform/start-error.ts'
import { asksForUsage, linesOf, MAKES_NO_SENSE, refuse } from './platform/usage.ts'
import { migrations } from './schema.ts'
import { topicsCommand, topicsUsage } from './sync/detection/command.ts'

/** It makes what a configuration needs, so it asks for neither the data nor a whole configuration. */
const connectForum = forumCommand(process.env, { input: process.stdin, output: process.stderr })

/** What the operator can do, whether or not the connector runs. */
const commandGroups: CommandGroups = {
	instance: { run: instanceCommand, usage: instanceUsage, looks: ['list'], about: 'who may call: add, list, rotate, suspend, resume, revoke, unbind' },
	directory: { run: directoryCommand, usage: directoryUsage, looks: ['show'], about: 'the providers: import, show, list, unlist, remove, consent' },
	needs: { usage: needsUsage, looks: ['list', 'show'], run: needsCommand(async (database) => new Map((await new InstanceStore(database).list()).map(({ id, name }) => [id, name]))), about: 'needs that wait for release: list, show, release, hold' },
	database: { run: databaseCommand(migrations), usage: databaseUsage, about: 'move the data to a PostgreSQL server' },
	backup: { run: backupCommand(backupRules), usage: backupUsage, about: 'write all data into a FILE' },
	restore: { run: restoreCommand(migrations, backupRules), usage: restoreUsage, about: 'bring back the data of a FILE, with every connector stopped' },
	forum: { run: connectForum, usage: forumUsage, about: 'connect a forum: setup, check' },
	topics: { run: topicsCommand, usage: topicsUsage, looks: ['vanished'], about: 'when many topics vanished from the forum at once: vanished, confirm-gone' },
}

/**
 * Runs the command that the arguments name. What it changed is noted in the log.
 *
 * @param args its group first
 * @param context of the command
 */
export const runCommand: Command = async (args, context) => {
	const [name = 'help', ...rest] = args
	const group = groupOf(name)
	if (!group) {
		return help(name, context)
	}
	const code = await explained(() => group.run(rest, context), name, context)
	if (group.looks !== undefined && !group.looks.includes(rest[0] ?? '') && code !== MAKES_NO_SENSE && !rest.includes('--dry-run')) {
		const outcome = code === 0 ? '' : ' (not all done)'
		await noteAction(context.database.kysely, { who: COMMAND_LINE, action: 'command', target: `${wholeWords(args.join(' '), LONGEST_TARGET - outcome.length)}${outcome}` })
	}
	return code
}

/**
 * Runs a command that needs no data, and answers who asks how a command is called, or does not know it.
 *
 * @param args its group first
 * @param context what belongs to the call
 * @return undefined for the commands that need it
 */
export function runPlainCommand(args: readonly string[], context: Pick<CommandContext, 'directory' | 'print' | 'complain'>): Promise<number> | undefined {
	const [name = 'help', ...rest] = args
	const group = groupOf(name)
	if (!group) {
		return Promise.resolve(help(name, context))
	}
	if (asksForUsage(rest)) {
		linesOf(name, group.usage).forEach(context.print)
		return Promise.resolve(0)
	}
	if (rest.length === 0) {
		return Promise.resolve(refuse(name, group.usage, context))
	}
	return name === 'forum' ? explained(() => connectForum(rest, context), name, context) : undefined
}

function groupOf(name: string): CommandGroups[string] | undefined {
	return Object.hasOwn(commandGroups, name) ? commandGroups[name] : undefined
}

async function explained(run: () => Promise<number>, name: string, context: Pick<CommandContext, 'complain'>): Promise<number> {
	try {
		return await run()
	} catch (error) {
		if (isArgumentError(error)) {
			// What Node advises after its first sentence is for programmers.
			context.complain(`${error.message.split('. ')[0]?.replace(/\.$/, '')}. How it is called: npm run connector -- ${name} --help`)
			return MAKES_NO_SENSE
		}
		if (error instanceof StartError) {
			context.complain(error.message)
			return 1
		}
		throw error
	}
}

/**
 * @param name that was asked for
 * @param context to show the help in
 */
export function help(name: string, context: Pick<CommandContext, 'print' | 'complain'>): number {
	const lines = ['npm run connector -- GROUP COMMAND', ...Object.entries(commandGroups).map(([group, { about }]) => `  ${group.padEnd(10)} ${about}`), 'npm run connector -- GROUP --help says how each is called.']
	if (['help', '--help', '-h'].includes(name)) {
		lines.forEach(context.print)
		return 0
	}
	[`There is no command “${name}”.`, ...lines].forEach(context.complain)
	return 2
}

/**
 * @param error thrown by node:util’s parseArgs
 */
function isArgumentError(error: unknown): error is Error {
	return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
}
