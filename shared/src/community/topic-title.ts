/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '../language/localised-text.ts'

import { neutraliseLine } from './neutralise.ts'

/** What a forum asks of a title, by its usual settings: characters, different characters, longest word. */
export const titleRules = { shortest: 15, longest: 255, entropy: 10, longestWord: 30 } as const

/**
 * What a forum makes of a title before it stores it. A title that this leaves alone is stored as it was sent.
 *
 * @param title on one line
 * @param language the forum's; only an English one closes the gap before ? and !
 */
export function forumTitle(title: string, language: Language): string {
	const calm = title.replace(/!+/gu, '!').replace(/\?+/gu, '?')
	const quiet = calm === calm.toUpperCase() ? calm.toLowerCase() : calm
	const [firstWord = ''] = quiet.split(' ')
	const raised = firstWord === firstWord.toLowerCase() ? quiet.replace(/^./u, (letter) => letter.toUpperCase()) : quiet
	const ended = raised.replace(/([^.])\.+(\s*)$/u, '$1$2')
	const closed = language === 'en' ? ended.replace(/\s+([!?]\s*)$/u, '$1') : ended
	return closed.replace(/\s+/gu, ' ').trim()
}

function shortWords(title: string): string {
	return title.replace(/[^\s/.:-]{31,}/gu, (word) => {
		const characters = [...word]
		return characters.length > titleRules.longestWord ? `${characters.slice(0, titleRules.longestWord - 1).join('')}…` : word
	})
}

// One emoji at most is allowed; none is needed.
function withoutEmoji(title: string): string {
	return title.replace(/\p{RGI_Emoji}/gv, '').replace(/[\p{Extended_Pictographic}\ufe0f\u200d]/gu, '')
}

function settled(title: string, language: Language): string {
	const next = forumTitle(shortWords(title), language)
	return next === title ? title : settled(next, language)
}

/**
 * A title that the forum accepts and stores as it is: inert, long enough, not shouting, without emoji or endless words.
 *
 * @param title what the association wrote
 * @param prefix put before a title that says too little by itself
 * @param language the forum's
 * @param suffix tells it from an equal title that the forum already has; a few characters
 */
export function topicTitle(title: string, prefix: string, language: Language, suffix = ''): string {
	// Backticks are shown as they are in a title, and an address is no link there.
	const words = withoutEmoji(neutraliseLine([...title].slice(0, 2 * titleRules.longest).join(''))).replaceAll('`', '').replace(/^[^\p{L}\p{N}«“"(]+/u, '')
	const own = settled(words, language)
	const enough = [...own].length >= titleRules.shortest && new Set(own.toLowerCase()).size >= titleRules.entropy
	const characters = [...enough ? own : settled(prefix + own, language)]
	const room = titleRules.longest - [...suffix].length
	const fitting = characters.length > room ? `${characters.slice(0, room - 1).join('').trimEnd()}…` : characters.join('')
	return fitting + suffix
}
