/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { parseArgs } from 'node:util'

/** What the person who starts the demonstration chose. */
export interface DemoOptions {
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

/**
 * The options of the command line.
 *
 * @param args as they were typed
 */
function parse(args: readonly string[]) {
	const text = { type: 'string' } as const
	try {
		return parseArgs({ args: [...args], options: { empty: { type: 'boolean' }, folder: text, 'connector-port': text, 'forum-port': text, 'preview-port': text, 'console-port': text } })
	} catch (error) {
		// The port of the console is taken but not offered: there is no console yet.
		const known = '--empty, --folder, --connector-port, --forum-port, --preview-port'
		const said = error instanceof Error ? error.message : ''
		throw new DemoError(both(`Option inconnue ou incomplète (${said}). Options : ${known}.`, `Unknown or incomplete option (${said}). Options: ${known}.`))
	}
}
