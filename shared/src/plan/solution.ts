/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { localisedNameSchema, localisedTextSchema } from '../language/localised-text-schema.ts'

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
const ids = z.array(id).min(1)
const day = z.iso.date()

const toolSchema = z.strictObject({
	id,
	name: localisedNameSchema,
	vendor: z.string().min(1).optional(),
	uses: ids,
	/** Something to know before anything else, such as an announced closure. */
	caution: localisedTextSchema.optional(),
})

const solutionSchema = z.strictObject({
	id,
	name: localisedNameSchema,
	description: localisedTextSchema,
	homepage: z.url({ protocol: /^https$/ }).optional(),
	uses: ids,
	/** An SPDX expression, or an id of `vocabularies.licence`. */
	licence: z.string().regex(/^[A-Za-z0-9.+-]+( (AND|OR) [A-Za-z0-9.+-]+)*$/),
	licenceNote: localisedTextSchema.optional(),
	/** Only where somebody really looked: where, when, and what was written there. `source` is for maintainers; people read `where`. */
	licenceChecked: z.strictObject({
		source: z.string().min(1),
		where: z.enum(['software-list', 'source-code']).optional(),
		url: z.url({ protocol: /^https$/ }).optional(),
		date: day,
		found: z.array(z.string().min(1)).min(1),
	}).optional(),
	/** Absent: free. */
	freeStatus: z.enum(['partly', 'disputed', 'to-check']).optional(),
	limits: localisedTextSchema.optional(),
	strength: localisedTextSchema.optional(),
	kind: z.enum(['nextcloud', 'web', 'desktop', 'mobile', 'os']),
	/** The id of the Nextcloud app. */
	app: z.string().min(1).optional(),
	notSoftware: z.literal(true).optional(),
	sources: z.array(z.string()).optional(),
})

const replacementSchema = z.strictObject({
	id,
	use: id,
	from: ids,
	to: z.array(z.strictObject({ solution: id, fit: z.enum(['full', 'partial', 'helper', 'data']) })).min(1),
	/** From 1, an evening, to 5, a project in itself. */
	difficulty: z.int().min(1).max(5),
	notes: localisedTextSchema,
	quickWin: z.literal(true).optional(),
	suggestStatus: id.optional(),
	observed: z.strictObject({ status: id, where: localisedTextSchema }).optional(),
	sources: z.array(z.string()).optional(),
})

/** The whole catalogue. Unknown keys are faults. */
export const solutionsSchema = z.strictObject({
	id,
	version: z.string().regex(/^\d+\.\d+\.\d+$/),
	languages: z.array(z.enum(['fr', 'en'])).length(2),
	vocabularies: z.strictObject({
		kind: z.array(z.string()),
		fit: z.array(z.string()),
		fitMeaning: z.record(id, localisedTextSchema),
		difficulty: z.record(z.string().regex(/^[1-5]$/), localisedTextSchema),
		status: z.string(),
		sources: z.record(z.string(), z.string()),
		freeStatus: z.record(id, localisedTextSchema),
		licence: z.record(id, localisedTextSchema),
	}),
	criteria: z.array(z.strictObject({ id, label: localisedTextSchema })),
	tools: z.array(toolSchema),
	solutions: z.array(solutionSchema),
	replacements: z.array(replacementSchema),
})

export type Tool = z.infer<typeof toolSchema>
export type Solution = z.infer<typeof solutionSchema>
export type Replacement = z.infer<typeof replacementSchema>
export type Solutions = z.infer<typeof solutionsSchema>
