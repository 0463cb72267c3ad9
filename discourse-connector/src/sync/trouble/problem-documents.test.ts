/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const page = readFileSync(join(import.meta.dirname, '../../../../docs/forum-admin.md'), 'utf8')
const sources = ['problems.ts', 'operator-problems.ts', '../answers/answer-problems.ts', '../../forum/access-faults.ts'].map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))

/** The longest part of a sentence that no value interrupts. */
function fixedPart(sentence: string): string {
	return sentence.split(/\$\{(?:[^{}`]|`[^`]*`)*\}/).reduce((longest, part) => part.length > longest.length ? part : longest, '')
}

it('the forum’s admins find every message of the synchronisation in their guide, in both languages', () => {
	const sentences = sources.flatMap((source) => [...source.matchAll(/^\s+(?:fr|en): ['`](.{40,})['`],$/gm)].map(([, sentence]) => String(sentence).replaceAll(String.raw`\u00a0`, '\u00a0')))

	expect(sentences.length).toBeGreaterThan(50)
	expect(sentences.filter((sentence) => !page.includes(fixedPart(sentence)))).toEqual([])
})

it('the guide has a row for every kind of trouble', () => {
	const kinds = sources.flatMap((source) => [.../^\tkind: (.+)$/m.exec(source)?.[1]?.matchAll(/'([a-z-]+)'/g) ?? []].map(([, kind]) => String(kind)))

	expect(kinds.length).toBeGreaterThan(20)
	expect(kinds.filter((kind) => !page.includes(`| \`${kind}\` |`))).toEqual([])
})
