/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Command, CommandContext } from '../platform/command.ts'
import type { Database } from '../platform/database.ts'
import type { Usage } from '../platform/usage.ts'
import type { Decision } from './need-release.ts'

import { plainCharacters } from '@emancipasso/shared/community/plain-characters'
import { renderTopic } from '@emancipasso/shared/community/topic'
import { parseArgs } from 'node:util'
import { refuse } from '../platform/usage.ts'
import { holdNeed, listNeeds, releaseNeed } from './need-release.ts'
import { readNeedForTopic } from './need-topic.ts'

/** How `needs …` is called. */
export const needsUsage: Usage = [
	['list [--all]', 'needs that wait for release; with --all every need'],
	['show NEED', 'a need as the forum would show it'],
	['release NEED…', 'makes needs public'],
	['hold NEED…', 'takes public needs out of view until they are released'],
]

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u

/** What can be done with one need, by verb; each says whether it was done. */
const actions: Readonly<Record<string, (uuid: string, context: CommandContext) => Promise<boolean>>> = {
	show,
	release: async (uuid, context) => report('release', uuid, await releaseNeed(context.database, uuid), context),
	hold: async (uuid, context) => report('hold', uuid, await holdNeed(context.database, uuid), context),
}

/** What the instances are called, by id. */
type InstanceNames = (database: Pick<Database, 'kysely'>) => Promise<ReadonlyMap<string, string>>

/**
 * `needs …`: what waits for the operator. NEED is an id.
 *
 * @param instanceNames what the instances are called
 */
export function needsCommand(instanceNames: InstanceNames): Command {
	return async (args, context) => await run(args, context, instanceNames)
}

/**
 * @param args after `needs`
 * @param context of the command
 * @param instanceNames what the instances are called
 */
async function run(args: readonly string[], context: CommandContext, instanceNames: InstanceNames): Promise<number> {
	const { values, positionals: [verb, ...ids] } = parseArgs({ args: [...args], allowPositionals: true, options: { all: { type: 'boolean', default: false } } })
	if (verb === 'list' && ids.length === 0) {
		return await list(context, values.all, instanceNames)
	}
	const act = verb !== undefined && Object.hasOwn(actions, verb) ? actions[verb] : undefined
	if (!act || ids.length === 0 || values.all) {
		return refuse('needs', needsUsage, context)
	}
	let code = 0
	for (const id of ids) {
		const uuid = id.toLowerCase().replace(/^need-/u, '')
		const isDone = UUID.test(uuid) ? await act(uuid, context) : unknown(uuid, context)
		code = isDone ? code : 1
	}
	return code
}

async function list({ database, print }: CommandContext, all: boolean, instanceNames: InstanceNames): Promise<number> {
	const names = await instanceNames(database)
	const needs = await listNeeds(database, all ? undefined : 'held')
	if (needs.length === 0) {
		print(all ? 'No need was published yet.' : 'No need waits for release.')
	}
	for (const { id, status, instance, organisation, createdAt, title } of needs) {
		// The title was written by a stranger: it must not move the operator's cursor.
		const [who, what] = [names.get(instance) ?? 'unknown', title].map((text) => plainCharacters(text).replaceAll('\n', ' '))
		print([id, status, createdAt.toISOString(), `${who} (${instance.slice(0, 8)})`, organisation, what].join('\t'))
	}
	return 0
}

/**
 * Shows what a need says, made harmless as it is on the forum, so that the operator can decide.
 *
 * @param uuid of the need
 * @param context of the command
 * @return whether there is something to show
 */
async function show(uuid: string, context: CommandContext): Promise<boolean> {
	const need = await readNeedForTopic(context.database.kysely, uuid)
	if (need === undefined) {
		return unknown(uuid, context)
	}
	if (need.publication === null) {
		context.complain(`${uuid} was erased; nothing of it is left.`)
		return false
	}
	const { title, body } = renderTopic(need.publication, { uuid, language: context.configuration.forum?.language ?? 'fr', status: need.status, supports: need.supports })
	for (const line of [`# ${title}`, '', ...body.split('\n'), '']) {
		context.print(line)
	}
	return true
}

function report(verb: 'release' | 'hold', uuid: string, decision: Decision, context: CommandContext): boolean {
	const { print, complain } = context
	const now = verb === 'release' ? 'public' : 'held'
	switch (decision) {
		case 'done':
			print(`${uuid} is ${now} now.`)
			return true
		case 'unchanged':
			print(`${uuid} was ${now} already.`)
			return true
		case 'unknown':
			return unknown(uuid, context)
		default:
			complain(`${uuid} was ${decision}; nothing can be decided about it any more.`)
			return false
	}
}

function unknown(uuid: string, { complain }: CommandContext): boolean {
	complain(`No need has the id ${uuid}. “needs list --all” shows all.`)
	return false
}
