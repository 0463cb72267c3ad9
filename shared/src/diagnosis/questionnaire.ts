/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { needKinds } from '../community/need-vocabulary.ts'
import { localisedTextSchema } from '../language/localised-text-schema.ts'
import { conditionSchema } from './condition-schema.ts'
import { inventoryFieldSchema, questionSchema } from './question-schema.ts'
import { ruleSchema } from './rule-schema.ts'

export type { Condition, ConditionLeaf } from './condition-schema.ts'
export type { InventoryField, Option, Question } from './question-schema.ts'
export type { Rule } from './rule-schema.ts'

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
const term = z.strictObject({ id, label: localisedTextSchema })
/** The weight is in the overall score, with two decimals at most. */
export const dimensionSchema = term.extend({ weight: z.number().min(0).max(10).multipleOf(0.01) })
export const questionsSchema = z.array(questionSchema).min(1)
const fraction = z.tuple([z.int().nonnegative(), z.int().positive()])
const efforts = z.array(z.enum(['s', 'm', 'l'])).min(1)

const shortFormSchema = z.strictObject({
	minutes: z.int().positive(),
	questions: z.array(id).min(1).max(20),
	result: z.literal('first-indication'),
	shows: z.array(z.enum(['strengths', 'flags', 'first-steps'])),
	maxSteps: z.int().positive(),
	note: localisedTextSchema,
})

/** The sentences explain the sums to maintainers; only the figures are used. */
const scoringSchema = z.strictObject({
	scale: z.strictObject({ min: z.literal(0), max: z.literal(3) }),
	/** Above nothing, so that a score always has a maximum. */
	minimumAnsweredShare: z.tuple([z.int().positive(), z.int().positive()]),
	levels: z.array(z.strictObject({
		id: z.enum(['fragile', 'underway', 'solid']),
		from: fraction,
		to: fraction,
		rule: z.string(),
		label: localisedTextSchema,
	})).length(3),
	independenceIndex: z.strictObject({ from: id, formula: z.string(), label: localisedTextSchema }),
	dimension: z.string(),
	unknown: z.string(),
	notApplicable: z.string(),
	hidden: z.string(),
	minimumRule: z.string(),
	belowMinimum: z.string(),
	monotonic: z.string(),
	overall: z.string(),
	strengths: z.string(),
	flags: z.string(),
	severalRespondents: z.string(),
	comparison: z.string(),
})

const rankingSchema = z.strictObject({
	now: z.int().positive(),
	nowShortForm: z.int().positive(),
	/** Efforts that fit, by answer to the question about time. */
	effortByTime: z.record(id, efforts),
	motivationsFrom: id,
	timeFrom: id,
	order: z.array(z.string()),
	rest: z.string(),
	remarks: z.string(),
	unanswered: z.string(),
})

/** What a line of documentation inside the pack looks like. */
const ruleLanguageSchema = z.strictObject({
	leaf: z.array(z.string()),
	operators: z.record(z.string(), z.string()),
	inventory: z.record(z.string(), z.string()),
	combine: z.array(z.string()),
	showIf: z.string(),
	note: z.string(),
})

/** A whole questionnaire: what is asked, how it is scored, what is advised. Unknown keys are faults. */
export const questionnaireSchema = z.strictObject({
	id,
	version: z.string().regex(/^\d+\.\d+\.\d+$/),
	languages: z.array(z.enum(['fr', 'en'])).length(2),
	title: localisedTextSchema,
	intro: localisedTextSchema,
	methods: z.array(term),
	shortForm: shortFormSchema,
	sharing: z.strictObject({ default: z.literal('nothing-leaves'), values: z.array(z.string()), note: localisedTextSchema }),
	scoring: scoringSchema,
	dimensions: z.array(dimensionSchema).min(1),
	uses: z.array(term).min(1),
	inventoryItem: z.strictObject({ fields: z.array(inventoryFieldSchema).min(1) }),
	migrationStatuses: z.array(term).min(1),
	steps: z.array(term.extend({ order: z.int().positive() })).min(1),
	serviceTypes: z.array(term).min(1),
	associationSizes: z.array(term.extend({ from: conditionSchema })).min(1),
	communityKinds: z.array(term.extend({ id: z.enum(needKinds) })).min(1),
	questions: questionsSchema,
	flags: z.array(term).min(1),
	ruleLanguage: ruleLanguageSchema,
	ranking: rankingSchema,
	rules: z.array(ruleSchema).min(1),
})

export type Questionnaire = z.infer<typeof questionnaireSchema>
export type LevelId = Questionnaire['scoring']['levels'][number]['id']
