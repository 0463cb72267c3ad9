/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import questionnaireJson from '../../data/questionnaire.json' with { type: 'json' }
import { questionnaireSchema } from './questionnaire.ts'
import { questionnaire } from './testing/reference-data.ts'

// That its references are whole is what `npm run packs -- check` says, and the test of that command.
describe('the questionnaire', () => {
	it('is of the shape that its schema says, and a released version', () => {
		expect(questionnaireSchema.safeParse(questionnaireJson).error).toBeUndefined()
		expect(questionnaire.version).toBe('1.1.0')
	})

	it('is refused with a misspelt key, a text without French or a condition that is none', () => {
		const [rule, ...rules] = questionnaireJson.rules
		const withRule = (changes: object) => questionnaireSchema.safeParse({ ...questionnaireJson, rules: [{ ...rule, ...changes }, ...rules] }).success
		expect(withRule({})).toBe(true)
		expect(withRule({ priorty: 1 })).toBe(false)
		expect(withRule({ title: { fr: ' ', en: 'A title' } })).toBe(false)
		expect(withRule({ when: { q: 'gov-lead', op: 'like', value: 'one' } })).toBe(false)
	})
})
