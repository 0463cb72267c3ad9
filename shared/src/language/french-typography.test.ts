/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const sources = fileURLToPath(new URL('..', import.meta.url))

/** French texts written in the sources, with the file they stand in. */
const texts = globSync('**/*.ts', { cwd: sources })
	.filter((file) => !file.endsWith('.test.ts'))
	.flatMap((file) => [...readFileSync(`${sources}/${file}`, 'utf8').matchAll(/\bfr: '((?:[^'\\\n]|\\.)*)'/g)]
		.map(([, text = '']) => ({ file, text: text.replace(/\\u([0-9a-f]{4})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) })))

describe('French texts in the sources', () => {
	it('are found', () => {
		expect(texts.length).toBeGreaterThan(100)
	})

	it('have no-break spaces where punctuation must not start a line', () => {
		expect(texts.filter(({ text }) => /[^\u00a0\u202f][:;?!»](?:\s|$)|«(?![\u00a0\u202f])/u.test(text)).map(({ file, text }) => `${file}: ${text}`)).toEqual([])
	})
})
