/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import questionnaireJson from '../../data/questionnaire.json' with { type: 'json' }
import solutionsJson from '../../data/solutions.json' with { type: 'json' }
import { solutionsSchema } from './solution.ts'

const catalogue = solutionsSchema.parse(solutionsJson)
const uses = new Set(questionnaireJson.uses.map(({ id }) => id))
const statuses = new Set(questionnaireJson.migrationStatuses.map(({ id }) => id))
const tools = new Map(catalogue.tools.map((tool) => [tool.id, tool]))
const solutions = new Map(catalogue.solutions.map((solution) => [solution.id, solution]))

describe('the catalogue of solutions', () => {
	it('is a released version', () => {
		expect(catalogue.version).toBe('1.0.0')
	})

	it('is refused with an address that is not secure, or a misspelt key', () => {
		const [solution, ...others] = solutionsJson.solutions
		const accepts = (changes: object) => solutionsSchema.safeParse({ ...solutionsJson, solutions: [{ ...solution, ...changes }, ...others] }).success
		expect(accepts({})).toBe(true)
		expect(accepts({ homepage: 'http://example.org/' })).toBe(false)
		expect(accepts({ license: 'MIT' })).toBe(false)
		expect(accepts({ licence: 'MIT / GPL-3.0' })).toBe(false)
	})

	it('has each id once, and no tool with the id of a solution', () => {
		for (const list of [[...catalogue.tools, ...catalogue.solutions], catalogue.replacements, catalogue.criteria]) {
			expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
		}
	})

	it('names uses and statuses of the questionnaire', () => {
		expect([...catalogue.tools, ...catalogue.solutions].filter((entry) => entry.uses.some((use) => !uses.has(use)))).toEqual([])
		expect(catalogue.replacements.filter(({ use }) => !uses.has(use))).toEqual([])
		const named = catalogue.replacements.flatMap(({ suggestStatus, observed }) => [suggestStatus, observed?.status])
		expect(named.filter((status) => status !== undefined && !statuses.has(status))).toEqual([])
	})

	it('has something free for every use', () => {
		const served = new Set(catalogue.solutions.flatMap((solution) => solution.uses))
		expect([...uses].filter((use) => !served.has(use))).toEqual([])
	})

	it('has a replacement for every use of every tool', () => {
		const left = catalogue.tools.flatMap(({ id, uses: used }) => used.filter((use) => !catalogue.replacements.some((replacement) => replacement.use === use && replacement.from.includes(id))).map((use) => `${id} for ${use}`))
		expect(left).toEqual([])
	})

	it('replaces tools for a use that they have', () => {
		expect(catalogue.replacements.filter(({ use, from }) => from.some((id) => !tools.get(id)?.uses.includes(use)))).toEqual([])
	})

	it('replaces them by solutions that serve the use, never by one whose freedom is disputed', () => {
		const wrong = catalogue.replacements.filter(({ use, to }) => to.some(({ solution: id }) => !solutions.get(id)?.uses.includes(use) || solutions.get(id)?.freeStatus === 'disputed'))
		expect(wrong).toEqual([])
	})

	it('explains every fit, difficulty, status and licence that is not an SPDX id', () => {
		const { vocabularies } = catalogue
		expect(Object.keys(vocabularies.fitMeaning)).toEqual(vocabularies.fit)
		expect(Object.keys(vocabularies.difficulty)).toEqual(['1', '2', '3', '4', '5'])
		expect(catalogue.solutions.filter(({ freeStatus }) => freeStatus && !vocabularies.freeStatus[freeStatus])).toEqual([])
		expect(catalogue.solutions.filter(({ licence }) => /^[a-z]/u.test(licence) && !vocabularies.licence[licence])).toEqual([])
	})

	it('says what limits a solution that is not wholly free', () => {
		expect(catalogue.solutions.filter(({ freeStatus, limits }) => freeStatus && !limits)).toEqual([])
	})

	it('names the sources that it cites', () => {
		const cited = [...catalogue.solutions, ...catalogue.replacements].flatMap(({ sources = [] }) => sources)
		expect(cited.filter((source) => !catalogue.vocabularies.sources[source])).toEqual([])
	})
})
