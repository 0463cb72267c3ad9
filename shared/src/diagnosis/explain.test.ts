/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Evaluation } from './evaluate.ts'

import { describe, expect, it } from 'vitest'
import { reasonSentence } from './explain.ts'
import { evaluated } from './testing/reference-data.ts'

const because = (evaluation: Evaluation, rule: string) => evaluation.fired.find((entry) => entry.rule.id === rule)!.because
const sentences = (evaluation: Evaluation, rule: string, language: 'fr' | 'en' = 'fr') => because(evaluation, rule).map((reason) => reasonSentence(reason, language))

describe('why something is advised', () => {
	it('is said by the question and the answer chosen', () => {
		const evaluation = evaluated({ 'gov-budget': 'none' })
		expect(sentences(evaluation, 'r-budget')).toEqual(['À la question «\u00a0Prévoyez-vous un budget pour le numérique\u202f?\u00a0», vous avez répondu «\u00a0Non\u00a0».'])
		expect(sentences(evaluation, 'r-budget', 'en')).toEqual(['To “Do you set aside a budget for digital tools?”, you answered “No”.'])
	})

	it('names every answer that raised a flag, in the order of the questions, each once', () => {
		const evaluation = evaluated({ 'security-admins': 'one', 'public-website': 'one-person' })
		const reasons = because(evaluation, 'r-second-admin')
		expect(reasons.map((reason) => reason.kind === 'answer' && [reason.question.id, reason.flags.map(({ id }) => id)])).toEqual([
			['public-website', ['single-admin']],
			['security-admins', ['single-admin']],
		])
	})

	it('says an answer once when it counted both by itself and by its flag', () => {
		const evaluation = evaluated({ 'gov-mandate': 'never', 'gov-lead': 'nobody' })
		expect(because(evaluation, 'r-mandate').map((reason) => reason.kind === 'answer' && reason.question.id)).toEqual(['gov-mandate', 'gov-lead'])
	})

	it('names the tool, its use and who hosts it', () => {
		const evaluation = evaluated({}, [{ use: 'chat', tool: 'signal' }, { use: 'mail', tool: 'gmail', hosting: 'giant' }, { use: 'mail', tool: 'La boîte de Sam', hosting: 'personal-account' }])
		expect(sentences(evaluation, 'r-mail')).toEqual([
			'Votre inventaire indique\u00a0: Gmail (courriel, un géant du numérique).',
			'Votre inventaire indique\u00a0: La boîte de Sam (courriel, un compte personnel).',
		])
		expect(sentences(evaluation, 'r-mail', 'en')[0]).toBe('Your inventory says: Gmail (e-mail, a tech giant).')
	})

	it('repeats the members’ own words', () => {
		expect(sentences(evaluated({ 'mgmt-missing': 'Un planning' }), 'r-need')[0]).toContain('vous avez répondu «\u00a0Un planning\u00a0»')
	})

	it('does not quote twice an answer that is a quotation', () => {
		expect(sentences(evaluated({ 'skills-help': 'the-one' }), 'r-help')[0]).toContain('répondu «\u00a0Celui ou celle qui s’y connaît\u00a0».')
	})

	it('lists only the chosen options that counted', () => {
		const [sentence] = sentences(evaluated({ 'skills-support-wanted': ['roadmap', 'data-migration'] }), 'r-objectives')
		expect(sentence).toContain('«\u00a0Établir une feuille de route\u00a0»')
	})
})
