/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AppProblemId } from '@emancipasso/shared/contract/app-problems'
import type { z } from 'zod'
import type { AppUnderTest, User } from './app-under-test.ts'

import { appApi, appApiBase } from '@emancipasso/shared/contract/app-api'
import { AppProblem } from '@emancipasso/shared/contract/app-problems'
import { expect } from 'vitest'

/** What goes with a call. */
export interface CallOptions {
	parameters?: Record<string, string>
	query?: Record<string, string>
	body?: unknown
}

export interface Reply {
	status: number
	/** Of the OCS answer. */
	data: unknown
	headers: Headers
	/** The bytes as text. */
	text: string
}

/** Calls the app by the operations of its contract, and checks each answer against it. */
export class AppClient {
	readonly app: AppUnderTest
	/** Operations that were answered with a success, as `operation status`. */
	readonly succeeded = new Set<string>()

	constructor(app: AppUnderTest) {
		this.app = app
	}

	/**
	 * Calls an operation; a body or answer that the contract does not know fails the test.
	 *
	 * @param user who calls
	 * @param operation of the contract
	 * @param options what goes with it
	 */
	async call(user: User, operation: string, options: CallOptions = {}): Promise<Reply> {
		const route = appApi[operation]
		if (route === undefined) {
			throw new Error(`The contract has no operation ${operation}.`)
		}
		const path = route.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(options.parameters?.[name] ?? 'missing'))
		const query = options.query === undefined ? '' : `?${new URLSearchParams(options.query)}`
		const response = await fetch(this.app.base + appApiBase + path + query, {
			method: route.method,
			headers: { Accept: 'application/json', 'Accept-Language': 'fr', 'OCS-APIRequest': 'true', ...options.body !== undefined && { 'Content-Type': 'application/json' }, ...await this.app.headers(user) },
			body: options.body === undefined ? null : JSON.stringify(options.body),
			redirect: 'manual',
		})
		const text = await response.text()
		const reply = { status: response.status, data: dataOf(text, `${operation} as ${user}`), headers: response.headers, text }
		if (response.ok) {
			const schema = route.answers[response.status]?.body
			expect(schema, `${operation} answers ${response.status}, which its contract does not name`).toBeDefined()
			expect(schema?.safeParse(reply.data).error, `${operation} as ${user}: ${text.slice(0, 500)}`).toBeUndefined()
			this.succeeded.add(`${operation} ${response.status}`)
		}
		return reply
	}

	/**
	 * The data of a call that must succeed.
	 *
	 * @param schema of the data
	 * @param user who calls
	 * @param operation of the contract
	 * @param options what goes with it
	 */
	async data<Schema extends z.ZodType>(schema: Schema, user: User, operation: string, options: CallOptions = {}): Promise<z.output<Schema>> {
		const reply = await this.call(user, operation, options)
		expect(reply.status, `${operation} as ${user}: ${reply.text.slice(0, 500)}`).toBeLessThan(300)
		return schema.parse(reply.data)
	}

	/**
	 * The problem of a call that must fail, with a sentence for people.
	 *
	 * @param id of the problem
	 * @param user who calls
	 * @param operation of the contract
	 * @param options what goes with it
	 */
	async problem(id: AppProblemId, user: User, operation: string, options: CallOptions = {}): Promise<AppProblem> {
		const reply = await this.call(user, operation, options)
		const problem = AppProblem.safeParse(reply.data)
		expect(problem.data, `${operation} as ${user} answered ${reply.status}: ${reply.text.slice(0, 500)}`).toMatchObject({ problem: id })
		expect(problem.data!.message, 'a sentence for people').toMatch(/\p{L}{2,} [^]*[.!?]/u)
		return problem.data!
	}
}

/**
 * The data of an OCS envelope.
 *
 * @param text of the answer
 * @param what was called, for the message
 */
function dataOf(text: string, what: string): unknown {
	try {
		return (JSON.parse(text) as { ocs: { data: unknown } }).ocs.data
	} catch {
		throw new Error(`${what} was not answered in an OCS envelope: ${text.slice(0, 300)}`)
	}
}
