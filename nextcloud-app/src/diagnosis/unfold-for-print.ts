/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { onBeforeUnmount, onMounted } from 'vue'

/**
 * Opens what is folded while the page is printed, whichever way one prints: nobody can unfold paper. How numbers are
 * computed (class `explained`) would fill pages, and is printed only when the reader has opened it.
 */
export function unfoldForPrint(): void {
	let opened: HTMLDetailsElement[] = []

	function unfold(): void {
		opened = [...document.querySelectorAll<HTMLDetailsElement>('.ea-page details:not([open]):not(.explained, .explained *)')]
		opened.forEach((fold) => {
			fold.open = true
		})
	}

	function fold(): void {
		opened.forEach((one) => {
			one.open = false
		})
		opened = []
	}

	onMounted(() => {
		window.addEventListener('beforeprint', unfold)
		window.addEventListener('afterprint', fold)
	})
	onBeforeUnmount(() => {
		window.removeEventListener('beforeprint', unfold)
		window.removeEventListener('afterprint', fold)
	})
}
