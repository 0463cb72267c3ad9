/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { limitedMap } from '../diagnosis/limited-map.ts'
import { actionLimits } from './action-limits.ts'

const id = z.string().min(1).max(60)
const line = z.string().max(actionLimits.title)
const note = z.string().max(actionLimits.note)
const day = z.iso.date()

/** What the association wants to reach, and how it will know. */
const goalSchema = z.object({ text: line, measure: line.optional(), position: z.number().min(0).max(1_000_000) })

/** A day on which people spoke about the plan: what changed is told since then. */
const meetingSchema = z.object({ date: day, name: line.optional() })

/** What a body decided. */
const decisionSchema = z.object({ date: day, body: line.optional(), text: note, votes: line.optional() })

const few = <Entry extends z.ZodType>(entry: Entry) => limitedMap(id, entry, 200, 'entries')

/**
 * What an organisation's plan says beside its actions: one document for each organisation. Maps by id, so that two people
 * can write at once.
 */
export const planDocumentSchema = z.object({
	schemaVersion: z.literal(1),
	goals: few(goalSchema),
	meetings: few(meetingSchema),
	decisions: few(decisionSchema),
})

export type PlanDocument = z.infer<typeof planDocumentSchema>
export type Goal = z.infer<typeof goalSchema>
export type Meeting = z.infer<typeof meetingSchema>
export type Decision = z.infer<typeof decisionSchema>
