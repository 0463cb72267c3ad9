/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumUnderTest } from '../../sandbox-forum/testing.ts'
import type { TestDatabase } from '../platform/testing.ts'
import type { JoinedForum } from '../sync/testing.ts'
import type { ConsoleParts } from './parts.ts'

import express from 'express'
import { onTestFinished } from 'vitest'
import { readConfiguration } from '../platform/configuration.ts'
import { createHttp } from '../platform/http.ts'
import { createLog } from '../platform/log.ts'
import { createMetrics } from '../platform/metrics.ts'
import { serve } from '../platform/server.ts'
import { joinForum, RENDERING } from '../sync/testing.ts'
import { createConsole } from './console.ts'

export const ADMIN_TOKEN = 'the-token-of-the-operator-in-tests'
export const CONNECT_SECRET = 'the-secret-shared-with-the-forum'

/** What came back, with what a person would see of it. */
export interface Seen {
	status: number
	/** Where it sends the reader, below the console; null when it does not. */
	to: string | null
	headers: Headers
	text: string
	/** The visible text of the page's main part. */
	words: string
}

/** A browser without JavaScript. */
export interface Visitor {
	cookies: Map<string, string>
	get(path: string, headers?: Record<string, string>): Promise<Seen>
	/** Sends a form of the page at `from` (the path itself unless told otherwise), with its token. */
	post(path: string, fields?: Record<string, string>, options?: { from?: string, headers?: Record<string, string> }): Promise<Seen>
	/** Sends fields as they are. */
	send(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Seen>
	/** Signs in with the operator's token. */
	signIn(): Promise<void>
}

/** A console joined to a community and a sandbox forum. */
export interface ConsoleUnderTest extends JoinedForum {
	/** Address of the connector. */
	url: string
	parts: ConsoleParts
	visitor(): Visitor
	/** Somebody who is signed in. */
	operator(): Promise<Visitor>
}

/**
 * Opens a console for a test.
 *
 * @param database of the test
 * @param options what it is told
 * @param options.adminToken false for none
 * @param options.connect whether people sign in by the forum
 * @param options.publicUrl under which others reach it
 */
export async function openConsole(database: TestDatabase, options: { adminToken?: false, connect?: boolean, publicUrl?: string } = {}): Promise<ConsoleUnderTest> {
	const joined = await joinForum(database, { settings: { enableDiscourseConnectProvider: true, discourseConnectProviderSecrets: `127.0.0.1|${CONNECT_SECRET}` } })
	const configuration = { ...readConfiguration({}), publicUrl: options.publicUrl, forum: forumConfiguration(joined.forum, options.connect === true) }
	const log = createLog('silent')
	const http = createHttp({ configuration, log, metrics: createMetrics(undefined), isReady: async () => true })
	const server = await serve(http.app, { host: '127.0.0.1', port: 0 })
	onTestFinished(() => server.stop())
	const url = `http://127.0.0.1:${server.port}`
	const parts: ConsoleParts = {
		database,
		configuration,
		url: options.publicUrl ?? url,
		adminToken: options.adminToken === false ? undefined : ADMIN_TOKEN,
		gate: joined.gate,
		log,
	}
	http.open(express.Router().use('/console', createConsole(parts)))
	return {
		...joined,
		url,
		parts,
		visitor: () => visitorOf(url),
		operator: async () => {
			const visitor = visitorOf(url)
			await visitor.signIn()
			return visitor
		},
	}
}

function forumConfiguration(forum: ForumUnderTest, connect: boolean) {
	return {
		url: forum.url,
		apiKey: 'sandbox-api-key',
		apiUsername: 'emancipasso',
		webhookSecrets: [],
		categories: RENDERING.categories,
		language: 'fr' as const,
		callsPerMinute: 600,
		connectSecret: connect ? CONNECT_SECRET : undefined,
	}
}

function visitorOf(url: string): Visitor {
	const cookies = new Map<string, string>()
	const ask = async (path: string, init: RequestInit): Promise<Seen> => {
		const response = await fetch(path.startsWith('http') ? path : `${url}/console${path}`, {
			redirect: 'manual',
			...init,
			headers: { 'Accept-Language': 'en', Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...init.headers },
		})
		for (const cookie of response.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
			cookies.set(name, value)
		}
		const text = await response.text()
		const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(text)?.[1] ?? ''
		return {
			status: response.status,
			to: response.headers.get('Location')?.replace(/^\/console/, '') ?? null,
			headers: response.headers,
			text,
			words: main.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').trim(),
		}
	}
	const send: Visitor['send'] = (path, fields, headers = {}) => ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { Origin: url, ...headers } })
	const visitor: Visitor = {
		cookies,
		get: (path, headers = {}) => ask(path, { headers }),
		send,
		post: async (path, fields = {}, { from = path, headers = {} } = {}) => {
			const token = /name="token" value="([0-9a-f]{64})"/.exec((await visitor.get(from)).text)?.[1] ?? ''
			return await send(path, { ...fields, token }, headers)
		},
		signIn: async () => {
			await send('/sign-in/token', { token: ADMIN_TOKEN })
		},
	}
	return visitor
}
