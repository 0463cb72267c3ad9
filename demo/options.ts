/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { parseArgs } from 'node:util'

/** What the person who starts the demonstration chose. */
export interface DemoOptions {
	/** Whether only to say what can be chosen. */
	help: boolean
	/** Without the example providers. */
	empty: boolean
	/** Where everything is kept. */
	folder: string
	ports: { connector: number, forum: number, preview: number, console: number }
}

/** A wish that cannot be fulfilled, in words for people. */
export class DemoError extends Error {
	override name = 'DemoError'
}

const defaults = { connector: 8460, forum: 8461, preview: 8462, console: 8463 }

/**
 * Reads the command line, then the environment, then the defaults.
 *
 * @param args of the command line
 * @param env such as CONNECTOR_PORT
 * @throws {DemoError} when a port is none
 */
export function readOptions(args: readonly string[], env: Readonly<Record<string, string | undefined>>): DemoOptions {
	const { values } = parse(args)
	const port = (name: keyof typeof defaults) => {
		const text = values[`${name}-port`] ?? env[`${name.toUpperCase()}_PORT`] ?? ''
		const port = text === '' ? defaults[name] : Number(text)
		if (!Number.isInteger(port) || port < 1 || port > 65_535) {
			throw new DemoError(both(`« ${text} » n’est pas un port : choisissez un nombre de 1 à 65535 pour --${name}-port.`, `“${text}” is no port: choose a number from 1 to 65535 for --${name}-port.`))
		}
		return port
	}
	return {
		help: values.help ?? false,
		empty: values.empty ?? false,
		folder: values.folder ?? env.DEMO_FOLDER ?? 'var',
		ports: { connector: port('connector'), forum: port('forum'), preview: port('preview'), console: port('console') },
	}
}

/**
 * A sentence in both languages, one under the other.
 *
 * @param fr in French
 * @param en in English
 */
export function both(fr: string, en: string): string {
	return `${fr}\n${en}`
}

/** What can be chosen, for `npm start -- --help`. The port of the console is taken but not offered: there is no console apart. */
export const usage = both(
	`Utilisation : npm start -- [OPTIONS]
  --empty                  sans les exemples
  --folder DOSSIER         où tout est gardé (./var)
  --connector-port NOMBRE  port du connecteur (${defaults.connector})
  --forum-port NOMBRE      port du forum d’exemple (${defaults.forum})
  --preview-port NOMBRE    port de l’application (${defaults.preview})
  --help                   ce texte
`,
	`Usage: npm start -- [OPTIONS]
  --empty                  without the examples
  --folder FOLDER          where everything is kept (./var)
  --connector-port NUMBER  port of the connector (${defaults.connector})
  --forum-port NUMBER      port of the example forum (${defaults.forum})
  --preview-port NUMBER    port of the app (${defaults.preview})
  --help                   this text`,
)

/**
 * The same command with other ports.
 *
 * @param args as they were typed
 * @param ports to choose instead, by program
 */
export function commandWith(args: readonly string[], ports: Readonly<Record<string, number>>): string {
	const chosen = { ...parse(args).values, ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [`${name}-port`, String(port)])) }
	return ['npm start --', ...Object.entries(chosen).map(([name, value]) => value === true ? `--${name}` : `--${name} ${quoted(String(value))}`)].join(' ')
}

/**
 * @param text as a shell takes it for one word
 */
function quoted(text: string): string {
	return /^[\w./~:-]+$/.test(text) ? text : `'${text.replaceAll('\'', '\'\\\'\'')}'`
}

/**
 * The options of the command line.
 *
 * @param args as they were typed
 */
function parse(args: readonly string[]) {
	const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const
	try {
		return parseArgs({ args: [...args], options: { help: { ...flag, short: 'h' }, empty: flag, folder: text, 'connector-port': text, 'forum-port': text, 'preview-port': text, 'console-port': text } })
	} catch (error) {
		const which = /'([^' ]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? args.join(' ')
		throw new DemoError(both(`Option inconnue ou incomplète\u00A0: ${which}`, `Unknown or incomplete option: ${which}\n\n${usage}`))
	}
}
