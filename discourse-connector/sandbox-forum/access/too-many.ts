/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Settings } from '../state/settings.ts'

import { say } from '../sentences.ts'

/**
 * The forum's 429 as JSON.
 *
 * @param settings give the language
 * @param seconds until another call is welcome
 * @param code Discourse-Rate-Limit-Error-Code
 */
export function tooMany(settings: Settings, seconds: number, code: string): { status: 429, body: unknown, headers: Record<string, string> } {
	return {
		status: 429,
		body: {
			errors: [say(settings, 'rateLimited')],
			error_type: 'rate_limit',
			extras: { wait_seconds: seconds, time_left: `${seconds} s` },
		},
		headers: limitHeaders(seconds, code),
	}
}

/** The two headers that every 429 of the forum carries. */
export function limitHeaders(seconds: number, code: string): Record<string, string> {
	return { 'Retry-After': String(seconds), 'Discourse-Rate-Limit-Error-Code': code }
}
