/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { JsonObject } from '../documents/merge-patch.ts'
import type { UnsavedCopy } from '../documents/unsaved-copy.ts'

import { createPatch } from '../documents/merge-patch.ts'

/** Something that was said when the diagnosis was closed already. */
export interface LateAnswer {
	/** Keys from the root of the document. */
	path: [part: string, question: string]
	value: unknown
}

/**
 * What a tab kept of answers and notes that a closed diagnosis does not have.
 *
 * @param unsaved what the tab kept
 * @param closed the diagnosis as it is stored
 */
export function lateAnswers(unsaved: UnsavedCopy, closed: object): LateAnswer[] {
	const given = createPatch(closed as JsonObject, unsaved.document)
	const changed = createPatch(unsaved.base, unsaved.document)
	return ['answers', 'notes'].flatMap((part) => Object.keys(changed[part] ?? {}).flatMap((question) => {
		const value = (given[part] as JsonObject | undefined)?.[question] ?? null
		return value === null ? [] : [{ path: [part, question], value } satisfies LateAnswer]
	}))
}
