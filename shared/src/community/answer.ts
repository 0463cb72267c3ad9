/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { answerLimits } from './answer-limits.ts'
import { linkStates } from './need-vocabulary.ts'
import { publicText } from './public-text.ts'

const spoken = /[\p{L}\p{N}]/u

/** What a member answers to a need, as it becomes public. */
export const AnswerText = z.strictObject({
	/** The name that is shown: of a person, an association or a role. */
	name: publicText.trim().min(1).max(answerLimits.name).refine((name) => spoken.test(name) && !name.includes('\n'), 'a name has a letter or a digit and is on one line'),
	/** Plain text; paragraphs and lists stay. */
	text: publicText.trim().min(1).max(answerLimits.text).refine((text) => spoken.test(text), 'an answer says something'),
})

export type AnswerText = z.infer<typeof AnswerText>

/** An answer of the asking organisation itself. */
export const OwnAnswer = z.object({
	uuid: z.uuid(),
	/** Counts the changes; the ETag of the answer is this number between double quotes. */
	revision: z.int().positive(),
	/** `withdrawn` while it still is to disappear from the forum. */
	status: z.enum(['published', 'withdrawn']),
	name: z.string().max(answerLimits.name),
	text: z.string().max(answerLimits.text),
	/** How it and its post on the forum are joined. */
	state: z.enum(linkStates),
	/** What went wrong and what happens next, in words. */
	problem: z.object({ fr: z.string(), en: z.string() }).optional(),
	/** Which trouble `problem` tells of; `conflict` where people on the forum changed the same lines. */
	problemKind: z.string().max(40).optional(),
	/** Whether people on the forum changed its text. */
	changedOnForum: z.boolean(),
	createdAt: z.iso.datetime(),
	updatedAt: z.iso.datetime(),
})

export type OwnAnswer = z.infer<typeof OwnAnswer>

/** An answer of the asking organisation, wherever it answered; without a title where the need cannot be read any more. */
export const AnswerWithNeed = z.object({
	need: z.object({ uuid: z.uuid(), title: z.string().optional() }),
	answer: OwnAnswer,
})

export type AnswerWithNeed = z.infer<typeof AnswerWithNeed>
