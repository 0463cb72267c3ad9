/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { BackupRules } from './backup-format.ts'
import type { Command } from './command.ts'
import type { Migrations } from './migrations.ts'
import type { Usage } from './usage.ts'

import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeBackup } from './backup.ts'
import { restoreBackup } from './restore.ts'
import { refuse } from './usage.ts'

/** How `backup …` is called. */
export const backupUsage: Usage = [
	['FILE', 'writes all data into a new file; the connector may run'],
]

/** How `restore …` is called. */
export const restoreUsage: Usage = [
	['FILE', 'brings the data back into an empty database, with every connector stopped'],
	['FILE --replace', 'throws away what is there'],
]

/**
 * `backup FILE`.
 *
 * @param rules of the rooms
 */
export function backupCommand(rules: BackupRules): Command {
	return async (args, context) => {
		const { positionals: [name, ...more] } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
		if (name === undefined || more.length > 0) {
			return refuse('backup', backupUsage, context)
		}
		const file = resolve(context.directory, name)
		const { rows, bytes } = await writeBackup(context.database, file, rules, context.print)
		context.print(`${rows} rows are in ${file} (${Math.ceil(bytes / 1000)} kB), all of one moment. Keep it where only you can read it: it says who published what. Tokens are in it as fingerprints only; .env is not.`)
		return 0
	}
}

/**
 * `restore FILE [--replace]`.
 *
 * @param migrations of every room
 * @param rules of the rooms
 */
export function restoreCommand(migrations: Migrations, rules: BackupRules): Command {
	return async (args, context) => {
		const { values, positionals: [name, ...more] } = parseArgs({ args: [...args], allowPositionals: true, options: { replace: { type: 'boolean', default: false } } })
		if (name === undefined || more.length > 0) {
			return refuse('restore', restoreUsage, context)
		}
		const { createdAt, version } = await restoreBackup(context.database, resolve(context.directory, name), { migrations, rules, replace: values.replace, say: context.print })
		context.print(`The data is as it was on ${createdAt}, written by version ${version}. Start the connector: it compares every need with the forum, adopts the topics that it does not remember, and keeps what people changed there. Every cloud reads everything anew.`)
		context.print('What was withdrawn or erased since then is back: do it again where somebody asked for it.')
		return 0
	}
}
