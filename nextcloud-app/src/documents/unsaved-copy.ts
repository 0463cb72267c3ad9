/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { JsonObject } from './merge-patch.ts'

/** What a tab keeps of a document until it is saved, so that a reload or an ended session loses nothing. */
export interface UnsavedCopy {
	/** The stored document that the changes were made on. */
	base: JsonObject
	/** The document with the changes. */
	document: JsonObject
}

const key = (id: string) => `emancipasso:unsaved:${id}`

/**
 * Keeps what is not saved yet. Tab storage, not lasting storage: computers are shared in associations.
 *
 * @param id of the document
 * @param copy what to keep
 * @return false when the browser refuses
 */
export function keepUnsaved(id: string, copy: UnsavedCopy): boolean {
	try {
		sessionStorage.setItem(key(id), JSON.stringify(copy))
		return true
	} catch {
		return false
	}
}

/**
 * What an earlier page of this tab could not save.
 *
 * @param id of the document
 */
export function readUnsaved(id: string): UnsavedCopy | null {
	try {
		const copy: unknown = JSON.parse(sessionStorage.getItem(key(id)) ?? 'null')
		return typeof copy === 'object' && copy !== null && 'base' in copy && 'document' in copy ? copy as UnsavedCopy : null
	} catch {
		return null
	}
}

/**
 * Forgets the copy once it is saved.
 *
 * @param id of the document
 */
export function forgetUnsaved(id: string): void {
	try {
		sessionStorage.removeItem(key(id))
	} catch {
		// A browser without tab storage has nothing to forget.
	}
}
