/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { cleanText } from './clean-text.ts'

/** A property of a calendar component: its name with parameters, and its value as it is written. */
export type IcsProperty = readonly [name: string, value: string]

/** An entry of a calendar. */
export interface IcsComponent {
	readonly name: 'VTODO' | 'VEVENT'
	readonly properties: readonly IcsProperty[]
}

/** A line takes so many bytes before it is folded. */
const longest = 75

/**
 * A calendar (RFC 5545): lines end with CR LF and are folded by bytes, never within a letter.
 *
 * @param properties of the calendar itself
 * @param components its entries
 */
export function renderIcs(properties: readonly IcsProperty[], components: readonly IcsComponent[]): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		...properties.map(line),
		...components.flatMap((component) => [`BEGIN:${component.name}`, ...component.properties.map(line), `END:${component.name}`]),
		'END:VCALENDAR',
	]
	return lines.map((text) => `${folded(text)}\r\n`).join('')
}

/**
 * A text as the value of a property.
 *
 * @param text anything that a person could paste
 */
export function icsText(text: string): string {
	return cleanText(text).replace(/[\\;,]/gu, '\\$&').replaceAll('\n', '\\n')
}

/**
 * An ISO day as a date value.
 *
 * @param day such as 2026-03-01
 */
export function icsDay(day: string): string {
	return day.slice(0, 10).replaceAll('-', '')
}

/**
 * The day after, since the end of an event of whole days is the day on which it is over.
 *
 * @param day ISO day
 */
export function dayAfter(day: string): string {
	return new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/**
 * An ISO instant as a date with time in UTC.
 *
 * @param instant such as 2026-03-01T10:00:00.000Z
 */
export function icsInstant(instant: string): string {
	return new Date(instant).toISOString().replace(/\.\d+/u, '').replace(/[-:]/gu, '')
}

function line(property: IcsProperty): string {
	const [name, value] = property
	return `${name}:${value}`
}

function folded(text: string): string {
	const lines: string[] = []
	let current = ''
	let bytes = 0
	for (const letter of text) {
		const size = new TextEncoder().encode(letter).length
		if (bytes + size > longest) {
			lines.push(current)
			current = ' '
			bytes = 1
		}
		current += letter
		bytes += size
	}
	return [...lines, current].join('\r\n')
}
