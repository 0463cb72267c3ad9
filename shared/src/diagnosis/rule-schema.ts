/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { needKinds } from '../community/need-vocabulary.ts'
import { localisedTextSchema } from '../language/localised-text-schema.ts'
import { conditionSchema } from './condition-schema.ts'

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)

export const ruleSchema = z.strictObject({
	id,
	/** 1 comes first, whatever the time available. */
	priority: z.int().min(1).max(4),
	/** One of the eight steps. */
	step: id,
	/** Small, medium or large. */
	effort: z.enum(['s', 'm', 'l']),
	when: conditionSchema,
	title: localisedTextSchema,
	why: localisedTextSchema,
	/** First steps, in order. */
	actions: z.array(localisedTextSchema).min(1),
	/** Services of providers that help with this. */
	services: z.array(id).min(1).optional(),
	/** The question whose chosen options are the services that help. */
	servicesFrom: id.optional(),
	/** Solutions of the catalogue. */
	solutions: z.array(id).min(1).optional(),
	/** The kind of need with which the community can help. */
	community: z.enum(needKinds).optional(),
	/** What accepting the recommendation suggests elsewhere in the application. */
	effect: z.strictObject({
		suggestStatus: id.optional(),
		planCapacity: z.literal('one-at-a-time').optional(),
		prefill: z.literal('privacy-register-from-inventory').optional(),
		link: z.literal('mediation-places').optional(),
	}).optional(),
	/** Quick, visible, and put forward when it serves a stated motivation. */
	quickWin: z.literal(true).optional(),
	motivations: z.array(id).min(1).optional(),
	/** A sentence above the list instead of a line in it. */
	asRemark: z.literal(true).optional(),
})

export type Rule = z.infer<typeof ruleSchema>
