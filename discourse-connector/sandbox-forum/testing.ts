/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { SandboxForum, SandboxForumOptions } from './sandbox-forum.ts'

import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'
import { createSandboxForum } from './sandbox-forum.ts'

/** A running forum with a way to call it. */
export interface ForumUnderTest extends SandboxForum {
	url: string
	/** Calls the API as the bot; a body is sent as JSON. */
	call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
	/** Moves the forum's clock. */
	pass(seconds: number): void
}

/** What came back; `body` is the JSON, or the text when it is none. */
export interface Reply {
	status: number
	headers: Headers
	body: Record<string, unknown>
	text: string
}

/** A topic the forum accepts as it is. */
export const TOPIC = {
	title: 'Quel agenda partagé pour notre association ?',
	raw: 'Nous sommes douze bénévoles et cherchons un agenda partagé simple.',
	category: 6,
	tags: ['fr'],
	external_id: 'need-0190aaaa',
}

/** Starts a forum that stops with the test. */
export async function forumUnderTest(options: SandboxForumOptions = {}): Promise<ForumUnderTest> {
	let ahead = 0
	const forum = createSandboxForum({ limits: { adminPerMinute: null }, now: () => new Date(Date.now() + ahead * 1000), ...options })
	const url = await forum.listen()
	onTestFinished(() => forum.close())
	return {
		...forum,
		url,
		pass: (seconds) => {
			ahead += seconds
		},
		call: async (method, path, body, headers = {}) => {
			const response = await fetch(`${url}${path}`, {
				method,
				redirect: 'manual',
				headers: { 'Api-Key': 'sandbox-api-key', 'Api-Username': 'emancipasso', 'Content-Type': 'application/json', ...headers },
				...(body === undefined ? {} : { body: JSON.stringify(body) }),
			})
			const text = await response.text()
			const isJson = response.headers.get('Content-Type')?.startsWith('application/json') === true && text !== ''
			return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) as Record<string, unknown> : {} }
		},
	}
}

/** One request that a webhook receiver was sent. */
export interface Delivery {
	headers: Record<string, string | string[] | undefined>
	text: string
	body: Record<string, Record<string, unknown>>
}

/** A receiver of webhooks that keeps what comes and answers 200. */
export async function webhookReceiver(): Promise<{ url: string, deliveries: Delivery[] }> {
	const deliveries: Delivery[] = []
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = []
		for await (const chunk of request) {
			chunks.push(chunk as Buffer)
		}
		const text = Buffer.concat(chunks).toString()
		deliveries.push({ headers: request.headers, text, body: JSON.parse(text) })
		response.end('ok')
	})
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve)
	})
	onTestFinished(() => {
		server.close()
	})
	const address = server.address()
	return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook`, deliveries }
}
