/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import solutionsJson from '../../data/solutions.json' with { type: 'json' }
import { solutionsSchema } from './solution.ts'

const catalogue = solutionsSchema.parse(solutionsJson)

// That its references are whole is what `npm run packs -- check` says, and the test of that command.
describe('the catalogue of solutions', () => {
	it('is a released version', () => {
		expect(catalogue.version).toBe('1.0.1')
	})

	it('says of each checked licence where people can look themselves', () => {
		const checked = catalogue.solutions.filter(({ licenceChecked }) => licenceChecked)
		expect(checked.length).toBeGreaterThan(50)
		expect(checked.filter(({ licenceChecked }) => !licenceChecked!.where || !licenceChecked!.url).map(({ id }) => id)).toEqual([])
	})

	it('is refused with an address that is not secure, or a misspelt key', () => {
		const [solution, ...others] = solutionsJson.solutions
		const accepts = (changes: object) => solutionsSchema.safeParse({ ...solutionsJson, solutions: [{ ...solution, ...changes }, ...others] }).success
		expect(accepts({})).toBe(true)
		expect(accepts({ homepage: 'http://example.org/' })).toBe(false)
		expect(accepts({ license: 'MIT' })).toBe(false)
		expect(accepts({ licence: 'MIT / GPL-3.0' })).toBe(false)
	})
})
