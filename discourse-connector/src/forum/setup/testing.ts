/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumUnderTest } from '../../../sandbox-forum/testing.ts'
import type { Terminal } from './terminal.ts'

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { parseEnv } from 'node:util'
import { onTestFinished } from 'vitest'
import { forumCommand } from './command.ts'

export const SECRET_KEY = 'sandbox-api-key'
const CONNECTOR = 'http://127.0.0.1:9'

/** What a command did. */
export interface Run {
	code: number
	/** All that was shown, errors included. */
	said: string
	/** The lines that have one of these marks in front. */
	marked: (...marks: string[]) => string[]
}

/** A folder of an operator who sets a forum up. */
export interface Operator {
	/** Runs `forum …` with the admin's key in a file. */
	run: (forum: Pick<ForumUnderTest, 'url'>, args?: readonly string[], variables?: Record<string, string>) => Promise<Run>
	/** The same with a new environment file of the connector, without asking. */
	setUp: (forum: Pick<ForumUnderTest, 'url'>, ...args: string[]) => Promise<Run>
	/** Runs `forum check` with what was written. */
	check: (variables?: Record<string, string>) => Promise<Run>
	/** The file that was written, as it is. */
	written: () => string
	variables: () => Record<string, string | undefined>
	path: string
}

/** An operator whose connector listens nowhere: the forum's webhooks end in nothing. */
export function operator(key = SECRET_KEY): Operator {
	const folder = mkdtempSync(join(tmpdir(), 'forum-setup-'))
	onTestFinished(() => rmSync(folder, { recursive: true }))
	writeFileSync(join(folder, 'key'), `${key}\n`, { mode: 0o600 })
	const path = join(folder, 'connector.env')
	const run: Operator['run'] = (forum, args = [], variables = {}) => runIn(folder, ['setup', '--url', forum.url, '--key-file', 'key', '--language', 'en', ...args], { PUBLIC_URL: CONNECTOR, ...variables })
	return {
		run,
		setUp: (forum, ...args) => run(forum, ['--write-env', 'connector.env', '--yes', ...args]),
		check: (variables = {}) => runIn(folder, ['check', '--language', 'en'], { PUBLIC_URL: CONNECTOR, ...definedIn(parseEnv(readFileSync(path, 'utf8'))), ...variables }),
		written: () => readFileSync(path, 'utf8'),
		variables: () => parseEnv(readFileSync(path, 'utf8')),
		path,
	}
}

/**
 * Runs the command in a folder, as if nobody sat at the terminal unless one is given.
 *
 * @param folder where it is called
 * @param args after `forum`
 * @param variables of the process
 * @param terminal of a person
 */
export async function runIn(folder: string, args: readonly string[], variables: Record<string, string>, terminal: Terminal = { input: new PassThrough(), output: new PassThrough() }): Promise<Run> {
	const lines: string[] = []
	const note = (line: string) => {
		lines.push(line)
	}
	const code = await forumCommand(variables, terminal)(args, { directory: folder, print: note, complain: note })
	return { code, said: lines.join('\n'), marked: (...marks) => lines.filter((line) => marks.some((mark) => line.startsWith(`[${mark}]`))) }
}

/** The settings that an admin of the forum would have made by hand. */
export const SUITABLE = {
	allowDuplicateTopicTitlesCategory: true,
	retryWebHookEvents: true,
	enableDiscourseConnectProvider: true,
	discourseConnectProviderSecrets: '127.0.0.1|a-secret-of-the-forum',
}

function definedIn(variables: Record<string, string | undefined>): Record<string, string> {
	return Object.fromEntries(Object.entries(variables).flatMap(([name, value]) => value === undefined ? [] : [[name, value]]))
}
