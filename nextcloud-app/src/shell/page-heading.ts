/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Router } from 'vue-router'

let navigated = false

/**
 * Remembers that the reader moved inside the app, so that the new page takes the focus;
 * the first page leaves it where the browser put it.
 *
 * @param router the app's router
 */
export function watchNavigation(router: Router): void {
	router.afterEach((to, from) => {
		navigated = navigated || (from.matched.length > 0 && to.path !== from.path)
	})
}

/** Whether a page that now appears replaces another one. */
export function hasNavigated(): boolean {
	return navigated
}
