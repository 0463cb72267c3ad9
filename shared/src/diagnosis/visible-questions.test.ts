/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { questionnaire } from './testing/reference-data.ts'
import { nextOpenAfter, progressOf, visibleQuestions } from './visible-questions.ts'

const visible = (answers: Record<string, string | string[]>, inventory: { use: string, tool: string }[] = [], form: 'short' | 'full' = 'full') => visibleQuestions({ questionnaire, answers, inventory, form })
const ids = (answers: Record<string, string | string[]>) => visible(answers).questions.map(({ id }) => id)

describe('visible questions', () => {
	it('ask about visits of a site only to those who have one', () => {
		expect(ids({ 'public-website': 'team' })).toContain('public-trackers')
		expect(ids({})).toContain('public-trackers')
		expect(ids({ 'public-website': 'none' })).not.toContain('public-trackers')
	})

	it('leave the answer to a hidden question out of what counts', () => {
		const answers = { 'public-website': 'none', 'public-trackers': 'giant-no-consent' }
		expect(visible(answers).answers).toEqual({ 'public-website': 'none' })
		expect(answers['public-trackers']).toBe('giant-no-consent')
	})

	it('keep chosen options in the order of the question and drop what is not offered', () => {
		expect(visible({ 'profile-motivations': ['cost', 'gone', 'values'], 'gov-lead': ['group'], 'gov-budget': 'gone' }).answers).toEqual({ 'profile-motivations': ['values', 'cost'] })
	})

	it('count the inventory only where it is asked', () => {
		const lines = [{ use: 'files', tool: 'dropbox' }]
		expect(visible({}, lines).inventory).toEqual(lines)
		expect(visible({}, lines, 'short').inventory).toEqual([])
	})

	it('tell how far a diagnosis is: “I don’t know” and a text left blank are dealt with', () => {
		expect(progressOf(visible({}, [], 'short'))).toMatchObject({ answered: 0, total: 20, next: { id: 'profile-employees' } })
		const begun = progressOf(visible({ 'profile-employees': 'staff-1-5', 'gov-mandate': 'unknown', 'mgmt-missing': '' }, [], 'short'))
		expect(begun).toMatchObject({ answered: 3, total: 20, next: { id: 'gov-lead' } })
	})

	it('lead on from an open question to the next one still open, without asking again', () => {
		const now = visible({ 'profile-members': 'lt-50', 'profile-employees': 'staff-1-5', 'profile-digital-users': '1-5' })
		expect(nextOpenAfter(now, 'profile-members')?.id).toBe('profile-network')
		expect(nextOpenAfter(now, 'profile-network')?.id).toBe('profile-places')
		expect(nextOpenAfter(now, now.questions.at(-1)!.id)).toBeUndefined()
	})

	it('have nothing next when all is answered', () => {
		const answers = Object.fromEntries(questionnaire.questions.map(({ id, type, options }) => [id, type === 'multi' ? [] : options?.[0]?.id ?? '']))
		expect(progressOf(visible(answers, [], 'short'))).toEqual({ answered: 20, total: 20, next: undefined })
	})
})
