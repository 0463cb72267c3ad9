/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import solutionsJson from '../../data/solutions.json' with { type: 'json' }
import { questionnaire } from '../diagnosis/testing/reference-data.ts'
import { namesAlike, searchCatalogue, toolsReplacedBy } from './catalogue-search.ts'
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
		expect(search('  ')).toEqual({ tools: [], solutions: [], uses: [], alike: false })
	})

	it.each([
		['doodel', 'tools', 'doodle'],
		['Gooogle Drive', 'tools', 'google-drive'],
		['dropobx', 'tools', 'dropbox'],
		['nexcloud fichier', 'solutions', 'nextcloud-files'],
		['framadtae', 'solutions', 'framadate'],
		['visioconferance', 'uses', 'video-meeting'],
	] as const)('finds %s in spite of the typing error, and says that it is only alike', (typed, kind, id) => {
		const found = search(typed)
		expect(found[kind].map((one) => one.id)).toContain(id)
		expect(found.alike).toBe(true)
	})

	it('finds nothing alike where something is written so, nor for words that nothing resembles', () => {
		expect(search('doodle').alike).toBe(false)
		expect(search('doodle').tools.map(({ id }) => id)).toEqual(['doodle'])
		expect(search('hydroglisseur')).toEqual({ tools: [], solutions: [], uses: [], alike: true })
		expect(search('1234').tools).toEqual([])
	})

	it('finds every tool of the catalogue with a letter of its name left out', () => {
		const missed = catalogue.tools.filter(({ name }) => {
			const word = typeof name === 'string' ? name : name.fr
			return /^\p{L}{6,}$/u.test(word) && !search(word.slice(0, 2) + word.slice(3)).tools.some((one) => one.name === name)
		})
		expect(missed).toEqual([])
	})

	it('proposes names for one that is not known, the most alike first, and none where one begins so', () => {
		const proposed = (typed: string) => namesAlike(catalogue, typed).map(({ id }) => id)
		expect(proposed('doodel')[0]).toBe('doodle')
		expect(proposed('Mailchmip')[0]).toBe('mailchimp')
		expect(proposed('dood')).toEqual([])
		// Names of other tools, which ours does not know.
		expect([...proposed('Sage'), ...proposed('Orange')]).toEqual([])
		expect(proposed('Logiciel du club')).toEqual([])
		expect(proposed('')).toEqual([])
	})

	it('goes back from a solution to what it replaces', () => {
		expect(toolsReplacedBy(catalogue, 'bigbluebutton').map(({ id }) => id)).toContain('zoom')
	})
})
