/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { ref } from 'vue'
import { messageFor } from './ocs.ts'

/** What may fail, and is said in words when it does: reading what a page shows, or what a button does. */
export function useAttempt() {
	/** Why the last attempt failed; gone as soon as there is another one. */
	const problem = ref<string | null>(null)
	/** Whether one is under way. */
	const busy = ref(false)

	/**
	 * @param work that throws when it fails
	 */
	async function attempt(work: () => Promise<void>): Promise<void> {
		problem.value = null
		busy.value = true
		try {
			await work()
		} catch (error) {
			problem.value = messageFor(error)
		} finally {
			busy.value = false
		}
	}

	return { problem, busy, attempt }
}
