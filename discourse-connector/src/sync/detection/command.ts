/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { CommandContext } from '../../platform/command.ts'
import type { Usage } from '../../platform/usage.ts'

import { parseArgs } from 'node:util'
import { refuse } from '../../platform/usage.ts'
import { readState } from './state-store.ts'
import { confirmGone } from './vanished.ts'

/** How `topics …` is called. */
export const topicsUsage: Usage = [
	['vanished', 'whether many topics vanished from the forum at once'],
	['confirm-gone', 'they are gone for good: what waited for this is done'],
]

/**
 * `topics …`: what the operator decides when many topics vanished at once.
 *
 * @param args after `topics`
 * @param context of the command
 */
export async function topicsCommand(args: readonly string[], context: CommandContext): Promise<number> {
	const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
	switch (positionals.join(' ')) {
		case 'vanished': return await show(context)
		case 'confirm-gone': return await confirm(context)
		default: return refuse('topics', topicsUsage, context)
	}
}

async function show({ database, print }: CommandContext): Promise<number> {
	const alarm = await readState(database.kysely, 'vanished')
	print(alarm === null || alarm.since === null
		? 'No topics vanished at once.'
		: `${alarm.vanished} of ${alarm.linked} topics vanished from the forum, the first ones noticed at ${alarm.since}. None is marked as gone. If the bot lost a right or the forum was restored, mend that and they come back by themselves. If they are gone for good: npm run connector -- topics confirm-gone`)
	return 0
}

async function confirm({ database, print, complain }: CommandContext): Promise<number> {
	const count = await confirmGone(database.kysely)
	if (count === null) {
		complain('No topics vanished at once, so there is nothing to confirm.')
		return 1
	}
	print(`${count} topics are asked for once more and marked as gone if they are. Their needs stay.`)
	return 0
}
