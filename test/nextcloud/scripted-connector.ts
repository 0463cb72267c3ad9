/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http'
import type { LocalServer } from '../support/local-server.ts'

import { createServer } from 'node:http'
import { listenLocally } from '../support/local-server.ts'

/** A call that the app made. */
export interface Asked {
	method: string
	/** With the query. */
	path: string
	headers: IncomingHttpHeaders
	body: string
}

/** What a connector does with a call; `lose` ends the connection without an answer. */
export type Script = (asked: Asked, answer: (status: number, body?: unknown, headers?: Record<string, string>) => void, lose: () => void, response: ServerResponse) => void

/** Stands where a connector would, to answer as no real one can be made to. */
export class ScriptedConnector {
	readonly calls: Asked[] = []
	script: Script = (_asked, answer) => answer(404, problem('not-found'))
	readonly #at: LocalServer

	private constructor(server: Server, at: LocalServer) {
		this.#at = at
		server.on('request', async (request, response) => {
			const chunks: Buffer[] = []
			for await (const chunk of request as AsyncIterable<Buffer>) {
				chunks.push(chunk)
			}
			const asked = { method: request.method ?? '', path: (request.url ?? '').replace('/api/v1', ''), headers: request.headers, body: Buffer.concat(chunks).toString('utf8') }
			this.calls.push(asked)
			this.script(asked, (status, body, headers = {}) => {
				const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
				response.writeHead(status, { 'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json', ...headers }).end(text)
			}, () => request.socket.destroy(), response)
		})
	}

	static async start(): Promise<ScriptedConnector> {
		const server = createServer()
		return new ScriptedConnector(server, await listenLocally(server))
	}

	get port(): number {
		return this.#at.port
	}

	get url(): string {
		return this.#at.url
	}

	/** Forgets the calls and follows another script. */
	follow(script: Script): void {
		this.calls.length = 0
		this.script = script
	}

	async close(): Promise<void> {
		await this.#at.close()
	}
}

/**
 * A problem as the connector says it.
 *
 * @param id of the problem
 * @param title its sentence
 */
export function problem(id: string, title = 'Une phrase du connecteur.'): { type: string, title: string } {
	return { type: `urn:emancipasso:problem:${id}`, title }
}
