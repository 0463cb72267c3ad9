/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { forumUnderTest, TOPIC } from '../testing.ts'

it.each([
	['rate-limit', 429, 'application/json'],
	['rate-limit-address', 429, 'text/plain'],
	['rate-limit-search', 429, 'application/json'],
	['gateway', 502, 'text/html'],
	['unavailable', 503, 'text/html'],
	['challenge', 200, 'text/html'],
	['read-only', 503, 'application/json'],
	['redirect', 301, 'text/'],
	['forbidden', 403, 'application/json'],
	['server-error', 500, 'text/html'],
] as const)('%s answers %i and leaves the forum untouched, once', async (fault, status, type) => {
	const { call, faults, state } = await forumUnderTest()
	faults.set(fault, { count: 1, seconds: 7 })
	const reply = await call('POST', '/posts.json', TOPIC)
	expect(reply.status).toBe(status)
	expect(reply.headers.get('Content-Type') ?? 'text/').toContain(type)
	expect(reply.headers.get('Retry-After')).toBe(fault === 'rate-limit' || fault === 'rate-limit-address' ? '7' : null)
	expect(state.data.topics).toHaveLength(0)
	expect((await call('POST', '/posts.json', TOPIC)).status).toBe(200)
})

it.each(['lose-reply', 'cut-body'] as const)('%s does the work although the caller never learns it', async (fault) => {
	const { call, faults, state } = await forumUnderTest()
	faults.set(fault, { count: 1, path: '/posts' })
	await expect(call('POST', '/posts.json', TOPIC)).rejects.toThrow()
	expect(state.data.topics).toHaveLength(1)
})

it('refuse does nothing before it cuts', async () => {
	const { call, faults, state } = await forumUnderTest()
	faults.set('refuse')
	await expect(call('POST', '/posts.json', TOPIC)).rejects.toThrow()
	expect(state.data.topics).toHaveLength(0)
})

it('is switched over HTTP, by name, count, method and path', async () => {
	const { call } = await forumUnderTest()
	expect((await call('PUT', '/sandbox/faults', { nonsense: 1 })).status).toBe(422)
	await call('PUT', '/sandbox/faults', { gateway: { count: 2, method: 'GET', path: '/about' } })
	expect((await call('GET', '/site.json')).status).toBe(200)
	expect((await call('GET', '/about.json')).status).toBe(502)
	await call('DELETE', '/sandbox/faults')
	expect((await call('GET', '/about.json')).status).toBe(200)
})

it('marks what is read while it is read-only', async () => {
	const { call, faults } = await forumUnderTest()
	faults.set('read-only', { count: Infinity })
	const about = await call('GET', '/about.json')
	expect([about.status, about.headers.get('Discourse-Readonly')]).toEqual([200, 'true'])
	expect((await call('POST', '/posts.json', TOPIC)).body.error_type).toBe('read_only')
})

it('counts all admin calls of a minute together and says how long to wait', async () => {
	const { call, pass } = await forumUnderTest({ limits: { adminPerMinute: 2 } })
	await call('GET', '/about.json')
	await call('GET', '/site.json')
	const refused = await call('GET', '/about.json')
	expect(refused.status).toBe(429)
	expect(refused.headers.get('Discourse-Rate-Limit-Error-Code')).toBe('admin_api_key_rate_limit')
	expect(refused.body).toMatchObject({ error_type: 'rate_limit', extras: { wait_seconds: Number(refused.headers.get('Retry-After')) } })
	pass(61)
	expect((await call('GET', '/about.json')).status).toBe(200)
})

it('prolongs the wait of an address that goes on calling', async () => {
	const { call, pass } = await forumUnderTest({ limits: { addressPerTenSeconds: 1 } })
	expect((await call('GET', '/about.json')).status).toBe(200)
	for (const [seconds, status] of [[6, 429], [6, 429], [11, 200]] as const) {
		pass(seconds)
		expect((await call('GET', '/about.json')).status).toBe(status)
	}
})
