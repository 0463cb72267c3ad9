/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { CommandContext } from '../platform/command.ts'
import type { Usage } from '../platform/usage.ts'

import { plainCharacters } from '@emancipasso/shared/community/plain-characters'
import { isInVocabulary } from '@emancipasso/shared/vocabulary/vocabularies'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { refuse } from '../platform/usage.ts'
import { decideOnProviders, decisions, recordConsent } from './decide-on-providers.ts'
import { DirectoryStore } from './directory-store.ts'
import { importDirectory } from './import/import-directory.ts'
import { renderReport } from './import/report.ts'
import { renderProvider } from './render-provider.ts'

/** How `directory …` is called. */
export const directoryUsage: Usage = [
	['import FILE --as mednum|json|csv [--source NAME] [--dry-run]', 'takes in providers, not listed yet'],
	['show [STATUS]', 'ids, names and statuses'],
	['show ID…', 'all that is known of a provider'],
	['list ID…', 'shows providers to the public'],
	['unlist ID…', 'hides them until they are listed again'],
	['remove ID…', 'forgets them for good: no import brings them back'],
	['consent ID CONTACT show|relay|hide', 'what the owner of a contact allowed;\nCONTACT is email, phone, website, form, the contact itself, or all'],
]

const consents = [['show', 'listed-contact'], ['relay', 'relay-only'], ['hide', 'didnotask']] as const

/** What is said of each decision, by what became of it. */
const words: Record<typeof decisions[number], { done: string, already: string }> = {
	list: { done: 'listed', already: 'was listed already' },
	unlist: { done: 'not listed any more', already: 'was not listed' },
	remove: { done: 'removed for good', already: 'was removed already' },
}

/**
 * `directory …`: the providers.
 *
 * @param args after `directory`
 * @param context of the command
 */
export async function directoryCommand(args: readonly string[], context: CommandContext): Promise<number> {
	const [verb, ...rest] = args
	const decision = decisions.find((one) => one === verb)
	if (decision) {
		return rest.length > 0 ? await decide(decision, rest, context) : usage(context)
	}
	switch (verb) {
		case 'import': return await importFile(rest, context)
		case 'show': return rest.some((one) => one.includes('--')) ? await showProviders(rest, context) : rest.length < 2 ? await show(rest[0], context) : usage(context)
		case 'consent': return await consent(rest, context)
		default: return usage(context)
	}
}

/**
 * @param context of the command
 */
function usage(context: CommandContext): number {
	return refuse('directory', directoryUsage, context)
}

/**
 * @param args after `import`
 * @param context of the command
 */
async function importFile(args: readonly string[], context: CommandContext): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { as: { type: 'string' }, source: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
	})
	const [path, ...more] = positionals
	const { as, source, 'dry-run': dryRun } = values
	if (path === undefined || more.length > 0 || (as !== 'mednum' && as !== 'json' && as !== 'csv')) {
		return usage(context)
	}
	if (source !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(source)) {
		context.complain('--source is the name of where the rows come from, in lower-case letters, digits and single hyphens.')
		return 2
	}
	const report = await importDirectory(context.database, resolve(context.directory, path), { as, dryRun, ...(source === undefined ? {} : { source }) })
	renderReport(report).forEach((line) => context.print(line))
	return 0
}

/**
 * @param decision about them
 * @param ids of providers
 * @param context of the command
 */
async function decide(decision: typeof decisions[number], ids: readonly string[], context: CommandContext): Promise<number> {
	const outcomes = await decideOnProviders(context.database, decision, ids)
	for (const [id, outcome] of outcomes) {
		switch (outcome) {
			case 'unknown':
				unknown(id, context)
				break
			case 'withdrawn':
				context.complain(`${id}: was removed from the directory for good and cannot come back`)
				break
			default:
				context.print(`${id}: ${words[decision][outcome]}`)
		}
	}
	return [...outcomes.values()].some((outcome) => outcome === 'unknown' || outcome === 'withdrawn') ? 1 : 0
}

/**
 * @param args after `consent`
 * @param context of the command
 */
async function consent(args: readonly string[], context: CommandContext): Promise<number> {
	const [id, contact, word, ...more] = args
	const allowed = consents.find(([name]) => name === word)?.[1]
	if (id === undefined || contact === undefined || !allowed || more.length > 0) {
		return usage(context)
	}
	const found = await recordConsent(context.database, id, contact, allowed)
	if (!found) {
		return unknown(id, context)
	}
	if (found.length === 0) {
		context.complain(`${id}: has no contact “${contact}”; “directory show ${id}” gives those that it has`)
		return 1
	}
	found.forEach((value) => context.print(plainCharacters(`${id}: ${value} ${allowed === 'listed-contact' ? 'is shown wherever the provider is listed' : `stays hidden (${allowed})`}`)))
	return 0
}

/**
 * @param ids of providers
 * @param context of the command
 */
async function showProviders(ids: readonly string[], context: CommandContext): Promise<number> {
	const stored = await new DirectoryStore(context.database.kysely).byIds(ids)
	let code = 0
	for (const id of ids) {
		const provider = stored.get(id)
		if (!provider) {
			code = unknown(id, context)
		} else {
			(provider.document ? [...renderProvider(provider.document), ''] : [`${id}: was removed for good; nothing is known of it any more`]).forEach((line) => context.print(line))
		}
	}
	return code
}

/**
 * @param id of nobody
 * @param context of the command
 */
function unknown(id: string, context: CommandContext): number {
	context.complain(`${id}: there is no such provider; “directory show” gives all of them, “directory show suggested” those that can be listed`)
	return 1
}

/**
 * @param status only these
 * @param context of the command
 */
async function show(status: string | undefined, context: CommandContext): Promise<number> {
	if (status !== undefined && !isInVocabulary('providerStatuses', status)) {
		context.complain(`“${status}” is neither a status nor an id. Statuses are such as suggested or listed; an id has two hyphens in it, as in mednum--17.`)
		return 2
	}
	const providers = await new DirectoryStore(context.database.kysely).overview(status)
	if (providers.length === 0) {
		context.print('Nobody yet: “directory import FILE --as mednum|json|csv” takes providers in.')
	}
	providers.forEach((provider) => context.print([provider.status, provider.id, plainCharacters(provider.name)].join('\t')))
	return 0
}
