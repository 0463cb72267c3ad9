/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A text that a source file asks for. */
export interface UsedKey {
	key: string
	file: string
}

const string = String.raw`'((?:[^'\\]|\\.)*)'`
const calls = {
	code: { one: new RegExp(String.raw`(?<![\w$.>])t\(\s*${string}`, 'g'), several: new RegExp(String.raw`(?<![\w$.>])n\(\s*${string},\s*${string}`, 'g'), other: /(?<![\w$.>])[tn]\((?!\s*')/g },
	php: { one: new RegExp(String.raw`->t\(\s*${string}`, 'g'), several: new RegExp(String.raw`->n\(\s*${string},\s*${string}`, 'g'), other: /->[tn]\((?!\s*')/g },
}

/**
 * Every text that the sources ask for, and the calls whose text cannot be read from the source.
 *
 * @param app folder of the app
 */
export function usedKeys(app: string): { used: UsedKey[], unreadable: string[] } {
	const files = [
		...globSync('src/**/*.{ts,vue}', { cwd: app }).filter((file) => !file.endsWith('.test.ts') && file !== join('src', 'l10n.ts')),
		...globSync('{lib,templates}/**/*.php', { cwd: app }),
	]
	const used: UsedKey[] = []
	const unreadable: string[] = []
	for (const file of files.sort()) {
		const text = readFileSync(join(app, file), 'utf8')
		const { one, several, other } = file.endsWith('.php') ? calls.php : calls.code
		used.push(...[...text.matchAll(one)].map(([, key]) => ({ key: unescaped(key), file })))
		used.push(...[...text.matchAll(several)].map(([, singular, plural]) => ({ key: `_${unescaped(singular)}_::_${unescaped(plural)}_`, file })))
		unreadable.push(...[...text.matchAll(other)].map(({ index }) => `${file}:${text.slice(0, index).split('\n').length}`))
	}
	return { used, unreadable }
}

function unescaped(text = ''): string {
	return text.replace(/\\(.)/gs, '$1')
}
