/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { CommandContext } from './command.ts'
import type { Migrations } from './migrations.ts'
import type { Usage } from './usage.ts'

import { parseArgs } from 'node:util'
import { isEmpty, moveDatabase } from './database-move.ts'
import { openServer } from './database-server.ts'
import { refuse } from './usage.ts'

/** How `database …` is called. */
export const databaseUsage: Usage = [
	['move --to postgres://user:password@host:5432/name', 'moves the embedded database to an empty one of a PostgreSQL server,\nwith the connector stopped'],
]

/**
 * `database move --to URL`: from the embedded database to a PostgreSQL server.
 *
 * @param migrations of every room
 */
export function databaseCommand(migrations: Migrations): (args: readonly string[], context: CommandContext) => Promise<number> {
	return async (args, context) => {
		const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, strict: false, options: { to: { type: 'string' } } })
		if (positionals.length !== 1 || positionals[0] !== 'move' || typeof values.to !== 'string' || !/^postgres(ql)?:\/\//.test(values.to)) {
			return refuse('database', databaseUsage, context)
		}
		if (context.database.kind !== 'pglite') {
			context.complain('DATABASE_URL is set, so the data is on a PostgreSQL server already. Unset it to move what is in the embedded database.')
			return 1
		}
		return await move(values.to, migrations, context)
	}
}

/**
 * @param url of the server
 * @param migrations of every room
 * @param context of the command
 */
async function move(url: string, migrations: Migrations, context: CommandContext): Promise<number> {
	const target = await openServer(url)
	try {
		if (!await isEmpty(target)) {
			context.complain('The database to move to has tables already. Make an empty one (createdb emancipasso) so that nothing is overwritten.')
			return 1
		}
		for (const { table, rows } of await moveDatabase(context.database, target, migrations)) {
			context.print(`${table}: ${rows}`)
		}
	} catch (error) {
		const cause = error instanceof Error ? error.message : String(error)
		context.complain(`${cause}\nNothing was moved: the database to move to is as empty as before, and the embedded one is unchanged. Mend the cause, then run the command again.`)
		return 1
	} finally {
		await target.close()
	}
	context.print(`Everything was moved and counted. Set DATABASE_URL to the new address and start the connector; ${context.configuration.dataDirectory} is no longer used and can be removed.`)
	return 0
}
