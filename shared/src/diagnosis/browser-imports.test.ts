/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/**
 * What a module loads when it runs: packages by name, files of ours by address. Imports of types are erased.
 *
 * @param module address of a source file
 * @param seen what was visited, to be filled
 */
function loadedBy(module: URL, seen = new Set<string>()): Set<string> {
	seen.add(module.href)
	const source = readFileSync(module, 'utf8')
	for (const [, specifier] of source.matchAll(/^(?:import\s(?!type\s)(?:[^'\n]*\sfrom\s)?|export\s(?!type\s)[^'\n]*\sfrom\s|\}\sfrom\s)'([^']+)'/gmu)) {
		if (!specifier!.startsWith('.')) {
			seen.add(specifier!)
		} else if (!seen.has(new URL(specifier!, module).href)) {
			loadedBy(new URL(specifier!, module), seen)
		}
	}
	return seen
}

const packagesOf = (path: string) => [...loadedBy(new URL(path, import.meta.url))].filter((module) => !module.startsWith('file:'))

describe('what the browser loads', () => {
	it.each(['./evaluate.ts', './explain.ts', './propose-need.ts', './diagnosis-document.ts', './association-size.ts', './visible-questions.ts', './score.ts', './compare.ts', './decisions.ts', './radar.ts', '../plan/solution-lookup.ts', '../plan/inventory.ts', '../plan/action-status.ts', '../papers/board-report.ts', '../papers/specification.ts', '../papers/plan-paper.ts', '../papers/plan-calendar.ts', '../papers/public-page.ts', '../papers/register.ts', '../papers/format/html-page.ts', '../papers/format/markdown.ts', '../papers/format/csv.ts', '../papers/portable/make-portable.ts', '../papers/portable/plan-import.ts', '../papers/portable/read-portable.ts', '../language/normalise.ts'])('%s needs no package', (path) => {
		expect(packagesOf(path)).toEqual([])
	})

	it('of a text document is only what makes a zip', () => {
		expect(packagesOf('../papers/format/odt.ts')).toEqual(['fflate'])
	})

	it('would be noticed if it were a schema', () => {
		expect(packagesOf('./answers.ts')).toEqual(['zod'])
		expect(loadedBy(new URL('./evaluate.ts', import.meta.url)).size).toBeGreaterThan(6)
	})
})
