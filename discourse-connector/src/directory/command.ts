/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { CommandContext } from '../platform/command.ts'

import { isInVocabulary } from '@emancipasso/shared/vocabulary/vocabularies'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { DirectoryStore } from './directory-store.ts'
import { importDirectory } from './import/import-directory.ts'
import { renderReport } from './import/report.ts'
import { listProviders } from './list-providers.ts'

const help = [
	'import FILE --as mednum|json|csv [--source NAME] [--dry-run]   takes in providers, not listed yet',
	'list ID…                                                       shows providers to the public',
	'show [STATUS]                                                  ids, names and statuses',
] as const

/**
 * `directory …`: the providers.
 *
 * @param args after `directory`
 * @param context of the command
 */
export async function directoryCommand(args: readonly string[], context: CommandContext): Promise<number> {
	const [verb, ...rest] = args
	switch (verb) {
		case 'import': return await importFile(rest, context)
		case 'list': return rest.length > 0 ? await list(rest, context) : usage(context)
		case 'show': return rest.length < 2 ? await show(rest[0], context) : usage(context)
		default: return usage(context)
	}
}

/**
 * @param context of the command
 */
function usage(context: CommandContext): number {
	context.complain(['Use one of:', ...help.map((line) => `  directory ${line}`)].join('\n'))
	return 2
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
 * @param ids of providers
 * @param context of the command
 */
async function list(ids: readonly string[], context: CommandContext): Promise<number> {
	const { listed, already, unknown, withdrawn } = await listProviders(context.database, ids)
	listed.forEach((id) => context.print(`${id}: listed`))
	already.forEach((id) => context.print(`${id}: was listed already`))
	withdrawn.forEach((id) => context.complain(`${id}: was withdrawn from the directory and cannot be listed again`))
	unknown.forEach((id) => context.complain(`${id}: there is no such provider; “directory show suggested” gives those that can be listed`))
	return unknown.length + withdrawn.length > 0 ? 1 : 0
}

/**
 * @param status only these
 * @param context of the command
 */
async function show(status: string | undefined, context: CommandContext): Promise<number> {
	if (status !== undefined && !isInVocabulary('providerStatuses', status)) {
		context.complain(`There is no status “${status}”. Try suggested or listed.`)
		return 2
	}
	const providers = await new DirectoryStore(context.database.kysely).overview(status)
	if (providers.length === 0) {
		context.print('Nobody yet: “directory import FILE --as mednum|json|csv” takes providers in.')
	}
	providers.forEach((provider) => context.print([provider.status, provider.id, provider.name].join('\t')))
	return 0
}
