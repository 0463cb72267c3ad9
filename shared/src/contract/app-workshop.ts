/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { answersSchema } from '../diagnosis/answers.ts'
import { dimensionSchema, questionsSchema } from '../diagnosis/questionnaire.ts'
import { longestLinkDays, respondentNameLimit, workshopResponseLimit } from '../diagnosis/workshop/workshop-limits.ts'

/** Whether people answer without a name, and which questions they are asked. */
const WorkshopFields = z.object({
	/** Neither who answered nor when is kept, but the day. */
	anonymous: z.boolean(),
	form: z.enum(['short', 'full']),
})

/** Opens a workshop or gives it a new link; the link before then leads nowhere. Once somebody answered, only the days can differ. */
export const WorkshopInput = WorkshopFields.extend({
	/** Version of the questionnaire's pack that the diagnosis finishes on. */
	questionnaire: z.string().regex(/^[A-Za-z0-9.-]{1,60}$/),
	/** Days for which the link can be used. */
	days: z.int().min(1).max(longestLinkDays),
}).meta({ id: 'WorkshopInput' })
export type WorkshopInput = z.infer<typeof WorkshopInput>

/** How often each option of a question was chosen, and by how many the question was answered. */
export const QuestionTally = z.object({
	answered: z.int().min(3),
	values: z.record(z.string(), z.int().positive()),
}).meta({ id: 'QuestionTally' })
export type QuestionTally = z.infer<typeof QuestionTally>

/** A workshop as the organisation sees it: never what one person answered. */
export const Workshop = WorkshopFields.extend({
	/** Whether the link can be used. */
	open: z.boolean(),
	until: z.iso.datetime(),
	respondents: z.int().min(0).max(workshopResponseLimit),
	/** Who answered, where people give their names. */
	names: z.array(z.string().max(respondentNameLimit)),
	/** By question id; null below three respondents. Questions that fewer than three answered are left out, and so are free texts. */
	tallies: z.record(z.string(), QuestionTally).nullable(),
}).meta({ id: 'Workshop' })
export type Workshop = z.infer<typeof Workshop>

/** A workshop that was just opened, with the secret of its link, which is told only now. */
export const OpenedWorkshop = z.object({ workshop: Workshop, token: z.string().regex(/^[A-Za-z0-9_-]{32,64}$/) }).meta({ id: 'OpenedWorkshop' })
export type OpenedWorkshop = z.infer<typeof OpenedWorkshop>

/** What one person answers, whole: a repeated save replaces the one before. At most 100 kB; of it only options that the questions offer are kept. */
export const WorkshopResponse = z.object({
	answers: answersSchema,
	/** As the person gives it; not kept where a workshop is anonymous. */
	name: z.string().max(respondentNameLimit).optional(),
}).meta({ id: 'WorkshopResponse' })
export type WorkshopResponse = z.infer<typeof WorkshopResponse>

/** What somebody with the link, or a member, is shown: what is asked, by whom, and who will see what. */
export const Invitation = WorkshopFields.extend({
	title: z.string().max(200),
	organisation: z.string().max(120),
	until: z.iso.datetime(),
	questionnaire: z.object({ questions: questionsSchema, shortForm: z.object({ questions: z.array(z.string()) }), dimensions: z.array(dimensionSchema) }),
}).meta({ id: 'Invitation' })
export type Invitation = z.infer<typeof Invitation>
