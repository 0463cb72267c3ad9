/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Questionnaire } from '@emancipasso/shared/diagnosis/questionnaire'

import questionnaireJson from '@emancipasso/shared/data/questionnaire.json'
import { expect, it } from 'vitest'
import { describeAnswer } from './describe-answer.ts'

const questionnaire = questionnaireJson as object as Questionnaire
const said = (path: string[], value: unknown) => describeAnswer(questionnaire, path, value).value

it('says what two people answered in words, never by ids', () => {
	expect(said(['answers', 'gov-lead'], 'one-person')).toBe(questionnaire.questions.find(({ id }) => id === 'gov-lead')!.options!.find(({ id }) => id === 'one-person')!.text.en)
	expect(said(['answers', 'mgmt-missing'], 'A rota')).toBe('A rota')
	expect(said(['answers', 'profile-territory'], 'FR-44')).toBe('Loire-Atlantique')
})

it('says what two people wrote of a tool in words, never by ids', () => {
	expect(said(['lines', 'a', 'status'], 'partial')).toBe(questionnaire.migrationStatuses.find(({ id }) => id === 'partial')!.label.en)
	expect(said(['lines', 'a', 'use'], 'mail')).toBe(questionnaire.uses.find(({ id }) => id === 'mail')!.label.en)
	expect(said(['lines', 'a', 'hosting'], 'giant')).toBe('A tech giant')
	expect(said(['lines', 'a', 'satisfaction'], 3)).toBe('3')
})
