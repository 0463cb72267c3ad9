/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { RequestListener } from 'node:http'
import type { ForumUnderTest } from '../../sandbox-forum/testing.ts'
import type { ForumClientOptions } from './client.ts'

import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'
import { ForumClient } from './client.ts'
import { ForumFailure } from './outcome.ts'

/**
 * A client of the sandbox forum.
 *
 * @param forum under test
 * @param options otherwise than usual
 */
export function clientOf(forum: Pick<ForumUnderTest, 'url'>, options: Partial<ForumClientOptions> = {}): ForumClient {
	return new ForumClient({ url: forum.url, apiKey: 'sandbox-api-key', apiUsername: 'emancipasso', ...options })
}

/**
 * The failure that a call ends in.
 *
 * @param call under way
 */
export async function failureOf(call: Promise<unknown>): Promise<ForumFailure> {
	try {
		await call
	} catch (error) {
		if (error instanceof ForumFailure) {
			return error
		}
		throw error
	}
	throw new Error('The call succeeded')
}

/**
 * A server that stops with the test.
 *
 * @param listener answers
 * @return its address
 */
export async function serverOf(listener: RequestListener): Promise<string> {
	const server = createServer(listener)
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve)
	})
	onTestFinished(() => {
		server.close()
	})
	const address = server.address()
	return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}
