/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { forumUnderTest, TOPIC } from '../testing.ts'

const ADMIN = { 'Api-Username': 'system' }

async function withKey(key: Record<string, unknown>, version: '2.9' | '2026' = '2026') {
	const forum = await forumUnderTest({ version })
	const made = await forum.call('POST', '/admin/api/keys.json', { key }, ADMIN)
	const secret = String((made.body.key as Record<string, unknown> | undefined)?.key)
	return { ...forum, made, secret }
}

it('keeps a narrow key to its scopes, and lets it ask what they are', async () => {
	const { call, secret } = await withKey({ username: 'emancipasso', scope_mode: 'granular', scopes: [{ scope_id: 'topics:write' }] })
	const as = { 'Api-Key': secret }
	expect((await call('POST', '/posts.json', TOPIC, as)).status).toBe(200)
	expect((await call('GET', '/latest.json', undefined, as)).status).toBe(403)
	expect((await call('GET', '/session/scopes.json', undefined, as)).body.scopes).toMatchObject([{ resource: 'topics', key: 'write' }])
	expect((await call('GET', '/session/scopes.json')).body.scopes).toEqual([])
})

it('binds a key to its account, with or without its name, until it is revoked', async () => {
	const { call, secret, made, url } = await withKey({ username: 'emancipasso' })
	expect((await fetch(`${url}/session/current.json`, { headers: { 'Api-Key': secret } })).status).toBe(200)
	expect((await call('GET', '/session/current.json', undefined, { 'Api-Key': secret, ...ADMIN })).status).toBe(403)
	const { id } = made.body.key as { id: number }
	expect(JSON.stringify((await call('GET', '/admin/api/keys.json', undefined, ADMIN)).body)).not.toContain(secret)
	await call('POST', `/admin/api/keys/${id}/revoke.json`, {}, ADMIN)
	expect((await call('GET', '/session/current.json', undefined, { 'Api-Key': secret })).status).toBe(403)
})

it('knows no scope for single acts in old forums', async () => {
	const { made } = await withKey({ username: 'emancipasso', scopes: [{ scope_id: 'topics:delete' }] }, '2.9')
	expect(made.status).toBe(400)
})

it.each(['/admin/api/keys.json', '/admin/site_settings.json', '/admin/api/web_hooks.json'])('hides %s from moderators', async (path) => {
	const { call } = await forumUnderTest()
	expect((await call('GET', path)).status).toBe(404)
	expect((await call('GET', path, undefined, ADMIN)).status).toBe(200)
})
