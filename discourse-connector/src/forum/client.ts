/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { z } from 'zod'
import type { JsonReply } from './reply-body.ts'

import { ForumFailure, fromAnswer, withoutAnswer } from './outcome.ts'
import { readReply } from './reply-body.ts'

const TIMEOUT_MS = 30_000
const MOST_BYTES = 16 * 1024 * 1024

/** Where the forum is and who we are there. */
export interface ForumClientOptions {
	/** With or without a path, for a forum under one. */
	url: string
	apiKey: string
	apiUsername: string
	timeoutMs?: number
	mostBytes?: number
	/** Ends calls under way when it aborts. */
	signal?: AbortSignal
	/** Called before each call; may wait for its turn or throw. */
	beforeCall?: (call: ForumCall) => Promise<void>
	/** Told of each call that ended, for metrics: the status, or 0 when no answer came. */
	afterCall?: (call: ForumCall, status: number) => void
}

/** One call. */
export interface ForumCall {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE'
	/** From the forum's root, with a slash in front, its parts already encoded. */
	path: string
	/** Undefined values are left out; lists repeat the name. */
	query?: Record<string, string | number | boolean | readonly number[] | undefined>
	/** Sent as JSON. */
	body?: Record<string, unknown>
}

/** Calls one Discourse with an admin key. The key goes nowhere but to the configured address: redirects are not followed. */
export class ForumClient {
	readonly #options: ForumClientOptions
	readonly #base: string

	constructor(options: ForumClientOptions) {
		this.#options = options
		this.#base = new URL(options.url).href.replace(/\/+$/, '')
	}

	/** The forum's address without a slash at the end. */
	get url(): string {
		return this.#base
	}

	/**
	 * Makes a call and reads its answer.
	 *
	 * @param call what to ask
	 * @param schema of the answer
	 * @throws {ForumFailure} with what is known about the effect
	 */
	async request<Schema extends z.ZodType>(call: ForumCall, schema: Schema): Promise<z.output<Schema>> {
		const reply = await this.raw(call)
		if (reply.status < 200 || reply.status > 299) {
			throw fromAnswer(nameOf(call), call.method, reply)
		}
		const parsed = reply.isJson ? schema.safeParse(reply.json) : undefined
		if (parsed?.success !== true) {
			throw new ForumFailure(nameOf(call), {
				kind: 'away',
				// A success in JSON is the forum's own word; a web page with status 200 is anybody's.
				effect: call.method === 'GET' ? 'did-not-happen' : reply.isJson ? 'happened' : 'unknown',
				status: reply.status,
				cause: parsed?.error,
			})
		}
		return parsed.data
	}

	/**
	 * Makes a call and hands back whatever was answered, redirects and refusals included.
	 *
	 * @param call what to ask
	 * @throws {ForumFailure} when no whole answer came
	 */
	async raw(call: ForumCall): Promise<JsonReply> {
		await this.#options.beforeCall?.(call)
		let status = 0
		try {
			const response = await fetch(`${this.#base}${call.path}${queryOf(call)}`, {
				method: call.method,
				redirect: 'manual',
				signal: AbortSignal.any([AbortSignal.timeout(this.#options.timeoutMs ?? TIMEOUT_MS), ...(this.#options.signal ? [this.#options.signal] : [])]),
				headers: {
					'Api-Key': this.#options.apiKey,
					'Api-Username': this.#options.apiUsername,
					Accept: 'application/json',
					'User-Agent': 'emancipasso-discourse-connector',
					...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
				},
				...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
			})
			status = response.status
			return await readReply(response, this.#options.mostBytes ?? MOST_BYTES)
		} catch (error) {
			throw withoutAnswer(nameOf(call), call.method !== 'GET', error)
		} finally {
			this.#options.afterCall?.(call, status)
		}
	}
}

function nameOf(call: ForumCall): string {
	return `${call.method} ${call.path}`
}

function queryOf(call: ForumCall): string {
	const query = new URLSearchParams()
	for (const [name, value] of Object.entries(call.query ?? {})) {
		if (Array.isArray(value)) {
			value.forEach((element: number) => query.append(`${name}[]`, String(element)))
		} else if (value !== undefined) {
			query.append(name, String(value))
		}
	}
	return query.size === 0 ? '' : `?${query.toString()}`
}
