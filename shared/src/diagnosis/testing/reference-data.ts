/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answers, InventoryLine } from '../answers.ts'
import type { Evaluation, EvaluationInput } from '../evaluate.ts'

import { z } from 'zod'
import questionnaireJson from '../../../data/questionnaire.json' with { type: 'json' }
import solutionsJson from '../../../data/solutions.json' with { type: 'json' }
import { localisedTextSchema } from '../../language/localised-text-schema.ts'
import { solutionsSchema } from '../../plan/solution.ts'
import { answersSchema, inventoryLineSchema } from '../answers.ts'
import { evaluate } from '../evaluate.ts'
import { questionnaireSchema } from '../questionnaire.ts'
import referenceJson from './reference-associations.json' with { type: 'json' }

export const questionnaire = questionnaireSchema.parse(questionnaireJson)
export const solutions = solutionsSchema.parse(solutionsJson)

const fraction = z.tuple([z.int(), z.int()])

const referenceSchema = z.strictObject({
	id: z.string(),
	version: z.string(),
	languages: z.array(z.string()),
	questionnaire: z.string(),
	questionnaireVersion: z.string(),
	associations: z.array(z.strictObject({
		id: z.string(),
		name: localisedTextSchema,
		description: localisedTextSchema,
		answers: answersSchema,
		inventory: z.array(inventoryLineSchema.strict()),
		expected: z.strictObject({
			flags: z.array(z.string()),
			dimensions: z.record(z.string(), z.strictObject({ score: fraction.nullable(), level: z.string().nullable() })),
			overall: fraction,
			independence: fraction,
			rules: z.array(z.string()),
			now: z.array(z.string()),
		}),
	})).length(4),
})

/** Four complete answer sets, each with what must come out. */
export const reference = referenceSchema.parse(referenceJson)

/**
 * Evaluates answers with the shipped questionnaire and catalogue.
 *
 * @param answers answers by question id
 * @param inventory lines of the inventory
 * @param form short or full
 */
export function evaluated(answers: Answers, inventory: InventoryLine[] = [], form: EvaluationInput['form'] = 'full'): Evaluation {
	return evaluate({ questionnaire, solutions, answers, inventory, form })
}

/**
 * The ids of the rules that fired, in the order of the questionnaire.
 *
 * @param evaluation what `evaluate` returned
 */
export function firedIds(evaluation: Evaluation): string[] {
	return evaluation.fired.map(({ rule }) => rule.id)
}

/**
 * The same answers, or the same line, without one entry.
 *
 * @param entries what there is
 * @param key what to leave out
 */
export function without<T extends object>(entries: T, key: keyof T & string): T {
	const copy = { ...entries }
	delete copy[key]
	return copy
}
