/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language, LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { CommandContext } from '../../platform/command.ts'
import type { Usage } from '../../platform/usage.ts'
import type { Options } from './arguments.ts'
import type { Variables } from './environment-file.ts'
import type { Finding } from './finding.ts'
import type { RepairTools } from './situation.ts'
import type { Terminal } from './terminal.ts'

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartError } from '../../platform/start-error.ts'
import { refuse } from '../../platform/usage.ts'
import { ForumClient } from '../client.ts'
import { ForumFailure } from '../outcome.ts'
import { languageFor, readForumVariables, readOptions, wishesFrom } from './arguments.ts'
import { categoryVariable } from './check-categories.ts'
import { connectAdmin, ownClients } from './connect.ts'
import { isOpenToOthers, readVariables, writeVariables } from './environment-file.ts'
import { isUsable, lineOf, typeset } from './finding.ts'
import { PatientClient } from './patient-client.ts'
import { checkForum, failed, repairForum } from './setup.ts'
import { askConsent, askSecret } from './terminal.ts'

type Context = Pick<CommandContext, 'directory' | 'print' | 'complain'>

/** How `forum …` is called. */
export const forumUsage: Usage = [
	['setup --url URL', 'prepares a forum, with the key of one of its admins;\nasks before it changes anything'],
	['--key-file FILE', 'the admin’s key; without it you are asked for the key'],
	['--as NAME', 'the admin, when the key is that of one account'],
	['--bot NAME', 'the account that the connector writes with'],
	['--category KIND=NUMBER', 'an existing category for a kind of need, once for each'],
	['--write-env FILE', 'where the connector’s variables and new keys go'],
	['--without-journal', 'makes no key that reads the forum’s journal of webhooks'],
	['--dry-run', 'only says what would be done'],
	['--yes', 'does not ask'],
	['check', 'looks at the forum with the connector’s own keys;\nexit code 0 when nothing stands in the way'],
	['--language fr|en', 'language of the report, of setup too'],
]

const words = {
	key: { fr: 'Clé d’API d’un administrateur du forum (elle ne s’affiche pas) : ', en: 'API key of an admin of the forum (it is not shown): ' },
	consent: { fr: 'Faire ce qui est « à faire » ? [o/N] ', en: 'Do what is “to do”? [y/N] ' },
	unchanged: { fr: 'Rien n’a été changé.', en: 'Nothing was changed.' },
	unattended: { fr: 'Rien n’a été changé : ajoutez --yes pour faire ce qui est « à faire ».', en: 'Nothing was changed: add --yes to do what is “to do”.' },
	well: { fr: 'Tout va bien.', en: 'All is well.' },
	usable: { fr: 'Le connecteur peut travailler ; ce qui reste à faire est écrit plus haut.', en: 'The connector can work; what remains to be done is written above.' },
	blocked: { fr: 'Le connecteur ne peut pas encore travailler avec ce forum.', en: 'The connector cannot work with this forum yet.' },
	variables: { fr: 'À mettre dans l’environnement du connecteur :', en: 'To put into the connector’s environment:' },
} satisfies Record<string, LocalisedText>

/**
 * `forum …`: connecting a forum. It needs neither the data nor a complete configuration.
 *
 * @param variables of the process
 * @param terminal to ask at; without a person nothing is asked
 */
export function forumCommand(variables: Variables, terminal: Terminal): (args: readonly string[], context: Context) => Promise<number> {
	return async (args, context) => {
		const { values, positionals: [verb, ...rest] } = readOptions(args)
		if ((verb !== 'setup' && verb !== 'check') || rest.length > 0) {
			return refuse('forum', forumUsage, context)
		}
		return verb === 'check' ? await check(values, variables, context) : await setup(values, variables, terminal, context)
	}
}

async function check(values: Options, variables: Variables, context: Context): Promise<number> {
	const language = languageFor(values.language, variables)
	const { url, bot, reader, wishes } = await wishesFrom({ ...values, 'without-journal': variables.DISCOURSE_READ_API_KEY === undefined }, readForumVariables(variables))
	const clientWith = clientsAt(url, context)
	const findings = await checkForum({ admin: null, ...ownClients(clientWith, bot, reader) }, wishes)
	return report(findings, url, language, context)
}

