/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '@emancipasso/shared/language/localised-text'
import type { Store } from './store.ts'

import { connectorApiBase } from '@emancipasso/shared/contract/connector-api'
import { createHmac } from 'node:crypto'
import { Problem, problems } from './problem.ts'

/** How long a screen waits for the connector, in milliseconds. */
const patience = 3000

/** Who a request is made for, and what it carries. */
export interface ConnectorRequest {
	organisation?: string
	/** Id of the person here; the connector sees an opaque id made of it. */
	person?: string
	language?: Language
	headers?: Record<string, string>
	/** Sent byte for byte. */
	body?: string
}

export interface ConnectorAnswer {
	status: number
	etag: string
	text: string
	/** The body when it is JSON. */
	json: unknown
	/** The last part of the type of the problem that was answered. */
	problem: string | null
}

/** Forwards to the connector in the name of this cloud. */
export class Connector {
	readonly #store: Store

	constructor(store: Store) {
		this.#store = store
	}

	/**
	 * @param method of HTTP
	 * @param path below the base of the connector's API
	 * @param request as it came
	 * @throws {Problem} not-configured or connector-unreachable
	 */
	async send(method: string, path: string, request: ConnectorRequest = {}): Promise<ConnectorAnswer> {
		const { connectorUrl, token } = this.#store.state.settings
		if (connectorUrl === '' || token === '') {
			throw new Problem('not-configured')
		}
		try {
			const response = await fetch(connectorUrl.replace(/\/+$/, '') + connectorApiBase + path, {
				method,
				headers: this.#headers(token, request),
				body: request.body ?? null,
				redirect: 'manual',
				signal: AbortSignal.timeout(patience),
			})
			const text = await response.text()
			const json = parse(text, response.headers.get('content-type'))
			this.#noteContact(null)
			return { status: response.status, etag: response.headers.get('etag') ?? '', text, json, problem: response.ok ? null : problemOf(json) }
		} catch {
			this.#noteContact({ fr: problems['connector-unreachable'].fr, en: problems['connector-unreachable'].en })
			throw new Problem('connector-unreachable')
		}
	}

	/**
	 * Like `send`, for answers that must be good.
	 *
	 * @param method of HTTP
	 * @param path below the base of the API
	 * @param request as it came
	 * @throws {Problem} also not-found, stale, connector-refused
	 */
	async ask(method: string, path: string, request: ConnectorRequest = {}): Promise<ConnectorAnswer> {
		const answer = await this.send(method, path, request)
		if (answer.status < 300) {
			return answer
		}
		if (answer.status === 404) {
			throw new Problem('not-found')
		}
		if (answer.status === 412) {
			throw new Problem('stale')
		}
		throw new Problem(answer.status >= 500 ? 'connector-unreachable' : 'connector-refused', sentenceOf(answer.json))
	}

	#headers(token: string, request: ConnectorRequest): Record<string, string> {
		const { instance, secret } = this.#store.state
		return {
			Authorization: `Bearer ${token}`,
			Accept: 'application/json, application/problem+json',
			'Accept-Language': request.language ?? 'fr',
			'Emancipasso-Instance': instance,
			...(request.organisation !== undefined && { 'Emancipasso-Organisation': request.organisation }),
			...(request.person !== undefined && { 'Emancipasso-Member': createHmac('sha256', secret).update(request.person).digest('base64url').slice(0, 32) }),
			...(request.body !== undefined && { 'Content-Type': 'application/json' }),
			...request.headers,
		}
	}

	#noteContact(problem: { fr: string, en: string } | null): void {
		const { contact } = this.#store.state
		contact.problem = problem
		if (problem === null) {
			contact.last = new Date().toISOString()
		}
	}
}

/**
 * The value of a JSON text; null when it is none.
 *
 * @param text any text
 * @param type the media type
 */
function parse(text: string, type: string | null): unknown {
	if (type === null || !/\bjson\b/.test(type)) {
		return null
	}
	try {
		return JSON.parse(text) as unknown
	} catch {
		return null
	}
}

/**
 * One text of a JSON object.
 *
 * @param json of an answer
 * @param name of the field
 */
function field(json: unknown, name: string): string | undefined {
	const value = typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[name] : undefined
	return typeof value === 'string' ? value : undefined
}

/**
 * The id of the connector’s problem.
 *
 * @param json of an answer
 */
function problemOf(json: unknown): string | null {
	return field(json, 'type')?.split(/[/:#]/).at(-1) ?? null
}

/**
 * The connector’s own sentence for people.
 *
 * @param json of an answer
 */
function sentenceOf(json: unknown): { sentence?: string } {
	const sentence = field(json, 'detail') ?? field(json, 'title')
	return sentence === undefined ? {} : { sentence }
}
