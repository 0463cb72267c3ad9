/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DocumentHistory, DocumentKind, DocumentLine, DocumentPatch, DocumentSummary, DocumentWithContent, NewDocument, OrganisationHistory, StoredDocument } from '@emancipasso/shared/contract/app-documents'

import { ocs, OcsError } from '../ocs.ts'

const path = (organisation: string, id?: string) => `/organisations/${encodeURIComponent(organisation)}/documents${id === undefined ? '' : `/${encodeURIComponent(id)}`}`

/**
 * The documents of one kind, newest first, without their content.
 *
 * @param organisation id
 * @param kind kind
 */
export async function listDocuments(organisation: string, kind: DocumentKind): Promise<DocumentLine[]> {
	return (await ocs<{ documents: DocumentLine[] }>('GET', path(organisation), { query: { kind } })).documents
}

/**
 * The documents of one kind with their content: in one call, but for those that would be too much for one answer.
 *
 * @param organisation id
 * @param kind kind
 */
export async function listContents(organisation: string, kind: DocumentKind): Promise<DocumentWithContent[]> {
	const { documents } = await ocs<{ documents: DocumentLine[] }>('GET', path(organisation), { query: { kind, content: 'true' } })
	const whole: DocumentWithContent[] = []
	for (const line of documents) {
		const found = line.document ? { ...line, document: line.document } : await readIfThere(organisation, line.id)
		whole.push(...found ? [found] : [])
	}
	return whole
}

/** Null for a document that was deleted since it was listed. */
async function readIfThere(organisation: string, id: string): Promise<StoredDocument | null> {
	try {
		return await readDocument(organisation, id)
	} catch (error) {
		if (error instanceof OcsError && error.status === 404) {
			return null
		}
		throw error
	}
}

/**
 * Keeps a new document; the same call again answers the same document.
 *
 * @param organisation id
 * @param document with an id made here
 */
export function createDocument(organisation: string, document: NewDocument): Promise<StoredDocument> {
	return ocs('POST', path(organisation), { body: document })
}

/**
 * One document with its content.
 *
 * @param organisation id
 * @param id of the document
 */
export function readDocument(organisation: string, id: string): Promise<StoredDocument> {
	return ocs('GET', path(organisation, id))
}

/**
 * Saves a change; on an older revision than the stored one it throws an error 409 whose data is the stored document.
 *
 * @param organisation id
 * @param id of the document
 * @param patch with the revision it was made from
 */
export function patchDocument(organisation: string, id: string, patch: DocumentPatch): Promise<StoredDocument> {
	return ocs('PATCH', path(organisation, id), { body: patch })
}

/**
 * Calls a document otherwise, whatever else was saved in it meanwhile.
 *
 * @param organisation id
 * @param document as it is listed
 * @param title its new name
 */
export async function renameDocument(organisation: string, document: Pick<DocumentSummary, 'id' | 'revision'>, title: string): Promise<StoredDocument> {
	const { id, revision } = document
	try {
		return await patchDocument(organisation, id, { revision, patch: {}, title })
	} catch (error) {
		const current = storedInConflict(error)
		if (!current) {
			throw error
		}
		return await patchDocument(organisation, id, { revision: current.revision, patch: {}, title })
	}
}

/**
 * The stored document in the answer to a save on an older revision; null for any other error.
 *
 * @param error what a save threw
 */
export function storedInConflict(error: unknown): StoredDocument | null {
	const data = error instanceof OcsError && error.status === 409 ? error.data : null
	return typeof data === 'object' && data !== null && 'revision' in data && 'document' in data ? data as StoredDocument : null
}

/**
 * Past saves of a document, newest first, and whether they are all here.
 *
 * @param organisation id
 * @param id of the document
 */
export async function documentHistory(organisation: string, id: string): Promise<DocumentHistory> {
	return await ocs('GET', `${path(organisation, id)}/history`)
}

/**
 * Past saves of all documents of a kind, newest first, and whether they are all here.
 *
 * @param organisation id
 * @param kind kind
 * @param since ISO instant of the oldest that is wanted
 */
export async function organisationHistory(organisation: string, kind: DocumentKind, since: string): Promise<OrganisationHistory> {
	const address = `/organisations/${encodeURIComponent(organisation)}/history`
	return await ocs('GET', address, { query: { kind, since } })
}

/**
 * Deletes a document and its history.
 *
 * @param organisation id
 * @param id of the document
 */
export function deleteDocument(organisation: string, id: string): Promise<unknown> {
	return ocs('DELETE', path(organisation, id))
}

/**
 * A random UUID. `crypto.randomUUID` exists on HTTPS only, and small associations have a Nextcloud on plain HTTP at home.
 */
export function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16))
	bytes[6] = (bytes[6]! & 0x0f) | 0x40
	bytes[8] = (bytes[8]! & 0x3f) | 0x80
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
