/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { NeedDraft } from '../../community/need.ts'
import { diagnosisDocumentSchema, inventoryLinesSchema } from '../../diagnosis/answers.ts'
import { carriedPack, packVersion } from '../../diagnosis/pack-version.ts'
import { questionnaireSchema } from '../../diagnosis/questionnaire.ts'
import { actionSchema } from '../../plan/action.ts'
import { planDocumentSchema } from '../../plan/plan-document.ts'
import { solutionsSchema } from '../../plan/solution.ts'

const title = z.string().max(200)
const name = z.string().max(500)

const kept = { id: z.uuid(), title, status: z.string().max(40) }

/**
 * Everything that an organisation keeps, as one file: what its diagnoses, its inventory, its plan and its needs say, and
 * the packs with which they are read. It names people by what they are called, never by an account.
 */
export const portableSchema = z.object({
	format: z.literal('emancipasso-organisation'),
	formatVersion: z.literal(1),
	organisation: name,
	date: z.iso.date(),
	appVersion: z.string().max(60),
	/** That the association made it itself, when, and with what. */
	imprint: z.string().max(2000),
	packs: z.object({
		/** Each version that a diagnosis was made with, as far as it could be read. */
		questionnaires: z.array(carriedPack(questionnaireSchema)).max(50),
		/** The newest catalogue. */
		solutions: carriedPack(solutionsSchema),
		/** Each other version of it that a diagnosis is read with. */
		catalogues: z.array(carriedPack(solutionsSchema)).max(50).optional(),
	}),
	diagnoses: z.array(z.object({
		...kept,
		updatedAt: z.iso.datetime(),
		document: diagnosisDocumentSchema,
		/** Versions of the packs that it is read with where the file was made, also in place of those that it wants. */
		readWith: z.object({ questionnaire: packVersion, solutions: packVersion }).optional(),
	})).max(500),
	/** Lines of the living inventory by id. */
	lines: inventoryLinesSchema,
	/** The plan's own document: goals, meetings, decisions. */
	plan: planDocumentSchema.nullable(),
	actions: z.array(z.object({ ...kept, dueDate: z.iso.date().nullable(), ownerName: name, updatedAt: z.iso.datetime(), document: actionSchema })).max(2000),
	/** As drafts: what was published stays where it is. */
	needs: z.array(z.object({ ...kept, document: NeedDraft })).max(500),
})

export type Portable = z.infer<typeof portableSchema>

/** The same as data, in the part of JSON Schema that `misfit` reads: what the browser holds a file to. */
export function portableShape(): unknown {
	return z.toJSONSchema(portableSchema, { io: 'input', reused: 'ref' })
}
