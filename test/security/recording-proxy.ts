/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { listenLocally } from '../support/local-server.ts'

/** A call with its answer, as it passed. */
export interface RecordedCall {
	method: string
	/** With the query. */
	path: string
	/** Headers and bodies of both directions. */
	text: string
}

/** Hands calls on and keeps every word of them. */
export interface RecordingProxy {
	/** Without a slash at the end. */
	url: string
	calls: RecordedCall[]
	close(): Promise<void>
}

/**
 * Stands between a cloud and its connector. Nothing passes compressed, so that it can be read.
 *
 * @param target address of the connector, without a slash at the end
 */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
	const calls: RecordedCall[] = []
	const server = createServer(async (request, response) => {
		const { method = '', url: path = '' } = request
		const body = await text(request)
		const sent = endToEnd(Object.entries(request.headers as Record<string, string>))
		const answer = await fetch(target + path, { method, headers: { ...sent, 'accept-encoding': 'identity' }, body: body === '' ? null : body, redirect: 'manual' })
		const answered = await answer.text()
		const headers = endToEnd([...answer.headers])
		calls.push({ method, path, text: [path, JSON.stringify(request.headers), body, JSON.stringify(headers), answered].join('\n') })
		response.writeHead(answer.status, headers).end(answered)
	})
	return { ...await listenLocally(server), calls }
}

/**
 * Headers without those of one connection.
 *
 * @param headers with names in small letters
 */
function endToEnd(headers: readonly [string, string][]): Record<string, string> {
	return Object.fromEntries(headers.filter(([name]) => !['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding'].includes(name)))
}
