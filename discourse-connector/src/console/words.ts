/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Html } from '../platform/html.ts'
import type { Visit } from './visit.ts'

import { COMMAND_LINE } from '../platform/action-log.ts'
import { html } from '../platform/html.ts'
import { ADMIN_TOKEN_PERSON } from './sign-in/sign-in.ts'

const names = {
	[ADMIN_TOKEN_PERSON]: { fr: 'jeton de l’opérateur', en: 'operator’s token' },
	[COMMAND_LINE]: { fr: 'ligne de commande', en: 'command line' },
}

/**
 * Who did something.
 *
 * @param visit of the reader
 * @param who account on the forum, or one of our own names
 */
export function personName(visit: Visit, who: string): string {
	return who === ADMIN_TOKEN_PERSON || who === COMMAND_LINE ? visit.say(names[who]) : who
}

/**
 * A span of time in words, in its largest unit.
 *
 * @param visit of the reader
 * @param seconds not negative
 */
export function duration(visit: Visit, seconds: number): string {
	const { value, unit } = largestUnit(seconds)
	return new Intl.NumberFormat(visit.language, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}

/**
 * An instant as people say it, with the exact one behind it.
 *
 * @param visit of the reader
 * @param at the instant
 */
export function instant(visit: Visit, at: Date): Html {
	const seconds = (Date.now() - at.getTime()) / 1000
	const { value, unit } = largestUnit(Math.abs(seconds))
	const said = new Intl.RelativeTimeFormat(visit.language, { numeric: 'auto' }).format(value === 0 || seconds > 0 ? -value : value, unit)
	return html`<time datetime="${at.toISOString()}" title="${exact(visit, at)}">${said}</time>`
}

/**
 * An instant to the minute. The server does not know where its reader lives.
 *
 * @param visit of the reader
 * @param at the instant
 */
export function exact(visit: Visit, at: Date): string {
	return `${new Intl.DateTimeFormat(localeOf(visit), { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(at)} UTC`
}

/**
 * A plain day.
 *
 * @param visit of the reader
 * @param date such as 2027-01-31
 */
export function day(visit: Visit, date: string): string {
	return new Intl.DateTimeFormat(localeOf(visit), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
}

/**
 * A number as people write it.
 *
 * @param visit of the reader
 * @param value to show
 */
export function number(visit: Visit, value: number): string {
	return new Intl.NumberFormat(visit.language).format(value)
}

/** Days before months, in both languages. */
function localeOf({ language }: Visit): string {
	return language === 'en' ? 'en-GB' : language
}

function largestUnit(seconds: number): { value: number, unit: 'second' | 'minute' | 'hour' | 'day' } {
	const [unit, size] = ([['day', 86_400], ['hour', 3600], ['minute', 60]] as const).find(([, length]) => seconds >= length) ?? ['second', 1] as const
	return { value: Math.floor(seconds / size), unit }
}
