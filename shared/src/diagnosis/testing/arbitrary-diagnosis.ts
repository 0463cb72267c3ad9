/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer, Answers, InventoryLine } from '../answers.ts'
import type { Question, Questionnaire } from '../questionnaire.ts'

import fc from 'fast-check'
import { questionnaire, solutions } from './reference-data.ts'

const optionIds = (field: string) => questionnaire.inventoryItem.fields.find(({ id }) => id === field)?.options?.map(({ id }) => id) ?? []

/**
 * Any answer that a question offers, “I don’t know” and blank texts included; none for the inventory.
 *
 * @param question the question
 */
function arbitraryAnswer(question: Question): fc.Arbitrary<Answer> | null {
	const ids = question.options?.map(({ id }) => id) ?? []
	switch (question.type) {
		case 'single':
			return fc.constantFrom(...ids)
		case 'multi':
			return fc.subarray(ids)
		case 'need':
			return fc.constantFrom('', ' ', 'Un planning')
		default:
			return null
	}
}

/** Any answers to any of the questions. */
export const arbitraryAnswers: fc.Arbitrary<Answers> = fc.tuple(...questionnaire.questions.flatMap((question) => {
	const answer = arbitraryAnswer(question)
	return answer ? [fc.option(answer).map((value) => [question.id, value] as const)] : []
})).map((entries) => Object.fromEntries(entries.flatMap(([id, value]) => value === null ? [] : [[id, value]])))

const arbitraryLine: fc.Arbitrary<InventoryLine> = fc.record({
	use: fc.constantFrom(...questionnaire.uses.map(({ id }) => id)),
	tool: fc.constantFrom('', 'carnet à spirale', ...[...solutions.tools, ...solutions.solutions].map(({ id }) => id)),
	hosting: fc.constantFrom(...optionIds('hosting')),
	criticality: fc.constantFrom(...optionIds('criticality')),
	contains: fc.subarray(optionIds('contains')),
	status: fc.constantFrom(...questionnaire.migrationStatuses.map(({ id }) => id)),
}, { requiredKeys: ['use', 'tool'] })

/** Any inventory of a few lines. */
export const arbitraryInventory = fc.array(arbitraryLine, { maxLength: 8 })

/** Makes one question show only after some answer to another; it says little when the other comes later or is no single choice. */
interface Branch { hidden: number, by: number, option: number, op: 'eq' | 'ne' }

const place = fc.nat(questionnaire.questions.length - 1)

/** Up to six more questions that may be hidden. Kept apart from the questionnaire, so that a counterexample can be read. */
export const arbitraryBranches: fc.Arbitrary<Branch[]> = fc.array(fc.record({ hidden: place, by: place, option: fc.nat(), op: fc.constantFrom('eq', 'ne') }), { maxLength: 6 })

/**
 * The shipped questionnaire with more branches; a question looks at earlier ones only.
 *
 * @param branches to add
 */
export function withBranches(branches: readonly Branch[]): Questionnaire {
	const questions = [...questionnaire.questions]
	for (const { hidden, by, option, op } of branches) {
		const [later, earlier] = [Math.max(hidden, by), Math.min(hidden, by)]
		const { id: q, type, options = [] } = questions[earlier]!
		const value = options[option % Math.max(1, options.length)]?.id
		if (later !== earlier && type === 'single' && value !== undefined) {
			questions[later] = { ...questions[later]!, showIf: { q, op, value } }
		}
	}
	return { ...questionnaire, questions }
}
