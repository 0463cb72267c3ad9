/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { JoinedForum } from '../testing.ts'

import { expect, it } from 'vitest'
import { closesForum, wordsOf } from '../../forum/access-faults.ts'
import { withDatabase } from '../../platform/testing.ts'
import { joinForum } from '../testing.ts'

const database = withDatabase()
const ALL_SCOPES = ['global:read', 'topics:write', 'topics:update', 'topics:status', 'posts:edit']
const KEY = 'a-key-of-its-own'

/** A community whose connector has a key that can be taken away. */
async function withKey(scopes: string[] = ALL_SCOPES) {
	const joined = await joinForum(database, {}, { apiKey: KEY })
	const key = { id: 77, key: KEY, description: '', userId: null, scopes, createdAt: new Date().toISOString(), revokedAt: null as string | null }
	joined.forum.state.data.apiKeys.push(key)
	return { ...joined, key }
}

async function problemOf({ link }: Pick<JoinedForum, 'link'>, uuid: string) {
	return (await link(uuid)).problem
}

it('E60 asks nothing more of a forum that revoked the key, says so once, and goes on by itself after the repair', async () => {
	const { key, publish, drain, pass, calls, told, link } = await withKey()
	key.revokedAt = new Date().toISOString()
	const uuid = await publish()
	await drain()
	expect(await problemOf({ link }, uuid)).toMatchObject({ kind: 'forum-refused-us', text: { fr: expect.stringMatching(/rien à corriger.*clé.*révoquée/), en: expect.stringMatching(/nothing for you to correct.*key.*revoked/) } })
	expect((await link(uuid)).attempts).toBe(0)
	expect(told).toEqual([expect.stringContaining('DISCOURSE_API_KEY')])

	calls.length = 0
	const other = await publish({ title: 'Un autre besoin tout à fait neuf' })
	await drain()
	expect(calls).toEqual([])
	expect((await problemOf({ link }, other))?.text.fr).toContain('révoquée')

	pass(61)
	await drain()
	expect(calls).toEqual(['GET /session/scopes.json', 'GET /u/emancipasso.json'])

	key.revokedAt = null
	pass(120)
	await drain()
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null })
	expect(await link(other)).toMatchObject({ state: 'linked', problem: null })
	expect(told).toHaveLength(2)
})

it('E60 goes on at once when the connector starts with a key that works', async () => {
	const { key, publish, drain, access, link } = await withKey()
	key.revokedAt = new Date().toISOString()
	const uuid = await publish()
	await drain()
	key.revokedAt = null
	await drain()
	expect((await link(uuid)).state).toBe('queued')
	await access.start()
	await drain()
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null })
})

it.each(['topics:write', 'posts:edit', 'global:read'])('E60 names the scope %s that a key lacks', async (scope) => {
	const { publish, drain, told, link, access, calls } = await withKey(ALL_SCOPES.filter((one) => one !== scope))
	const uuid = await publish()
	await access.start()
	await drain()
	expect(told).toEqual([expect.stringContaining(scope)])
	await publish({ title: 'Un autre besoin tout à fait neuf' })
	calls.length = 0
	await drain()
	expect(calls).toEqual([])
	expect(await link(uuid)).not.toMatchObject({ problem: { kind: 'refused' } })
})

it('E60 names a scope that only some acts need, and goes on with the others', async () => {
	const { publish, withdraw, drain, link } = await withKey(ALL_SCOPES.filter((scope) => scope !== 'topics:status'))
	const uuid = await publish()
	await drain()
	await withdraw(uuid)
	const other = await publish({ title: 'Un autre besoin tout à fait neuf' })
	await drain()
	expect((await problemOf({ link }, uuid))?.text.en).toContain('topics:status')
	expect((await link(other)).state).toBe('linked')
})

