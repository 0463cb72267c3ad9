/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { CommandContext } from '../platform/command.ts'
import type { Decision } from './need-release.ts'

import { plainCharacters } from '@emancipasso/shared/community/plain-characters'
import { parseArgs } from 'node:util'
import { holdNeed, listNeeds, releaseNeed } from './need-release.ts'

const help = [
	'list [--all]      needs that wait for release; with --all every need',
	'release NEED…     makes needs public',
	'hold NEED…        takes public needs out of view until they are released',
] as const

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u

/**
 * `needs …`: what waits for the operator. NEED is an id.
 *
 * @param args after `needs`
 * @param context of the command
 */
export async function needsCommand(args: readonly string[], context: CommandContext): Promise<number> {
	const { values, positionals: [verb, ...ids] } = parseArgs({ args: [...args], allowPositionals: true, options: { all: { type: 'boolean', default: false } } })
	if (verb === 'list' && ids.length === 0) {
		return await list(context, values.all)
	}
	if ((verb !== 'release' && verb !== 'hold') || ids.length === 0 || values.all) {
		context.complain(['Use one of:', ...help.map((line) => `  needs ${line}`)].join('\n'))
		return 2
	}
	let code = 0
	for (const id of ids) {
		const uuid = id.toLowerCase().replace(/^need-/u, '')
		const decision = UUID.test(uuid) ? await (verb === 'release' ? releaseNeed : holdNeed)(context.database, uuid) : 'unknown'
		code = report(verb, uuid, decision, context) ? code : 1
	}
	return code
}

async function list({ database, print }: CommandContext, all: boolean): Promise<number> {
	const needs = await listNeeds(database, all ? undefined : 'held')
	if (needs.length === 0) {
		print(all ? 'No need was published yet.' : 'No need waits for release.')
	}
	for (const { id, status, instance, organisation, createdAt, title } of needs) {
		// The title was written by a stranger: it must not move the operator's cursor.
		print([id, status, createdAt.toISOString(), instance, organisation, plainCharacters(title).replaceAll('\n', ' ')].join('\t'))
	}
	return 0
}

function report(verb: 'release' | 'hold', uuid: string, decision: Decision, { print, complain }: CommandContext): boolean {
	const now = verb === 'release' ? 'public' : 'held'
	switch (decision) {
		case 'done':
			print(`${uuid} is ${now} now.`)
			return true
		case 'unchanged':
			print(`${uuid} was ${now} already.`)
			return true
		case 'unknown':
			complain(`No need has the id ${uuid}. “needs list --all” shows all.`)
			return false
		default:
			complain(`${uuid} was ${decision}; nothing can be decided about it any more.`)
			return false
	}
}
