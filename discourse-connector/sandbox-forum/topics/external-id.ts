/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Forum } from '../forum.ts'

import { failure, Refusal } from '../answer.ts'
import { say } from '../sentences.ts'

/**
 * The reasons why an external_id is refused: its letters, its length, or that any topic, deleted ones included, has it
 * already in whatever letter case.
 *
 * @param forum whose topics count
 * @param externalId undefined is fine
 * @param unchecked with skip_validations only the database's index objects, and that is an error 500
 */
export function externalIdFaults(forum: Forum, externalId: string | undefined, unchecked: boolean): string[] {
	if (externalId === undefined) {
		return []
	}
	const taken = forum.state.externalIdTaken(externalId)
	if (unchecked) {
		if (taken) {
			throw new Refusal(failure(500, null, []))
		}
		return []
	}
	return [
		...(/^[\w-]{1,50}$/.test(externalId) ? [] : [say(forum.settings, 'externalIdInvalid')]),
		...(taken ? [say(forum.settings, 'externalIdTaken')] : []),
	]
}
