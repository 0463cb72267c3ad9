/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Shows the preview anew while somebody chooses; without it a button does. The only script of the console. */
export const script = `'use strict'
const form = document.querySelector('form[data-preview]')
if (form) {
	let turn = 0
	const show = async () => {
		const mine = ++turn
		const fields = new URLSearchParams(new FormData(form))
		const response = await fetch(form.dataset.preview + '?' + fields)
		const page = new DOMParser().parseFromString(await response.text(), 'text/html')
		const preview = page.getElementById('preview')
		if (mine === turn && response.ok && preview) {
			document.getElementById('preview').replaceWith(document.adoptNode(preview))
		}
	}
	let timer
	form.addEventListener('input', () => {
		clearTimeout(timer)
		timer = setTimeout(() => show().catch(() => {}), 300)
	})
}
`
