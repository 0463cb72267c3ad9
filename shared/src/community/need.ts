/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { languages } from '../language/localised-text.ts'
import { OwnAnswer } from './answer.ts'
import { linkStates, needKinds, needLimits, needSections, needStatuses, needUrgencies, signatureChoices, sizeBands } from './need-vocabulary.ts'
import { publicText } from './public-text.ts'

const localisedText = z.object({ fr: z.string(), en: z.string() })

const sectionText = z.string().max(needLimits.section)

/** A place: its ISO 3166 code (`FR-BRE`, or `RO` for a country) and the name that people read. */
export const Region = z.object({
	code: z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/),
	label: publicText.min(1).max(needLimits.region),
})

export type Region = z.infer<typeof Region>

/**
 * What an association writes before anything leaves its cloud. Everything may be unfinished;
 * `budgetHint` stays private for ever.
 */
export const NeedDraft = z.object({
	kind: z.enum(needKinds),
	title: z.string().max(needLimits.title),
	context: sectionText,
	problem: sectionText,
	mustHave: sectionText,
	whoBenefits: sectionText,
	toolsConcerned: z.array(z.string().max(needLimits.tool)).max(needLimits.tools),
	urgency: z.enum(needUrgencies),
	signature: z.object({
		choice: z.enum(signatureChoices),
		/** What is shown instead of the proposed text; blank takes the proposal. */
		text: z.string().max(needLimits.signature),
	}),
	showSize: z.boolean(),
	showRegion: z.boolean(),
	budgetHint: z.string().max(needLimits.budgetHint),
	language: z.enum(languages),
})

export type NeedDraft = z.infer<typeof NeedDraft>

/** What an organisation says of itself when it publishes; nothing else of it is read. */
export const PublishingOrganisation = z.object({
	name: z.string(),
	sizeBand: z.enum(sizeBands).optional(),
	region: Region.optional(),
})

export type PublishingOrganisation = z.infer<typeof PublishingOrganisation>

const section = z.strictObject({
	id: z.enum(needSections),
	text: publicText.trim().min(1).max(needLimits.section),
})

/** Exactly what leaves the association's cloud, and nothing that is not named here. */
export const NeedPublication = z.strictObject({
	schemaVersion: z.literal(1),
	kind: z.enum(needKinds),
	title: publicText.trim().min(needLimits.titleAtLeast).max(needLimits.title),
	sections: z.array(section).min(1).max(needSections.length)
		.refine((sections) => sections.some(({ id, text }) => id === 'problem' && [...text].length >= needLimits.sectionAtLeast), 'the section “problem” must say a little')
		.refine((sections) => new Set(sections.map(({ id }) => id)).size === sections.length, 'a section appears twice'),
	toolsConcerned: z.array(publicText.trim().min(1).max(needLimits.tool)).max(needLimits.tools),
	urgency: z.enum(needUrgencies),
	signature: z.strictObject({
		choice: z.enum(signatureChoices),
		/** Empty when anonymous. */
		text: publicText.max(needLimits.signature),
	}).refine(({ choice, text }) => (choice === 'anonymous') === (text.trim() === ''), 'a signature has a text unless it is anonymous'),
	sizeBand: z.enum(sizeBands).optional(),
	region: z.strictObject(Region.shape).optional(),
	language: z.enum(languages),
})

export type NeedPublication = z.infer<typeof NeedPublication>

/** How a need and its topic on the forum are joined. */
export const NeedLink = z.object({
	state: z.enum(linkStates),
	topicUrl: z.url().optional(),
	/** What went wrong and what happens next, in words. */
	problem: localisedText.optional(),
	/** Which trouble `problem` tells of; `conflict` where the forum’s topic holds other words than the need. */
	problemKind: z.string().max(40).optional(),
	/** What people on the forum made of our text; absent while it says ours. */
	forumText: z.object({
		title: z.string().max(500),
		/** Sanitised by the connector. */
		html: z.string().max(200_000),
	}).optional(),
	/** What a correction and a change on the forum both touched: the forum's stays until the author answers. */
	conflict: z.object({ fields: z.array(z.enum(['title', 'body', 'category', 'tags', 'closed', 'visible'])).min(1) }).optional(),
	/** What people did with the topic; absent before it was seen. */
	standing: z.object({
		closed: z.boolean(),
		archived: z.boolean(),
		/** Votes for the topic, where the forum counts them. */
		votes: z.int().optional(),
		/** Id of the reply that was accepted as the answer. */
		acceptedReply: z.string().max(40).optional(),
	}).optional(),
})

export type NeedLink = z.infer<typeof NeedLink>

/** A need as the connector answers it to one organisation. */
export const Need = z.object({
	uuid: z.uuid(),
	/** Counts the changes; the ETag of the need is this number between double quotes. */
	revision: z.int().positive(),
	status: z.enum(needStatuses),
	/** Why it is not simply published, in words. */
	statusNote: localisedText.optional(),
	publication: NeedPublication,
	link: NeedLink,
	supports: z.object({
		/** Organisations, never people. */
		total: z.int().nonnegative(),
		/** Whether the asking organisation supports it. */
		own: z.boolean(),
	}),
	/** Where a person of the forum wrote it themselves; absent when it came from a cloud. */
	origin: z.literal('forum').optional(),
	/** Whether the asking organisation published it. */
	mine: z.boolean(),
	replyCount: z.int().nonnegative(),
	createdAt: z.iso.datetime(),
	updatedAt: z.iso.datetime(),
})

export type Need = z.infer<typeof Need>

/** An answer on the forum, as a cloud may show it. */
export const Reply = z.object({
	id: z.string().max(40),
	author: z.string().max(200),
	/** Sanitised by the connector; empty when deleted. */
	html: z.string().max(200_000),
	createdAt: z.iso.datetime(),
	updatedAt: z.iso.datetime(),
	deleted: z.boolean(),
	/** An association wrote it in its cloud, under a name that it chose. */
	viaCloud: z.literal(true).optional(),
	/** The asking organisation's own. */
	own: OwnAnswer.optional(),
})

export type Reply = z.infer<typeof Reply>
