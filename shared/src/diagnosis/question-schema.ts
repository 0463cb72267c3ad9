/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { localisedTextSchema } from '../language/localised-text-schema.ts'
import { conditionSchema } from './condition-schema.ts'

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)

const optionSchema = z.strictObject({
	id,
	text: localisedTextSchema,
	/** 0 is where there is most to do, 3 what works best; `null` for “I don’t know”. Absent: nothing is scored. */
	score: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.null()]).optional(),
	/** The flag that this answer raises. */
	flag: id.optional(),
	/** The question does not concern this association: it leaves the score altogether. */
	notApplicable: z.literal(true).optional(),
	/** `false` when its points are no reason to say that this works already, such as a proprietary tool. */
	strength: z.literal(false).optional(),
	/** Cannot be chosen together with another option. */
	exclusive: z.literal(true).optional(),
})

export const questionSchema = z.strictObject({
	id,
	dimension: id,
	type: z.enum(['single', 'multi', 'inventory', 'need', 'territory']),
	text: localisedTextSchema,
	help: localisedTextSchema.optional(),
	options: z.array(optionSchema).min(2).optional(),
	/** Most options that can be chosen together. */
	max: z.int().positive().optional(),
	required: z.literal(true).optional(),
	/** `false` when the options carry no points. */
	scored: z.literal(false).optional(),
	/** How much the question counts in its dimension; 1 when absent. */
	weight: z.int().positive().max(10).optional(),
	/** Hidden when this is false. Looks at earlier questions only. */
	showIf: conditionSchema.optional(),
	/** Whether an answer may ever enter a statistic; `none` when absent. */
	share: z.enum(['none', 'aggregate', 'never-automatic']).optional(),
})

export const inventoryFieldSchema = z.strictObject({
	id,
	type: z.enum(['vocabulary', 'tool-or-text', 'single', 'multi', 'number', 'scale', 'text', 'money-per-year']),
	text: localisedTextSchema,
	required: z.literal(true).optional(),
	/** Where the values come from, when they are not listed here. */
	ref: z.string().optional(),
	min: z.int().optional(),
	max: z.int().optional(),
	options: z.array(z.strictObject({ id, text: localisedTextSchema, score: z.null().optional() })).min(2).optional(),
})

export type Option = z.infer<typeof optionSchema>
export type Question = z.infer<typeof questionSchema>
export type InventoryField = z.infer<typeof inventoryFieldSchema>
