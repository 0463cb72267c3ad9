/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { plainCharacters } from './plain-characters.ts'

// Users' text is posted by a staff account, for which the forum has no guards. It is not escaped, because escapes are
// undone before mentions, dates and emoji are looked for, and again whenever a person edits in the rich editor.
// A character that could begin something becomes its full-width twin instead, which looks the same and means nothing.
// Addresses become code, which nothing looks into.

// At the start of a line: headings, quotes, and list markers behind a list marker.
const blockMarkers = /^(?:#{1,6}(?=\s|$)|>|[-+*•](?=\s|$))\s*/u
const listMarker = /^(?:[-+*•]|\d{1,9}[.)])\s+(?=\S)/u

// Lines that underline a title, rule a page, fence code or divide a table; and comments on lines of their own.
const decoration = /^[-=_*~+|:`\s]*$/u

// Those that a forum's engine knows: every country's, and the generic ones in use.
const countryEndings = 'a[cdefgilmnoqrstuwxz]|b[abdefghijmnorstvwyz]|c[acdfghiklmnoruvwxyz]|d[ejkmoz]|e[cegrstu]|f[ijkmor]|g[abdefghilmnpqrstuwy]|h[kmnrtu]|i[delmnoqrst]|j[emop]|k[eghimnprwyz]|l[abcikrstuvy]|m[acdeghklmnopqrstuvwxyz]|n[acefgilopruz]|om|p[aefghklmnrstwy]|qa|r[eosuw]|s[abcdeghijklmnortuvxyz]|t[cdfghjklmnortvwz]|u[agksyz]|v[aceginu]|w[fs]|y[et]|z[amw]'
const genericEndings = 'com|net|org|edu|gov|info|biz|pro|web|name|shop|aero|asia|coop|museum|asso|app|dev|cloud|online|site|xyz|blog|social|wiki|tech|onion|ddd|bzh|paris|alsace|corsica|eus|gal|cat|рф'
const letter = '[^\\s\\p{P}\\p{Cc}`]|[-_]'
const address = new RegExp([
	// With a scheme, or protocol-relative.
	'(?:[a-z][a-z0-9+.-]{0,30}:)?//[^\\s`]+',
	// An e-mail address, in which @ may be anywhere behind a name.
	'[^\\s`@<>()\\[\\]"«»,;:]{1,64}@[^\\s`@]+\\.[^\\s`@]+',
	// A host alone or with a path, of an ending that a forum would link.
	`(?<!${letter})(?:(?:${letter}){1,63}\\.){1,10}(?:xn--[a-z0-9-]{1,59}|${countryEndings}|${genericEndings})(?![\\p{L}\\p{N}_])(?::\\d+)?(?:[/?#][^\\s\`]*)?`,
	// Four numbers.
	'(?<![\\p{L}\\p{N}.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\p{L}\\p{N}]|\\.\\d)(?::\\d+)?(?:/[^\\s`]*)?',
].map((part) => `(?:${part})`).join('|'), 'giu')

