/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { diagnosisDocumentSchema } from './answers.ts'
import { answerPatch, isClosed, listLines, newDiagnosis } from './diagnosis-document.ts'
import { diagnosisLimits } from './diagnosis-limits.ts'
import { questionnaire, reference } from './testing/reference-data.ts'

const empty = newDiagnosis(questionnaire, 'short')
const accepts = (changes: object) => diagnosisDocumentSchema.safeParse({ ...empty, ...changes }).success
const line = { use: 'files', tool: 'dropbox', position: 1 }

/**
 * Applies a JSON merge patch (RFC 7396), as the store does.
 *
 * @param target what is stored
 * @param patch the change
 */
function merge(target: unknown, patch: unknown): unknown {
	if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
		return patch
	}
	const result: Record<string, unknown> = typeof target === 'object' && target !== null && !Array.isArray(target) ? { ...target } : {}
	for (const [key, value] of Object.entries(patch)) {
		if (value === null) {
			delete result[key]
		} else {
			result[key] = merge(result[key], value)
		}
	}
	return result
}

describe('a stored diagnosis', () => {
	it('keeps the version of the pack that it began with', () => {
		const begun = { ...empty, questionnaire: { id: questionnaire.id, version: '1.0.0.69e01a3e' } }
		expect(diagnosisDocumentSchema.parse(begun).questionnaire).toEqual(begun.questionnaire)
	})

	it('keeps the version of the questionnaire that it began with', () => {
		expect(diagnosisDocumentSchema.parse(empty)).toEqual({ schemaVersion: 1, questionnaire: { id: questionnaire.id, version: questionnaire.version }, form: 'short', answers: {} })
	})

	it('takes the reference associations, notes included', () => {
		for (const { answers, inventory } of reference.associations) {
			expect(accepts({ answers, inventory: Object.fromEntries(inventory.map((tool, position) => [`line-${position}`, { ...tool, position }])), notes: { 'gov-lead': 'Demander à Sam' } })).toBe(true)
		}
	})

	it.each([
		['a text', { answers: { 'mgmt-missing': 'x'.repeat(diagnosisLimits.text + 1) } }],
		['a list of options', { answers: { 'profile-sectors': Array.from({ length: diagnosisLimits.chosenOptions + 1 }, () => 'x') } }],
		['the number of answers', { answers: Object.fromEntries(Array.from({ length: diagnosisLimits.answers + 1 }, (_, i) => [`q${i}`, 'x'])) }],
		['the number of tools', { inventory: Object.fromEntries(Array.from({ length: diagnosisLimits.inventoryLines + 1 }, (_, i) => [`l${i}`, line])) }],
		['the name of a tool', { inventory: { a: { ...line, tool: 'x'.repeat(diagnosisLimits.tool + 1) } } }],
		['must-haves', { inventory: { a: { ...line, 'must-have': 'x'.repeat(diagnosisLimits.mustHave + 1) } } }],
		['a cost', { inventory: { a: { ...line, cost: -1 } } }],
		['a number of people', { inventory: { a: { ...line, users: 1.5 } } }],
		['a satisfaction', { inventory: { a: { ...line, satisfaction: 5 } } }],
		['a note', { notes: { 'gov-lead': 'x'.repeat(diagnosisLimits.note + 1) } }],
		['a form', { form: 'medium' }],
	])('limits %s', (_, changes) => {
		expect(accepts(changes)).toBe(false)
	})

	it('lists tools by position, and by id where two people took the same place', () => {
		const lines = { c: { ...line, position: 2 }, b: { ...line, position: 1 }, a: { ...line, position: 2 } }
		expect(listLines(lines).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
	})

	it('keeps both when two people answer at the same time, and takes an answer back', () => {
		const both = [answerPatch('gov-lead', 'group'), answerPatch('gov-budget', 'line')].reduce(merge, empty)
		expect(diagnosisDocumentSchema.parse(both)).toMatchObject({ answers: { 'gov-lead': 'group', 'gov-budget': 'line' } })
		expect(merge(both, answerPatch('gov-lead', null))).toEqual({ ...empty, answers: { 'gov-budget': 'line' } })
	})

	it('has its own copy of the tools once it is closed', () => {
		expect(isClosed(empty)).toBe(false)
		const closed = { ...empty, closedAt: '2026-11-28T10:00:00.000Z', inventory: { a: line } }
		expect(isClosed(diagnosisDocumentSchema.parse(closed))).toBe(true)
	})
})
