/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Settings } from '../state/settings.ts'

const EXOTIC_SPACES = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g

/**
 * Rewrites a title the way the forum does without telling: fewer marks, no shouting, a first capital, no final dot.
 *
 * @param title as sent
 * @param settings `titlePrettify` switches most of it; the forum's language decides on the space before ! and ?
 */
export function cleanTitle(title: string, settings: Settings): string {
	let text = title
	if (settings.titlePrettify) {
		text = text.replace(/!+/g, '!').replace(/\?+/g, '?')
		if (text === text.toUpperCase()) {
			text = text.toLowerCase()
		}
		const [first = '', ...rest] = text.split(' ')
		if (first !== '' && first === first.toLowerCase()) {
			text = [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ')
		}
		text = text.replace(/([^.])\.+(\s*)$/, '$1$2')
		if (settings.locale === 'en') {
			text = text.replace(/\s+([!?]\s*)$/, '$1')
		}
	}
	return text.replace(EXOTIC_SPACES, ' ').replace(/ +/g, ' ').trim().replaceAll('\u200b', '')
}

/** Normalises a body: no NUL, plain spaces, no white space at the end. The rest is kept as sent. */
export function cleanRaw(raw: string): string {
	return raw.replaceAll('\0', '').replace(EXOTIC_SPACES, ' ').trimEnd()
}
