/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedKind } from '@emancipasso/shared/community/need-vocabulary'
import type { Language } from '@emancipasso/shared/language/localised-text'
import type { Variables } from './environment-file.ts'

import { needKinds } from '@emancipasso/shared/community/need-vocabulary'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { environment } from '../../platform/environment.ts'
import { StartError } from '../../platform/start-error.ts'
import { forumAddress, isInternalAddress } from './address.ts'
import { categoryVariable } from './check-categories.ts'
import { SYSTEM } from './connect.ts'

/** What of the connector's environment says how to reach the forum; all of it may be missing while the forum is set up. */
const known = environment.pick({
	PUBLIC_URL: true,
	DISCOURSE_URL: true,
	DISCOURSE_API_KEY: true,
	DISCOURSE_API_USERNAME: true,
	DISCOURSE_READ_API_KEY: true,
	DISCOURSE_READ_API_USERNAME: true,
	DISCOURSE_WEBHOOK_SECRETS: true,
	DISCOURSE_CATEGORY_TECHNICAL_HELP: true,
	DISCOURSE_CATEGORY_TOOL_ADVICE: true,
	DISCOURSE_CATEGORY_PROVIDER_SEARCH: true,
	DISCOURSE_CATEGORY_SHARED_DEVELOPMENT: true,
	FORUM_LANGUAGE: true,
	FORUM_CALLS_PER_MINUTE: true,
})

export type ForumVariables = z.output<typeof known>

/**
 * What the connector knows of its forum so far.
 *
 * @param variables of its environment
 * @throws {StartError} that names each wrong one
 */
export function readForumVariables(variables: Variables): ForumVariables {
	const result = known.safeParse(Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== '')))
	if (!result.success) {
		throw new StartError(`The configuration cannot be used:\n${z.prettifyError(result.error)}\nEach variable is explained in docs/configuration.md.`)
	}
	return result.data
}

/** The options of both commands; a key is none of them, as everybody on a machine can read what a command is called with. */
export const options = {
	url: { type: 'string' },
	'key-file': { type: 'string' },
	as: { type: 'string' },
	bot: { type: 'string' },
	category: { type: 'string', multiple: true, default: [] as string[] },
	'write-env': { type: 'string' },
	'without-journal': { type: 'boolean', default: false },
	'dry-run': { type: 'boolean', default: false },
	yes: { type: 'boolean', default: false },
	language: { type: 'string' },
} as const

/**
 * @param args after `forum`
 */
export function readOptions(args: readonly string[]) {
	return parseArgs({ args: [...args], allowPositionals: true, options })
}

export type Options = ReturnType<typeof readOptions>['values']

/**
 * The reader's language: what was asked for, else the terminal's.
 *
 * @param asked with --language
 * @param variables of the process
 */
export function languageFor(asked: string | undefined, variables: Variables): Language {
	if (asked !== undefined && asked !== 'fr' && asked !== 'en') {
		throw new StartError('--language is fr or en.')
	}
	const locale = [variables.LC_ALL, variables.LC_MESSAGES, variables.LANG].find((value) => value !== undefined && value !== '')
	return asked ?? (locale?.toLowerCase().startsWith('fr') === true ? 'fr' : 'en')
}

/**
 * Categories that were chosen, by kind.
 *
 * @param chosen as KIND=NUMBER
 */
export function categoriesIn(chosen: readonly string[]): Partial<Record<NeedKind, number>> {
	return Object.fromEntries(chosen.map((choice) => {
		const [kind, id] = choice.split('=')
		if (!needKinds.some((some) => some === kind) || !/^[1-9]\d{0,9}$/.test(id ?? '')) {
			throw new StartError(`--category ${choice}: write KIND=NUMBER, where KIND is one of ${needKinds.join(', ')}.`)
		}
		return [kind, Number(id)]
	}))
}

/**
 * What is to be there on the forum.
 *
 * @param values options
 * @param variables what the connector knows
 * @throws {StartError} in words
 */
export async function wishesFrom(values: Options, variables: ForumVariables) {
	const given = values.url ?? variables.DISCOURSE_URL
	if (given === undefined) {
		throw new StartError('Which forum? Give its address: --url https://forum.example.org')
	}
	const publicUrl = variables.PUBLIC_URL?.replace(/\/+$/, '')
	const categories = Object.fromEntries(needKinds.flatMap((kind) => {
		const id = Object.entries(variables).find(([name]) => name === categoryVariable(kind))?.[1]
		return typeof id === 'number' ? [[kind, id]] : []
	}))
	return {
		url: forumAddress(given),
		reader: { apiKey: variables.DISCOURSE_READ_API_KEY, apiUsername: variables.DISCOURSE_READ_API_USERNAME },
		bot: { apiKey: variables.DISCOURSE_API_KEY, apiUsername: values.bot ?? variables.DISCOURSE_API_USERNAME },
		admins: values.as === undefined ? [SYSTEM] : [values.as],
		wishes: {
			publicUrl,
			isInternal: publicUrl !== undefined && await isInternalAddress(publicUrl),
			botUsername: values.bot ?? variables.DISCOURSE_API_USERNAME,
			language: variables.FORUM_LANGUAGE,
			callsPerMinute: variables.FORUM_CALLS_PER_MINUTE,
			categories: { ...categories, ...categoriesIn(values.category) },
			webhookSecrets: variables.DISCOURSE_WEBHOOK_SECRETS ?? [],
			keepsSecrets: values['write-env'] !== undefined,
			journal: !values['without-journal'],
		},
	}
}
