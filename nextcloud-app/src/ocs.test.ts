/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { afterEach, describe, expect, it, vi } from 'vitest'
import { ocs, OcsError } from './ocs.ts'
import { fakeServer } from './testing/fake-server.ts'

afterEach(() => vi.unstubAllGlobals())

async function failure(): Promise<OcsError> {
	return await ocs('GET', '/start').catch((error: unknown) => error) as OcsError
}

describe('a call to the app', () => {
	it('gives the data without its envelope', async () => {
		fakeServer(() => ({ status: 200, data: { fine: true } }))
		expect(await ocs('GET', '/start')).toEqual({ fine: true })
	})

	it('says what the server says, with the problem and the field', async () => {
		fakeServer(() => ({ status: 400, data: { problem: 'invalid-input', message: 'The name is too short.', field: 'name' } }))
		expect(await failure()).toMatchObject({ status: 400, problem: 'invalid-input', message: 'The name is too short.', field: 'name', temporary: false })
	})

	it('says that the session has ended, and that nothing is lost', async () => {
		fakeServer(() => ({ status: 401, message: 'Current user is not logged in' }))
		const error = await failure()
		expect(error).toBeInstanceOf(OcsError)
		expect(error.message).toContain('Your session has ended. What you wrote stays in this tab')
		expect(error.temporary).toBe(true)
	})

	it('says that there is no network', async () => {
		fakeServer(() => ({ status: 200 })).offline = true
		expect(await failure()).toMatchObject({ status: 0, temporary: true, message: expect.stringContaining('No network') })
	})

	it('does not show a page of a proxy as if it were an answer', async () => {
		vi.stubGlobal('fetch', async () => new Response('<html>Sign in to the wifi</html>', { status: 200 }))
		expect(await failure()).toMatchObject({ status: 502 })
	})

	it('gets a new token and tries once more when the page was open for long', async () => {
		const tokens: unknown[] = []
		vi.stubGlobal('fetch', async (url: string, request: RequestInit = {}) => {
			if (url.includes('csrftoken')) {
				return new Response('{"token":"fresh"}', { headers: { 'Content-Type': 'application/json' } })
			}
			const { requesttoken } = request.headers as Record<string, string>
			tokens.push(requesttoken)
			return requesttoken === 'fresh' ? new Response('{"ocs":{"meta":{},"data":"fine"}}') : new Response('{"message":"CSRF check failed"}', { status: 412 })
		})
		expect(await ocs('GET', '/start')).toBe('fine')
		expect(tokens).toHaveLength(2)
	})
})
