/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request, Response } from 'express'
import type { ConsoleParts } from '../parts.ts'

import { basePath } from '../visit.ts'

/**
 * The value of a cookie.
 *
 * @param request that brought it
 * @param name of the cookie
 */
export function cookieOf(request: Request, name: string): string | undefined {
	for (const part of (request.get('Cookie') ?? '').split(';')) {
		const [key, value] = part.trim().split('=', 2)
		if (key === name) {
			return value
		}
	}
	return undefined
}

/**
 * Gives the browser a cookie for the console, which no script can read.
 *
 * @param response to send it with
 * @param parts of the console
 * @param name of the cookie
 * @param value without special characters; empty forgets it
 * @param seconds that it is kept; without it until the browser ends
 */
export function setCookie(response: Response, parts: Pick<ConsoleParts, 'url'>, name: string, value: string, seconds?: number): void {
	response.cookie(name, value, {
		path: basePath(parts),
		httpOnly: true,
		sameSite: 'lax',
		secure: parts.url.startsWith('https:'),
		...(value === '' ? { maxAge: 0 } : seconds === undefined ? {} : { maxAge: seconds * 1000 }),
	})
}
