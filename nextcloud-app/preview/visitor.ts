/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '@emancipasso/shared/language/localised-text'
import type { Request } from 'express'
import type { Person } from './people.ts'

import { languageOf, languages } from '@emancipasso/shared/language/localised-text'
import { findPerson } from './people.ts'

/**
 * @param request as it came
 * @return the cookies of a request, by name
 */
function cookies(request: Request): Map<string, string> {
	const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
	return new Map(pairs.map(([name, value]) => [name ?? '', value ?? '']))
}

/**
 * Who sent a request: by Basic authentication (the password is the id) or by the cookie `user`.
 *
 * @param request as it came
 */
export function personOf(request: Request): Person | undefined {
	const basic = /^Basic (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
	if (basic !== undefined) {
		const [id = '', password] = Buffer.from(basic, 'base64').toString('utf8').split(/:(.*)/s)
		return id === password ? findPerson(id) : undefined
	}
	return findPerson(cookies(request).get('user') ?? '')
}

/**
 * The language of a request: `?lang=`, else the cookie, else what the browser asks for, else French.
 *
 * @param request as it came
 */
export function languageOfRequest(request: Request): Language {
	const chosen = [request.query.lang, cookies(request).get('lang')].find((value) => languages.some((language) => language === value))
	return languageOf(typeof chosen === 'string' ? chosen : request.headers['accept-language'] ?? '')
}

/**
 * Nextcloud's guard against requests forged by other sites: a header that a form cannot send.
 *
 * @param request as it came
 */
export function passesCsrfCheck(request: Request): boolean {
	return request.get('OCS-APIRequest') !== undefined || request.get('requesttoken') !== undefined
}
