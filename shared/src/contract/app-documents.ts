/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { historyLimits } from './limits.ts'

export { documentLimit, historyLimits } from './limits.ts'

/**
 * Kinds of private documents that an organisation keeps in its own cloud. Of `inventory` and `plan` it has one each,
 * whose id follows from the organisation's; of the others as many as it makes.
 */
export const documentKinds = ['diagnosis', 'need', 'inventory', 'action', 'plan', 'shortlist'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Who approved which words. The hash is sha256 over the UTF-8 bytes of the publication's canonical text. */
export const Approval = z.object({
	hash: z.string().regex(/^[0-9a-f]{64}$/),
	by: z.string(),
	byName: z.string(),
	at: z.iso.datetime(),
}).meta({ id: 'Approval' })
export type Approval = z.infer<typeof Approval>

/** What was last sent out of the cloud from a document, as the connector took it. */
export const Publication = z.object({
	hash: z.string().regex(/^[0-9a-f]{64}$/),
	/** The very text that left. */
	text: z.string(),
	etag: z.string(),
	at: z.iso.datetime(),
	/** `erased`: the community keeps nothing of it; the very text stays here as a private one. */
	status: z.enum(['published', 'withdrawn', 'erased']),
}).meta({ id: 'Publication' })
export type Publication = z.infer<typeof Publication>

/** A line of a list of documents. */
export const DocumentSummary = z.object({
	id: z.uuid(),
	kind: z.enum(documentKinds),
	title: z.string().max(200),
	/** A word of the document's own domain, such as draft or done; the store does not interpret it. */
	status: z.string().max(40),
	dueDate: z.iso.date().nullable(),
	/** User id of the person of the organisation who takes care of it, and what people call them; empty for nobody. */
	owner: z.string().max(64).nullable(),
	ownerName: z.string(),
	revision: z.int().positive(),
	createdAt: z.iso.datetime(),
	updatedAt: z.iso.datetime(),
	/** When its `answers` were last saved; null where there are none, or where that was before the app kept it. */
	answeredAt: z.iso.datetime().nullable(),
	updatedByName: z.string(),
}).meta({ id: 'DocumentSummary' })
export type DocumentSummary = z.infer<typeof DocumentSummary>

/** A line of a list as the server answers it. */
export const DocumentLine = DocumentSummary.extend({
	/** Whether the reader has the right to delete it. */
	deletable: z.boolean(),
	/** In a list that was asked for with the contents. */
	document: z.record(z.string(), z.unknown()).optional(),
}).meta({ id: 'DocumentLine' })
export type DocumentLine = z.infer<typeof DocumentLine>

/** What is known of a document whose content was read, from a list or by itself. */
export type DocumentWithContent = DocumentSummary & { document: Record<string, unknown> }

/** A document with its content, and how far it has left the house. */
export const StoredDocument = DocumentSummary.extend({
	document: z.record(z.string(), z.unknown()),
	approval: Approval.nullable(),
	publication: Publication.nullable(),
}).meta({ id: 'StoredDocument' })
export type StoredDocument = z.infer<typeof StoredDocument>

/** A new document. The id is the client's, so that a repeated call makes no second document. */
export const NewDocument = z.object({
	id: z.uuid(),
	kind: z.enum(documentKinds),
	title: z.string().max(200),
	status: z.string().max(40),
	dueDate: z.iso.date().nullable().optional(),
	owner: z.string().min(1).max(64).nullable().optional(),
	document: z.record(z.string(), z.unknown()),
}).meta({ id: 'NewDocument' })
export type NewDocument = z.infer<typeof NewDocument>

/** A change: a JSON merge patch (RFC 7396) on the revision it was made from. */
export const DocumentPatch = z.object({
	revision: z.int().positive(),
	patch: z.record(z.string(), z.unknown()),
	title: z.string().max(200).optional(),
	status: z.string().max(40).optional(),
	dueDate: z.iso.date().nullable().optional(),
	/** Must be one of the organisation's people. */
	owner: z.string().min(1).max(64).nullable().optional(),
}).meta({ id: 'DocumentPatch' })
export type DocumentPatch = z.infer<typeof DocumentPatch>

/** What one person saved in one go, with pauses of ten minutes at most, as one patch; `revision` and `at` are of the last save. */
export const HistoryEntry = z.object({
	revision: z.int().positive(),
	at: z.iso.datetime(),
	byName: z.string(),
	patch: z.record(z.string(), z.unknown()),
}).meta({ id: 'HistoryEntry' })
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** An entry of the history of all documents of a kind: which one it changed, and what that is called now. */
export const OrganisationHistoryEntry = HistoryEntry.extend({ document: z.uuid(), title: z.string().max(200) }).meta({ id: 'OrganisationHistoryEntry' })
export type OrganisationHistoryEntry = z.infer<typeof OrganisationHistoryEntry>

/**
 * Past saves, newest first. `complete` is false when older ones were asked for and left out, because there are too many
 * or they are too long for one answer, or because older ones of a document are kept no longer; then the oldest entry here
 * tells from when on all are here. At least one is.
 */
const historyOf = <Entry extends z.ZodType>(entry: Entry, most: number) => z.object({ history: z.array(entry).max(most), complete: z.boolean() })

/** Of one document, of which the last 500 are kept. */
export const DocumentHistory = historyOf(HistoryEntry, historyLimits.ofDocument).meta({ id: 'DocumentHistory' })
export type DocumentHistory = z.infer<typeof DocumentHistory>

/** Of all documents of a kind. */
export const OrganisationHistory = historyOf(OrganisationHistoryEntry, historyLimits.ofAll).meta({ id: 'OrganisationHistory' })
export type OrganisationHistory = z.infer<typeof OrganisationHistory>
