/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IncomingMessage, ServerResponse } from 'node:http'

import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { listenLocally } from '../support/local-server.ts'

/** A process that says nothing for so long is passed over. */
const PATIENCE_MILLISECONDS = 1500
const OF_ONE_HOP = new Set(['connection', 'content-length', 'host', 'transfer-encoding'])

/** Stands before several processes, as a reverse proxy does. */
export interface Balancer {
	port: number
	/** Without a slash at the end. */
	url: string
	close(): Promise<void>
}

/**
 * Hands each request to one of the processes in turn, and to the next when that one does not answer.
 *
 * @param targets their addresses; may grow later
 */
export async function startBalancer(targets: readonly string[]): Promise<Balancer> {
	let turn = 0
	const server = createServer(async (request, response) => {
		const body = await buffer(request)
		const first = turn++
		for (let step = 0; step < targets.length; step++) {
			const target = targets[(first + step) % targets.length] ?? ''
			if (await handOn(target, request, body, response)) {
				return
			}
		}
		response.writeHead(503).end()
	})
	return await listenLocally(server)
}

async function handOn(target: string, { method = '', url = '', headers }: IncomingMessage, body: Buffer, response: ServerResponse): Promise<boolean> {
	try {
		const answer = await fetch(target + url, {
			method,
			headers: Object.entries(headers).filter(([name]) => !OF_ONE_HOP.has(name)).map(([name, value]): [string, string] => [name, String(value)]),
			body: body.length === 0 ? null : new Uint8Array(body),
			redirect: 'manual',
			signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
		})
		const text = await answer.text()
		response.writeHead(answer.status, { 'Content-Type': answer.headers.get('Content-Type') ?? 'text/plain' }).end(text)
		return true
	} catch {
		return false
	}
}
