/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ActionStatus } from './action-status.ts'

import { z } from 'zod'
import { limitedMap } from '../diagnosis/limited-map.ts'
import { actionLimits, actionSchemaVersion } from './action-limits.ts'
import { actionStatuses } from './action-status.ts'

const id = z.string().min(1).max(60)
const note = z.string().max(actionLimits.note)
const day = z.iso.date()
const statusIds = actionStatuses.map((status) => status.id) as [ActionStatus, ...ActionStatus[]]
const status = z.enum(statusIds)

/** A point to tick off; a map by id in its action, so that two people can add some at once. */
const checklistItemSchema = z.object({ text: z.string().max(actionLimits.title), done: z.boolean(), position: z.number().min(0).max(1_000_000) })

/** The move from one tool to another for one use. The line of the inventory takes its status from the action. */
const migrationSchema = z.object({
	/** Id of the inventory line. */
	line: z.string().max(60),
	use: z.string().max(60),
	/** Ids of the catalogue or the members' own words; `to` is empty while it is undecided. */
	from: z.string().max(actionLimits.tool),
	to: z.string().max(actionLimits.tool),
})

/**
 * An action of the plan as the association's own cloud keeps it: one document each, whose title, status, due day and
 * owner are also columns of the store, and whose history is the store's.
 */
export const actionSchema = z.object({
	schemaVersion: z.literal(actionSchemaVersion),
	title: z.string().max(actionLimits.title),
	status,
	/** Where it stood before it was blocked. */
	before: status.optional(),
	/** Why it is kept, watched, rolled back or blocked. */
	reason: note.optional(),
	/** When what is kept or watched is looked at again. */
	reviewDate: day.optional(),
	/** One of the eight steps, which are advice. */
	step: id.optional(),
	startDate: day.optional(),
	dueDate: day.optional(),
	effort: z.enum(['s', 'm', 'l']).optional(),
	/** In euros, once. */
	cost: z.number().min(0).max(100_000_000).optional(),
	/** Who takes part, in words; the owner is a column of the store. */
	people: z.string().max(actionLimits.people).optional(),
	description: note.optional(),
	risks: note.optional(),
	/** How to go back when it does not work out. */
	wayBack: note.optional(),
	checklist: limitedMap(id, checklistItemSchema, actionLimits.checklist, 'points'),
	migration: migrationSchema.optional(),
	/** The recommendation that it came from. */
	origin: z.object({ diagnosis: z.uuid(), rule: id }).optional(),
})

export type Action = z.infer<typeof actionSchema>
export type ChecklistItem = z.infer<typeof checklistItemSchema>
export type Migration = z.infer<typeof migrationSchema>
