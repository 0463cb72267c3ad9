/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { Action } from '@emancipasso/shared/plan/action'

import { createDocument, newId } from '../documents/document-api.ts'
import { hashId } from '../documents/hash-id.ts'
import { actionColumns } from './action-api.ts'

/**
 * Adds actions to the plan. Those that come from a recommendation have an id that follows from it: whoever accepts it
 * again, or at the same time, gets the same ones.
 *
 * @param organisation id
 * @param actions in the order in which the plan shall have them
 * @return as they are stored
 * @throws {OcsError} when one could not be kept; calling again goes on
 */
export async function createActions(organisation: string, actions: readonly Action[]): Promise<StoredDocument[]> {
	const made: StoredDocument[] = []
	for (const action of actions) {
		made.push(await createDocument(organisation, { id: idOf(organisation, action), kind: 'action', ...actionColumns(action), document: { ...action } }))
	}
	return made
}

function idOf(organisation: string, { origin, migration }: Action): string {
	return origin ? hashId(`action ${organisation} ${origin.diagnosis} ${origin.rule} ${migration?.line ?? ''}`) : newId()
}