it('E11 E60 tells a suspended account and an unknown one from a refused key', async () => {
	const { forum, publish, drain, pass, told, link } = await withKey()
	forum.state.user(1).suspended = true
	const uuid = await publish()
	await drain()
	expect(told.at(-1)).toMatch(/emancipasso.*suspended/)
	forum.state.user(1).suspended = false
	forum.state.user(1).username = 'renamed'
	pass(61)
	await drain()
	expect(told.at(-1)).toMatch(/no account “emancipasso”/)
	forum.state.user(1).username = 'emancipasso'
	pass(300)
	await drain()
	expect((await link(uuid)).state).toBe('linked')
})

it('E61 says that the bot is no moderator any more', async () => {
	const { forum, drain, access, told } = await withKey()
	forum.state.user(1).moderator = false
	await access.start()
	await drain()
	expect(told).toEqual([expect.stringContaining('no moderator')])
})

it('says at the start which category is wrong, and nothing when all is well', async () => {
	const well = await withKey()
	await well.access.start()
	await well.drain()
	expect(well.told).toEqual([])
	expect(await database.kysely.selectFrom('hint').select('record').execute()).toEqual([])

	const { forum, access, drain, told } = await withKey()
	forum.state.data.categories = forum.state.data.categories.filter(({ id }) => id !== 6)
	await access.start()
	await drain()
	expect(told).toEqual([expect.stringMatching(/no category 6.*DISCOURSE_CATEGORY_TOOL_ADVICE/)])
})

it('does not blame the author for a category that does not exist, and sends at once after a restart with the right one', async () => {
	const { forum, publish, drain, access, link, told } = await withKey()
	const advice = forum.state.data.categories.find(({ id }) => id === 6)
	forum.state.data.categories = forum.state.data.categories.filter((category) => category !== advice)
	const uuid = await publish()
	await drain()
	expect(await link(uuid)).toMatchObject({
		attempts: 0,
		problem: { kind: 'forum-category', text: { fr: expect.stringMatching(/rien à corriger.*DISCOURSE_CATEGORY_TOOL_ADVICE/), en: expect.stringContaining('nothing for you to correct') } },
	})
	expect(told).toEqual([expect.stringContaining('DISCOURSE_CATEGORY_TOOL_ADVICE')])

	forum.state.data.categories.push(...advice === undefined ? [] : [advice])
	await access.start()
	await drain()
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null })
})

it('finds by itself, after a while, that a category is open to the bot again', async () => {
	const { forum, publish, drain, pass, link } = await withKey()
	const advice = forum.state.data.categories.find(({ id }) => id === 6)
	Object.assign(advice ?? {}, { adminsOnly: true })
	const uuid = await publish()
	await drain()
	expect((await link(uuid)).problem?.kind).toBe('forum-category')
	Object.assign(advice ?? {}, { adminsOnly: false })
	pass(661)
	await drain()
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null })
})

it('says where a forum moved to, and never sends the key there', async () => {
	const { forum, access, drain, told, publish, link, pass } = await withKey()
	forum.faults.set('redirect', { count: Infinity })
	const uuid = await publish()
	await access.start()
	await drain()
	expect(told).toEqual([expect.stringMatching(/https:\/\/elsewhere\.example.*DISCOURSE_URL/)])
	forum.faults.clear()
	pass(700)
	await drain()
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null })
})

it('has words in both languages for each fault, without naming a secret', () => {
	const username = 'emancipasso'
	for (const fault of [
		{ kind: 'access-refused', username },
		{ kind: 'category-closed', variable: 'DISCOURSE_CATEGORY_TOOL_ADVICE', category: 6, username },
		{ kind: 'address-unknown', url: 'https://forum.invalid' },
		{ kind: 'certificate', code: 'CERT_HAS_EXPIRED' },
	] as const) {
		const { fr, en } = wordsOf(fault)
		expect(fr).not.toBe(en)
		expect(`${fr} ${en}`).toMatch(/DISCOURSE_[A-Z_]+/)
	}
	expect(closesForum({ kind: 'access-refused', username })).toBe(true)
})
