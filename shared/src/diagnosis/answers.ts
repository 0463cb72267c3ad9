/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { solutionsSchema } from '../plan/solution.ts'
import { diagnosisLimits, diagnosisSchemaVersion } from './diagnosis-limits.ts'
import { limitedMap } from './limited-map.ts'
import { carriedPack, packVersion } from './pack-version.ts'
import { questionnaireSchema } from './questionnaire.ts'

const id = z.string().min(1).max(diagnosisLimits.id)
const count = z.number().int().min(0).max(diagnosisLimits.count)

/** One option, several, or a text: what the question's type says. An absent answer is an absent key. */
const answerSchema = z.union([
	z.string().max(diagnosisLimits.text),
	z.array(id).max(diagnosisLimits.chosenOptions),
])

/** Answers by question id. */
export const answersSchema = limitedMap(id, answerSchema, diagnosisLimits.answers, 'answers')

/** One tool for one use. Keys are the field ids of the questionnaire. */
export const inventoryLineSchema = z.object({
	use: z.string().max(diagnosisLimits.id),
	/** An id of the catalogue or the members' own words; empty while the line is being written. */
	tool: z.string().max(diagnosisLimits.tool),
	hosting: id.optional(),
	users: count.optional(),
	criticality: id.optional(),
	satisfaction: z.int().min(1).max(4).optional(),
	'must-have': z.string().max(diagnosisLimits.mustHave).optional(),
	/** In euros a year, two decimals. */
	cost: z.number().min(0).max(diagnosisLimits.cost).optional(),
	contains: z.array(id).max(diagnosisLimits.chosenOptions).optional(),
	admins: count.optional(),
	exit: id.optional(),
	/** One of the migration statuses. */
	status: id.optional(),
})

/** A line as stored: its place in the list is a number, so that two people can add lines at once. */
const storedInventoryLineSchema = inventoryLineSchema.extend({
	position: z.number().min(0).max(diagnosisLimits.count),
	/** The day on which somebody last looked whether the line is right. */
	looked: z.iso.date().optional(),
})

/** Lines by id. */
export const inventoryLinesSchema = limitedMap(id, storedInventoryLineSchema, diagnosisLimits.inventoryLines, 'tools')

/** What the association decided about one recommendation. */
const decisionSchema = z.object({
	decision: z.enum(['accepted', 'later', 'refused']),
	reason: z.string().max(diagnosisLimits.note).optional(),
	/** The day on which “not now” ends: then it is proposed again. */
	until: z.iso.date().optional(),
	/** The day of the decision. */
	at: z.iso.date(),
})

/**
 * The diagnosis document as the association's own cloud keeps it.
 * Answers and notes are maps by id, so that a save is a merge patch on one field
 * and people who answer at the same time do not overwrite one another.
 */
export const diagnosisDocumentSchema = z.object({
	schemaVersion: z.literal(diagnosisSchemaVersion),
	/** A diagnosis finishes on the version that it began with: that of its pack, which has the version of the questionnaire and a checksum. */
	questionnaire: z.object({ id, version: packVersion }),
	form: z.enum(['short', 'full']),
	method: z.enum(['self', 'group', 'guided']).optional(),
	answers: answersSchema,
	/** The tools as they were when the diagnosis was closed. While it runs it reads and writes the organisation's living inventory. */
	inventory: inventoryLinesSchema.optional(),
	/** When it was closed: from then on its answers and tools stay as they are. */
	closedAt: z.iso.datetime().optional(),
	/** The catalogue that it was closed with, by the version of its pack: what it advised stays what it advised. */
	catalogue: z.object({ version: packVersion }).optional(),
	/** Decisions by id of the rule that recommends. */
	decisions: limitedMap(id, decisionSchema, diagnosisLimits.answers, 'decisions').optional(),
	/** The earlier diagnosis whose answers are shown beside the questions. */
	previous: z.uuid().optional(),
	/** The interviewer's notes by question id, kept apart from the answers. */
	notes: limitedMap(id, z.string().max(diagnosisLimits.note), diagnosisLimits.answers, 'notes').optional(),
	/** What it is read with when it came from another cloud and this one does not have that version: an import brings it along. */
	carried: z.object({ questionnaire: carriedPack(questionnaireSchema).optional(), solutions: carriedPack(solutionsSchema).optional() }).optional(),
})

export type Answer = z.infer<typeof answerSchema>
export type Answers = z.infer<typeof answersSchema>
export type InventoryLine = z.infer<typeof inventoryLineSchema>
export type StoredInventoryLine = z.infer<typeof storedInventoryLineSchema>
export type DiagnosisDocument = z.infer<typeof diagnosisDocumentSchema>
export type Decision = z.infer<typeof decisionSchema>
export type DiagnosisForm = DiagnosisDocument['form']
export type DiagnosisMethod = NonNullable<DiagnosisDocument['method']>
