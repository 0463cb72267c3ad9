/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { onScopeDispose } from 'vue'

/**
 * Watches over what is not saved yet while its page is open.
 *
 * @param actions what to do
 * @param actions.isSaved whether nothing is left to save
 * @param actions.save saves now
 * @param actions.retry the network is back
 */
export function guardUnsaved(actions: { isSaved: () => boolean, save: () => unknown, retry: () => void }): void {
	const leaving = (event: BeforeUnloadEvent) => {
		if (!actions.isSaved()) {
			actions.save()
			// The browser asks whether to leave all the same.
			event.preventDefault()
		}
	}
	window.addEventListener('online', actions.retry)
	window.addEventListener('beforeunload', leaving)
	onScopeDispose(() => {
		window.removeEventListener('online', actions.retry)
		window.removeEventListener('beforeunload', leaving)
		if (!actions.isSaved()) {
			actions.save()
		}
	})
}
