/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Router } from 'vue-router'

import { readonly, ref } from 'vue'

const failed = ref<string | null>(null)

/** Path of the page that was asked for and could not be loaded; null when the one that is shown is the one that was asked for. */
export const failedView = readonly(failed)

/**
 * Remembers which page could not be loaded: without a network its link would seem to do nothing.
 *
 * @param router the app's router
 */
export function watchViewFailures(router: Router): void {
	router.onError((_error, to) => {
		failed.value = to.fullPath
	})
	router.beforeEach(() => {
		failed.value = null
	})
}
