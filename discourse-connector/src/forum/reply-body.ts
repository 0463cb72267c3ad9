/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** An answer that arrived whole. */
export interface JsonReply {
	status: number
	headers: Headers
	/** Whether it said that it is JSON and could be read as such; an empty body counts. */
	isJson: boolean
	/** Undefined for an empty body and for what is no JSON. */
	json: unknown
}

/** The forum's answer was longer than anything it has to say. */
export class OversizedReply extends Error {}

/**
 * Reads an answer to its end.
 *
 * @param response of fetch
 * @param mostBytes where to stop
 * @throws {OversizedReply} past the limit; errors of the connection as they come
 */
export async function readReply(response: Response, mostBytes: number): Promise<JsonReply> {
	const chunks: Uint8Array[] = []
	let size = 0
	for await (const chunk of response.body ?? []) {
		size += chunk.byteLength
		if (size > mostBytes) {
			throw new OversizedReply(`An answer of more than ${mostBytes} bytes`)
		}
		chunks.push(chunk)
	}
	const { status, headers } = response
	const text = Buffer.concat(chunks).toString('utf8')
	if (text.trim() === '') {
		return { status, headers, isJson: true, json: undefined }
	}
	if (!/^application\/(.+\+)?json\b/i.test(headers.get('Content-Type') ?? '')) {
		return { status, headers, isJson: false, json: undefined }
	}
	try {
		return { status, headers, isJson: true, json: JSON.parse(text) }
	} catch {
		return { status, headers, isJson: false, json: undefined }
	}
}
