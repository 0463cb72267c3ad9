/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ErrorRequestHandler, Request, RequestHandler } from 'express'
import type {} from 'pino-http'
import type { z } from 'zod'
import type { ProblemId } from './problem-types.ts'

import { en, fr } from 'zod/locales'
import { isDatabaseAway } from './database-away.ts'
import { problemType, problemTypes } from './problem-types.ts'

/** The languages in which people are answered, the first when they did not say. */
const languages = ['fr', 'en'] as const

export type Language = typeof languages[number]

/** One field that is not valid. */
export interface FieldError {
	/** Where it is, for example `body.title` or `query.limit`. */
	path: string
	message: string
}

const locales = { fr: fr(), en: en() }

/** An answer that is a problem (RFC 9457). Throw it anywhere below a route. */
export class Problem extends Error {
	override name = 'Problem'
	readonly id: ProblemId
	readonly status: number
	readonly fields: readonly FieldError[]
	readonly headers: Readonly<Record<string, string>>
	readonly more: Readonly<Record<string, unknown>>

	/**
	 * @param id of the problem
	 * @param details what to add to its sentence
	 * @param details.fields the fields that are not valid
	 * @param details.headers sent with the answer, such as Retry-After
	 * @param details.more further members of the body; no secret, no personal data
	 */
	constructor(id: ProblemId, details: { fields?: readonly FieldError[], headers?: Record<string, string>, more?: Record<string, unknown> } = {}) {
		super(problemTypes[id].en)
		this.id = id
		this.status = problemTypes[id].status
		this.fields = details.fields ?? []
		this.headers = details.headers ?? {}
		this.more = details.more ?? {}
	}
}

/**
 * The language to answer in, from Accept-Language.
 *
 * @param request of a person or their Nextcloud
 */
export function languageOf(request: Request): Language {
	const best = request.acceptsLanguages(...languages)
	return best === 'en' ? 'en' : 'fr'
}

/**
 * Checks one part of a request.
 *
 * @param schema that it must fit
 * @param request that it came with
 * @param part of the request
 * @return the parsed value
 * @throws {Problem} `invalid-input` with the path of each field, or `malformed-request` for headers
 */
export function parse<Schema extends z.ZodType>(schema: Schema, request: Request, part: 'body' | 'query' | 'params' | 'headers'): z.output<Schema> {
	const result = schema.safeParse(request[part], { error: locales[languageOf(request)].localeError })
	if (result.success) {
		return result.data
	}
	throw new Problem('invalid-input', {
		fields: result.error.issues.map((issue) => ({ path: [part, ...issue.path].map(String).join('.'), message: issue.message })),
	})
}

/** Answers what no route took. */
export const notFound: RequestHandler = () => {
	throw new Problem('not-found')
}

/**
 * Turns whatever a route threw into a problem. What nobody expected is told to `onUnexpected` and answered as `internal`,
 * without a word of it; a database that is away is answered as `not-ready`, with the reason in `response.locals`.
 *
 * @param onUnexpected for the log
 */
export function problemHandler(onUnexpected: (error: unknown, request: Request) => void): ErrorRequestHandler {
	return (error: unknown, request, response, next) => {
		const problem = asProblem(error)
		if (!problem) {
			onUnexpected(error, request)
		} else if (problem.id === 'not-ready' && error instanceof Error && error !== problem) {
			response.locals.reason = error.message
		}
		if (response.headersSent) {
			next(error)
			return
		}
		const { id, status, fields, headers, more } = problem ?? new Problem('internal')
		response.status(status).set(headers).set('Cache-Control', 'no-store').type('application/problem+json').json({
			...more,
			type: problemType(id),
			title: problemTypes[id][languageOf(request)],
			status,
			...(fields.length > 0 ? { errors: fields } : {}),
			...(request.id === undefined ? {} : { request: String(request.id) }),
		})
	}
}

/**
 * Express and its body parsers throw errors of their own, which say a status.
 *
 * @param error thrown below a route
 */
export function asProblem(error: unknown): Problem | undefined {
	if (error instanceof Problem) {
		return error
	}
	if (isDatabaseAway(error)) {
		return new Problem('not-ready', { headers: { 'Retry-After': '10' } })
	}
	const status = error instanceof Error && 'status' in error ? error.status : undefined
	switch (status) {
		case 400: return new Problem('malformed-request')
		case 413: return new Problem('too-large')
		case 415: return new Problem('unsupported-media-type')
		default: return undefined
	}
}
