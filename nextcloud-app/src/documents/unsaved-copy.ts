/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { JsonObject } from './merge-patch.ts'

import { forgetInTab, keepInTab, readFromTab } from '../tab-storage.ts'

/** What a tab keeps of a document until it is saved, so that a reload or an ended session loses nothing. */
export interface UnsavedCopy {
	/** The stored document that the changes were made on. */
	base: JsonObject
	/** The document with the changes. */
	document: JsonObject
}

const key = (id: string) => `emancipasso:unsaved:${id}`

/**
 * Keeps what is not saved yet.
 *
 * @param id of the document
 * @param copy what to keep
 * @return false when the browser refuses
 */
export function keepUnsaved(id: string, copy: UnsavedCopy): boolean {
	return keepInTab(key(id), copy)
}

/**
 * What an earlier page of this tab could not save.
 *
 * @param id of the document
 */
export function readUnsaved(id: string): UnsavedCopy | null {
	return readFromTab<UnsavedCopy>(key(id), 'base', 'document')
}

/**
 * Forgets the copy once it is saved.
 *
 * @param id of the document
 */
export function forgetUnsaved(id: string): void {
	forgetInTab(key(id))
}