// “salarié.es” and “adhérent.e.s” are words, not hosts; a capital behind a full stop begins a sentence.
const inclusiveEnding = /(?<=\p{Ll}\p{Ll})\.(e|es|ne|nes|se|ses|le|les|te|tes|ve|ves|euse|euses|rice|rices|trice|trices)(?:\.(s))?(?![\p{L}\p{N}@/_-]|\.[\p{L}\p{N}])/gu
const missingSpace = /(?<=\p{Ll}\p{Ll}|[)»])\.(?=\p{Lu}\p{Ll}*(?:[\s,;:!?…'’]|$))/gu

const LONGEST_WORD = 120
const LONGEST_ADDRESS = 300

const twins: Record<string, string> = { '@': '＠', '#': '＃', '[': '［', ']': '］', '<': '＜', '&': '＆', $: '＄', '\\': '＼', '`': '\'', ':': '：', '~': '～', '|': '｜' }

function twin(character: string): string {
	return twins[character] ?? character
}

// Also inside code, where people and programs that look for our own marks would find them.
function everywhere(text: string): string {
	return text.replace(/[[\]]|<(?=[\p{L}/!?])|&(?=#?\w{1,40};)/gu, twin)
}

const longRuns = /\S{121,}/gu

function cut(word: string, longest: number): string {
	const characters = [...word]
	return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : word
}

function inertWords(text: string): string {
	return text.replace(longRuns, (word) => cut(word, LONGEST_WORD))
		.replace(/[@`$\\]|#(?=[\p{L}\p{M}\p{N}_:-])|~(?=~)|(?<=~)~/gu, twin)
		// An emoji's name; not the hours of 10:30:15.
		.replace(/(?<!\d):(?=[\w+-]+:)/gu, twin)
}

function asCode(found: string): string {
	const bare = found.replace(/[.,;:!?…)»"'’*_~]+$/u, '')
	return `\`${bare}\`${inertWords(found.slice(bare.length))}`
}

// Text between two pieces of code.
function inertProse(text: string): string {
	const spelt = text.replace(longRuns, (word) => cut(word, LONGEST_ADDRESS)).replace(inclusiveEnding, (_, ending: string, plural?: string) => `·${ending}${plural ? `·${plural}` : ''}`).replace(missingSpace, '. ')
	const pieces: string[] = []
	let end = 0
	for (const match of spelt.matchAll(address)) {
		pieces.push(inertWords(spelt.slice(end, match.index)), asCode(match[0]))
		end = match.index + match[0].length
	}
	return joined([...pieces, inertWords(spelt.slice(end))])
}

// Two backticks in a row would open another piece of code.
function joined(pieces: string[]): string {
	const said = pieces.filter((piece) => piece !== '')
	return said.map((piece, at) => piece.startsWith('`') && said[at - 1]?.endsWith('`') ? ` ${piece}` : piece).join('')
}

function inertLine(line: string): string {
	const parts = everywhere(line.replace(/``+/gu, (run) => '\''.repeat(run.length))).split('`')
	const pieces: string[] = []
	let prose = parts[0] ?? ''
	for (let at = 1; at < parts.length; at += 2) {
		const [code = '', after] = parts.slice(at, at + 2)
		// Code that a person wrote stays code when it is closed on its line and says something.
		if (after !== undefined && code.trim() !== '') {
			pieces.push(inertProse(prose), `\`${cut(code, LONGEST_ADDRESS)}\``)
			prose = after
		} else {
			prose += after === undefined ? `'${code}` : `'${code}'${after}`
		}
	}
	return joined([...pieces, inertProse(prose)])
}

function inertBlock(line: string): string {
	if (decoration.test(line)) {
		return ''
	}
	const trimmed = line.trim()
	const marker = listMarker.exec(trimmed)?.[0] ?? ''
	let rest = trimmed.slice(marker.length)
	for (let found = blockMarkers.exec(rest); found; found = blockMarkers.exec(rest)) {
		rest = rest.slice(found[0].length)
	}
	if (rest === '' || decoration.test(rest)) {
		return ''
	}
	return `${marker === '' ? '' : /\d/u.test(marker) ? `${marker.trim()} ` : '- '}${inertLine(rest.replace(/ {2,}/gu, ' '))}`.trimEnd()
}

/**
 * A person's text, made so that nothing in it acts when the forum cooks it for a staff account: no mention, group,
 * hashtag, emoji, poll, quote, date or other block code, no link, preview, image or HTML, no heading or comment that
 * could pass for ours, no table, fence or rule, no invisible or direction-changing character. Paragraphs, lists, line breaks, emphasis and
 * code within a line stay. Doing it twice changes nothing more.
 *
 * @param text anything that a person could send; read in time proportional to its length
 */
export function neutralise(text: string): string {
	return plainCharacters(text)
		.split('\n')
		.map(inertBlock)
		.join('\n')
		.replace(/\n{3,}/gu, '\n\n')
		.trim()
}

/**
 * The same for a text of one line, such as the name of a tool: it can stand behind a label.
 *
 * @param text anything that a person could send
 */
export function neutraliseLine(text: string): string {
	return inertLine(plainCharacters(text).replace(/\s+/gu, ' ').trim()).trim()
}
