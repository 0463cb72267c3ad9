/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IncomingMessage, ServerResponse } from 'node:http'

import { request as ask, createServer } from 'node:http'
import { listenLocally } from '../support/local-server.ts'

/** Hands requests to one of several servers in turn, as a load balancer does that has not yet seen who is dead. */
export interface Balancer {
	url: string
	/** Addresses of the servers, without a slash at the end; changed in place. */
	targets: string[]
	close(): Promise<void>
}

/** Starts one on a free port, with no server yet. */
export async function startBalancer(): Promise<Balancer> {
	const targets: string[] = []
	let turn = 0
	const server = createServer((request, response) => handOn(targets[turn++ % targets.length], request, response))
	return { ...await listenLocally(server), targets }
}

function handOn(target: string | undefined, request: IncomingMessage, response: ServerResponse): void {
	const fail = () => response.headersSent ? response.destroy() : response.writeHead(502).end()
	if (target === undefined) {
		fail()
		return
	}
	const passed = ask(target + request.url, { method: request.method ?? 'GET', headers: request.headers }, (answer) => {
		response.writeHead(answer.statusCode ?? 502, answer.headers)
		answer.on('error', fail).pipe(response)
	})
	passed.on('error', fail)
	request.pipe(passed)
}
