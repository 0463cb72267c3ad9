/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ActionStatus } from './action-status.ts'

import { isSettled } from './progress.ts'

/** What a list says of an action without opening it. */
interface ListedAction {
	/** Id of a status. */
	readonly status: string
	/** ISO day; null for none. */
	readonly dueDate: string | null
}

/**
 * The actions for which somebody still waits, those with a due day first and the earliest of them before the others.
 *
 * @param actions of the plan, as they are listed
 */
export function openActions<Entry extends ListedAction>(actions: readonly Entry[]): Entry[] {
	return actions
		.filter(({ status }) => !isSettled(status as ActionStatus))
		.sort((a, b) => (a.dueDate ?? '9999').localeCompare(b.dueDate ?? '9999'))
}
