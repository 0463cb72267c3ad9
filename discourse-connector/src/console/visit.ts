/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language, LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { Request } from 'express'
import type { ConsoleParts } from './parts.ts'
import type { Session } from './session/session-store.ts'

import { languageOf } from '../platform/problem.ts'
import { cookieOf } from './session/cookies.ts'

export const LANGUAGE_COOKIE = 'emancipasso_language'

/** One request to the console, reduced to what pages and actions look at. */
export interface Visit {
	parts: ConsoleParts
	language: Language
	/** Our words in the reader's language. */
	say: (text: LocalisedText) => string
	/** Path of the console, with the public address's in front and no slash at the end. */
	base: string
	/** Of this page, below the base. */
	path: string
	params: Readonly<Record<string, string>>
	query: Readonly<Record<string, string>>
	/** Fields that were sent, without the spaces around them. */
	form: Readonly<Record<string, string>>
}

/** A visit of somebody who may. */
export interface StaffVisit extends Visit {
	session: Session
}

/**
 * What pages and actions look at of a request.
 *
 * @param parts of the console
 * @param request below the console
 */
export function visitOf(parts: ConsoleParts, request: Request): Visit {
	const chosen = cookieOf(request, LANGUAGE_COOKIE)
	const language = chosen === 'fr' || chosen === 'en' ? chosen : languageOf(request)
	return {
		parts,
		language,
		say: sayIn(language),
		base: basePath(parts),
		path: request.path,
		params: texts(request.params),
		query: texts(request.query),
		form: texts(request.body),
	}
}

/**
 * Path of the console as browsers see it.
 *
 * @param parts of the console
 */
export function basePath(parts: Pick<ConsoleParts, 'url'>): string {
	return `${new URL(parts.url).pathname.replace(/\/+$/, '')}/console`
}

/**
 * Our words; a French mark that ends or opens keeps to its word.
 *
 * @param language of the reader
 */
export function sayIn(language: Language): Visit['say'] {
	return (text) => language === 'en' ? text.en : text.fr.replaceAll(/ ([:;?!»%])(?=\s|[.,)]|$)/gu, '\u00A0$1').replaceAll('« ', '«\u00A0')
}

function texts(values: unknown): Record<string, string> {
	const entries = Object.entries(typeof values === 'object' && values !== null ? values : {})
	return Object.fromEntries(entries.flatMap(([name, value]) => typeof value === 'string' ? [[name, value.replaceAll('\r\n', '\n').replaceAll('\0', '').toWellFormed().trim()]] : []))
}
