/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** What the forum answers, before it is written to the wire. */
export interface Answer {
	status: number
	/** Sent as JSON; absent for an empty body. */
	body?: unknown
	location?: string
	headers?: Record<string, string>
}

/** A refusal that the forum raises: it is answered, and never remembered for a repeated call. */
export class Refusal extends Error {
	readonly answer: Answer

	/**
	 * @param answer what is sent instead of the result
	 */
	constructor(answer: Answer) {
		super(`Refused with ${answer.status}`)
		this.answer = answer
	}
}

/**
 * @return a 200 with a JSON body, or an empty one
 */
export function ok(body?: unknown): Answer {
	return body === undefined ? { status: 200 } : { status: 200, body }
}

/**
 * A refusal in the forum's shape.
 *
 * @param status HTTP status
 * @param errorType Discourse's `error_type`, left out when null
 * @param errors sentences in the forum's language
 * @param extras further fields under `extras`
 */
export function failure(status: number, errorType: string | null, errors: string[], extras?: Record<string, unknown>): Answer {
	return {
		status,
		body: {
			errors,
			...(errorType === null ? {} : { error_type: errorType }),
			...(extras === undefined ? {} : { extras }),
		},
	}
}
