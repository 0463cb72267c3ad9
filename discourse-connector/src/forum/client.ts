/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { z } from 'zod'
import type { CallGate, CallTurn, Ticket } from './call-gate.ts'
import type { JsonReply } from './reply-body.ts'

import { Priority } from '../platform/hints.ts'
import { ForumFailure, fromAnswer, troubleIn, withoutAnswer } from './outcome.ts'
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
	/** Decides when calls are made. */
	gate?: CallGate
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
	/** As a visitor, without the key. */
	anonymous?: boolean
}

/** Calls one Discourse with an admin key. The key goes nowhere but to the configured address: redirects are not followed. */
export class ForumClient {
	readonly #options: ForumClientOptions
	readonly #base: string
	readonly #turn: CallTurn

	/**
	 * @param options where the forum is and who we are there
	 * @param turn for whom it calls; unless told otherwise for people, so that each call waits for its turn
	 */
	constructor(options: ForumClientOptions, turn: CallTurn = { priority: Priority.person, begun: true, probes: false }) {
		this.#options = options
		this.#base = new URL(options.url).href.replace(/\/+$/, '')
		this.#turn = turn
	}

	/**
	 * The same client for one look. When there is no budget for its priority its first call throws {@link Postponed};
	 * later ones wait for their turn.
	 *
	 * @param priority of the look
	 */
	at(priority: Priority): ForumClient {
		return new ForumClient(this.#options, { priority, begun: false, probes: false })
	}

	/** The same client for calls at which the forum failed before, after it answered others. */
	suspecting(): ForumClient {
		return new ForumClient(this.#options, { ...this.#turn, suspect: true })
	}

	/** The same client for calls that find out whether the key works again. */
	probing(): ForumClient {
		return new ForumClient(this.#options, { priority: Priority.person, begun: true, probes: true })
	}

	/**
	 * The same forum with another key.
	 *
	 * @param key and its account
	 * @param key.apiKey of the forum
	 * @param key.apiUsername that it acts as
	 */
	as(key: { apiKey: string, apiUsername: string }): ForumClient {
		return new ForumClient({ ...this.#options, ...key })
	}

	/** The account that the key acts as. */
	get username(): string {
		return this.#options.apiUsername
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
		return await this.#exchange(call, (reply) => {
			if (reply.status < 200 || reply.status > 299) {
				throw this.#refusal(call, reply)
			}
			const parsed = schema.safeParse(reply.json)
			if (!parsed.success) {
				// It is the forum's own word, so it did what was asked.
				throw new ForumFailure(nameOf(call), { kind: 'unreadable', effect: call.method === 'GET' ? 'did-not-happen' : 'happened', status: reply.status, cause: parsed.error })
			}
			return parsed.data
		})
	}

	/**
	 * Makes a call and hands back whatever the forum answered, redirects and refusals included.
	 *
	 * @param call what to ask
	 * @throws {ForumFailure} when no whole answer of the forum came
	 */
	async raw(call: ForumCall): Promise<JsonReply> {
		return await this.#exchange(call, (reply) => reply)
	}

	/**
	 * A redirect within the forum says that this page has another address, not that the forum has.
	 *
	 * @param call that was made
	 * @param reply no success
	 */
	#refusal(call: ForumCall, reply: JsonReply): ForumFailure {
		const failure = fromAnswer(nameOf(call), call.method, reply)
		const target = URL.parse(failure.location ?? '', `${this.#base}/`)?.href
		return failure.kind === 'moved' && target?.startsWith(`${this.#base}/`) === true
			? new ForumFailure(nameOf(call), { kind: 'unreadable', effect: failure.effect, status: reply.status, location: failure.location })
			: failure
	}

	async #exchange<Result>(call: ForumCall, read: (reply: JsonReply) => Result): Promise<Result> {
		const { gate, signal } = this.#options
		const ticket = await gate?.enter(call, this.#turn)
		this.#turn.begun = true
		try {
			const reply = await this.#send(call)
			const trouble = troubleIn(nameOf(call), call.method, reply)
			if (trouble !== null) {
				throw trouble
			}
			const result = read(reply)
			await this.#leave(call, ticket, null)
			return result
		} catch (error) {
			const failure = error instanceof ForumFailure ? error : withoutAnswer(nameOf(call), call.method !== 'GET', error)
			// A call that we cut ourselves says nothing of the forum.
			if (signal?.aborted !== true) {
				await this.#leave(call, ticket, failure)
			}
			throw failure
		}
	}

	async #leave(call: ForumCall, ticket: Ticket | undefined, failure: ForumFailure | null): Promise<void> {
		if (ticket !== undefined) {
			// What became of the call is known, whether or not it can be noted.
			await this.#options.gate?.leave(call, this.#turn, ticket, failure).catch(() => {})
		}
	}

	async #send(call: ForumCall): Promise<JsonReply> {
		const { apiKey, apiUsername, timeoutMs, mostBytes, signal, afterCall } = this.#options
		let status = 0
		try {
			const response = await fetch(`${this.#base}${call.path}${queryOf(call)}`, {
				method: call.method,
				redirect: 'manual',
				signal: AbortSignal.any([AbortSignal.timeout(timeoutMs ?? TIMEOUT_MS), ...(signal ? [signal] : [])]),
				headers: {
					...(call.anonymous === true ? {} : { 'Api-Key': apiKey, 'Api-Username': apiUsername }),
					Accept: 'application/json',
					'User-Agent': 'emancipasso-discourse-connector',
					...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
				},
				...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
			})
			status = response.status
			return await readReply(response, mostBytes ?? MOST_BYTES)
		} finally {
			afterCall?.(call, status)
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
