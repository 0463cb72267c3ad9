/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { needKinds } from '../community/need-vocabulary.ts'

/** A place in a list; opaque to whoever receives it. */
export const Cursor = z.string().max(200).meta({ description: 'Opaque; give back the one you received' })
const Uuid = z.uuid().toLowerCase()
/** The id of an organisation or a member, made by its own cloud. */
export const OpaqueId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)
const limit = (most: number, usual: number) => z.coerce.number().int().min(1).max(most).default(usual)

/** The packs of reference data. */
export const PackName = z.enum(['directory', 'questionnaire', 'solutions', 'vocabularies'])

/** A versioned file of reference data. The checksum is over the bytes served. */
export const PackVersion = z.object({
	name: PackName,
	version: z.string().regex(/^[A-Za-z0-9.-]{1,60}$/),
	checksum: z.string().regex(/^sha256-[0-9a-f]{64}$/),
	bytes: z.int().nonnegative(),
	createdAt: z.iso.datetime(),
}).meta({ id: 'PackVersion' })
export type PackVersion = z.infer<typeof PackVersion>
export type PackName = z.infer<typeof PackName>

/** The version of a pack that a path names. */
export const PackPath = z.object({ name: PackName, version: PackVersion.shape.version })

/** A search of the directory; a postcode gives distances and sorts by them. */
export const ProviderSearch = z.object({
	text: z.string().max(200).optional(),
	service: z.string().max(60).optional(),
	associationSize: z.string().max(60).optional(),
	modality: z.string().max(60).optional(),
	country: z.string().length(2).optional(),
	region: z.string().max(10).optional(),
	postcode: z.string().max(12).optional(),
	limit: limit(100, 20),
	cursor: Cursor.optional(),
})

/** One line of the change feed: a record to read again. */
export const Change = z.object({
	cursor: Cursor,
	kind: z.enum(['need', 'replies']),
	id: Uuid,
	at: z.iso.datetime(),
}).meta({ id: 'Change' })

/** The need that a path names. */
export const NeedPath = z.object({ uuid: Uuid })

/** The need and the answer to it that a path names; the app chose both ids. */
export const AnswerPath = NeedPath.extend({ reply: Uuid })

/** The organisation or member that a path names. */
export const OpaquePath = z.object({ id: OpaqueId })

/** A search of the needs. */
export const NeedSearch = z.object({
	text: z.string().max(200).optional(),
	kind: z.enum(needKinds).optional(),
	mine: z.stringbool().optional(),
	limit: limit(100, 20),
	cursor: Cursor.optional(),
})

/** What else a need is answered with. */
export const NeedInclude = z.object({ include: z.literal('replies').optional() })

/** Which of two versions of a text stays on the forum. */
export const ConflictAnswer = z.strictObject({ keep: z.enum(['ours', 'forum']) })

export type ConflictAnswer = z.infer<typeof ConflictAnswer>

/** Replies that changed since a cursor. */
export const RepliesAfter = z.object({ after: Cursor.optional(), limit: limit(100, 50) })

/** Changes since a cursor. */
export const ChangesAfter = z.object({ after: Cursor.optional(), limit: limit(500, 100) })

/** What a Nextcloud calls itself. */
const NextcloudId = z.string().regex(/^[A-Za-z0-9_-]{4,64}$/)

/** Sent with every call of an instance. */
export const InstanceHeaders = z.object({
	'emancipasso-instance': NextcloudId.meta({ description: 'The Nextcloud’s own instance id; the token is bound to the first one seen' }),
})

/** Sent with every call for an organisation. */
export const OrganisationHeaders = InstanceHeaders.extend({
	'emancipasso-organisation': OpaqueId,
	'emancipasso-member': OpaqueId.optional(),
})