async function setup(values: Options, variables: Variables, terminal: Terminal, context: Context): Promise<number> {
	const language = languageFor(values.language, variables)
	const file = values['write-env'] === undefined ? undefined : resolve(context.directory, values['write-env'])
	const { url, bot, reader, admins, wishes } = await wishesFrom(values, readForumVariables({ ...variables, ...file === undefined ? {} : readVariables(file) }))
	const apiKey = await keyFrom(values, terminal, words.key[language], context)
	const clientWith = clientsAt(url, context)
	const admin = await connect(() => connectAdmin(clientWith, apiKey, admins))
	if (!(admin instanceof ForumClient)) {
		return report([admin], url, language, context)
	}
	const clients = { admin, ...ownClients(clientWith, bot, reader) }
	const wanted = { ...wishes, adminKeyStart: apiKey.slice(0, 4) }
	const refusal = values.yes && !values['dry-run'] ? null : await plan(values, await checkForum(clients, wanted), terminal, url, language, context)
	if (refusal !== null) {
		return refusal
	}
	const chosen = Object.entries(wishes.categories).map(([kind, id]) => [categoryVariable(kind), String(id)])
	const made: Record<string, string> = { DISCOURSE_URL: url, DISCOURSE_API_USERNAME: bot.apiUsername, ...Object.fromEntries(chosen) }
	const keep = async (some: Readonly<Record<string, string>>) => {
		Object.assign(made, some)
		if (file !== undefined) {
			writeVariables(file, made)
		}
	}
	// Before any key is made: where it could not be kept, it would be lost.
	await keep({})
	const findings = await repairForum(clients, wanted, { keep, clientWith })
	const code = report(findings, url, language, context)
	if (file === undefined) {
		[words.variables[language], ...Object.entries(made).map(([name, value]) => `${name}=${value}`)].forEach(context.print)
	}
	return code
}

/** Null to go on, else the exit code. */
async function plan(values: Options, findings: readonly Finding[], terminal: Terminal, url: string, language: Language, context: Context): Promise<number | null> {
	const code = report(findings, url, language, context)
	if (values['dry-run'] || !findings.some(({ mark }) => mark === 'open')) {
		return code
	}
	if (terminal.input.isTTY !== true) {
		context.complain(words.unattended[language])
		return 1
	}
	if (!await askConsent(words.consent[language], terminal)) {
		context.complain(words.unchanged[language])
		return 1
	}
	return null
}

function clientsAt(url: string, { complain }: Context): RepairTools['clientWith'] {
	const wait = async (seconds: number) => {
		complain(`… ${seconds} s`)
		await pause(seconds * 1000)
	}
	return (apiKey, apiUsername) => new PatientClient({ url, apiKey, apiUsername }, wait)
}

function report(findings: readonly Finding[], url: string, language: Language, { print }: Context): number {
	findings.forEach((finding) => print(lineOf(typeset(finding), url, language)))
	// That the admin's key has to go is no fault of the forum.
	const isWell = findings.every(({ id, mark }) => id === 'admin-key' || mark === 'ok' || mark === 'done')
	const verdict = !isUsable(findings) ? words.blocked : isWell ? words.well : words.usable
	print(verdict[language])
	return isUsable(findings) ? 0 : 1
}

async function connect(call: () => Promise<ForumClient | Finding>): Promise<ForumClient | Finding> {
	try {
		return await call()
	} catch (error) {
		if (error instanceof ForumFailure) {
			return failed(error)
		}
		throw error
	}
}

async function keyFrom(values: Options, terminal: Terminal, question: string, { directory, complain }: Context): Promise<string> {
	if (values['key-file'] === undefined && terminal.input.isTTY !== true) {
		throw new StartError('There is nobody to ask for the key: put it into a file that only you can read, and give that with --key-file FILE.')
	}
	const file = values['key-file'] === undefined ? undefined : resolve(directory, values['key-file'])
	const key = file === undefined ? await askSecret(question, terminal) : readKey(file)
	if (file !== undefined && isOpenToOthers(file)) {
		complain(`Others on this machine can read ${file}: chmod 600 it, and delete it once the forum is set up.`)
	}
	if (!/^[\x21-\x7e]+$/.test(key)) {
		throw new StartError('That is no API key: it has neither spaces nor accents, and is not empty.')
	}
	return key
}

function readKey(file: string): string {
	try {
		return readFileSync(file, 'utf8').trim()
	} catch (error) {
		throw new StartError(`The key cannot be read from ${file}.`, { cause: error })
	}
}
