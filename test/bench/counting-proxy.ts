/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IncomingMessage, ServerResponse } from 'node:http'

import { request as ask, createServer } from 'node:http'
import { listenLocally } from '../support/local-server.ts'

/** A request that passed through. */
export interface PassedRequest {
	method: string
	/** With the query. */
	path: string
	/** Whether it asked only for what is new. */
	conditional: boolean
	status: number
	/** When it was answered, in milliseconds that only count from another's. */
	at: number
}

/** Hands requests on and writes down what passed. */
export interface CountingProxy {
	/** Without a slash at the end. */
	url: string
	passed: PassedRequest[]
	close(): Promise<void>
}

/**
 * Stands between a cloud and its connector.
 *
 * @param target address of the connector, without a slash at the end
 */
export async function startCountingProxy(target: string): Promise<CountingProxy> {
	const passed: PassedRequest[] = []
	const server = createServer((request, response) => handOn(target, request, response, passed))
	return { ...await listenLocally(server), passed }
}

/**
 * Hands one request on, byte for byte.
 *
 * @param target address of the connector
 * @param request of the cloud
 * @param response to it
 * @param passed where it is written down
 */
function handOn(target: string, request: IncomingMessage, response: ServerResponse, passed: PassedRequest[]): void {
	const { method = '', url: path = '', headers } = request
	const onward = ask(target + path, { method, headers: { ...headers, host: new URL(target).host } }, (answer) => {
		passed.push({ method, path, conditional: headers['if-none-match'] !== undefined, status: answer.statusCode ?? 0, at: performance.now() })
		response.writeHead(answer.statusCode ?? 502, answer.headers)
		answer.pipe(response)
	})
	onward.once('error', () => {
		passed.push({ method, path, conditional: headers['if-none-match'] !== undefined, status: 0, at: performance.now() })
		response.destroy()
	})
	request.pipe(onward)
}
