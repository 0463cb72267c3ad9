/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import solutionsJson from '../../data/solutions.json' with { type: 'json' }
import { questionnaire } from '../diagnosis/testing/reference-data.ts'
import { searchCatalogue, toolsReplacedBy } from './catalogue-search.ts'
import { solutionsSchema } from './solution.ts'

const catalogue = solutionsSchema.parse(solutionsJson)
const search = (text: string) => searchCatalogue(catalogue, questionnaire.uses, text)

describe('searching the catalogue', () => {
	it('finds a tool, a solution and a use by the beginning of their words, in both languages', () => {
		expect(search('drive').tools.map(({ id }) => id)).toContain('google-drive')
		expect(search('BIGBLUE').solutions.map(({ id }) => id)).toContain('bigbluebutton')
		expect(search('visio').uses.map(({ id }) => id)).toEqual(['video-meeting'])
		expect(search('video meet').uses.map(({ id }) => id)).toEqual(['video-meeting'])
	})

	it('wants every word, and finds nothing for none', () => {
		expect(search('google hydroglisseur').tools).toEqual([])
		expect(search('  ')).toEqual({ tools: [], solutions: [], uses: [] })
	})

	it('goes back from a solution to what it replaces', () => {
		expect(toolsReplacedBy(catalogue, 'bigbluebutton').map(({ id }) => id)).toContain('zoom')
	})
})
