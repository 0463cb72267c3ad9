/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumVersion } from '../../../sandbox-forum/state/versions.ts'

import { statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { forumUnderTest } from '../../../sandbox-forum/testing.ts'
import { ForumClient } from '../client.ts'
import { createTopic } from '../topics.ts'
import { operator, SECRET_KEY, SUITABLE } from './testing.ts'

describe.each(['2.9', '3.1', '2026'] as const)('on a forum %s', (version: ForumVersion) => {
	it('prepares a forum so that the connector’s own key is all it needs', async () => {
		const forum = await forumUnderTest({ version, settings: SUITABLE })
		const admin = operator()

		const { code, said } = await admin.setUp(forum)

		expect(code, said).toBe(0)
		const { DISCOURSE_API_KEY: apiKey, DISCOURSE_CATEGORY_TOOL_ADVICE: category } = admin.variables()
		const bot = new ForumClient({ url: forum.url, apiKey: apiKey ?? '', apiUsername: 'emancipasso' })
		const topic = { title: 'Un titre assez long', raw: 'Nous cherchons un agenda partagé simple.', categoryId: Number(category), tags: [{ name: 'tool-advice' }, { name: 'fr-bre' }], externalId: 'need-1' }
		expect(await createTopic(bot, topic, version === '2026' ? 'objects' : 'names')).toMatchObject({ queued: false })
		expect(forum.state.data.topics[0]?.tagIds).toHaveLength(2)
		expect((await admin.check()).code).toBe(0)
	})

	it('changes nothing in a second run, and says that all is well', async () => {
		const forum = await forumUnderTest({ version, settings: SUITABLE })
		const admin = operator()
		await admin.setUp(forum)
		await forum.webhooks.idle()
		forum.state.data.webHooks.forEach((hook) => {
			hook.lastDeliveryStatus = 3
		})
		const [state, file] = [JSON.stringify(forum.state.data), admin.written()]

		const { code, said, marked } = await admin.setUp(forum)

		expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('All is well.') })
		expect(marked('done', 'to do', 'problem')).toEqual([])
		expect([JSON.stringify(forum.state.data), admin.written()]).toEqual([state, file])
	})

	it('only says what it would do in a dry run', async () => {
		const forum = await forumUnderTest({ version })
		const admin = operator()
		const state = JSON.stringify([forum.state.data, forum.settings])

		const { marked } = await admin.run(forum, ['--dry-run', '--yes', '--write-env', 'connector.env'])

		expect(marked('to do').length).toBeGreaterThan(5)
		expect(marked('done')).toEqual([])
		expect(JSON.stringify([forum.state.data, forum.settings])).toBe(state)
		expect(() => statSync(admin.path)).toThrow('ENOENT')
	})

	it('E43 makes tag groups that allow one tag, and completes those that an admin renamed', async () => {
		const forum = await forumUnderTest({ version })
		const [kind] = forum.state.data.tagGroups
		Object.assign(kind ?? {}, { name: 'Renamed', onePerTopic: false })
		kind?.tagIds.splice(0, 2, forum.state.tagNamed('resolu')?.id ?? 0)

		await operator().setUp(forum)

		const groups = forum.state.data.tagGroups.map(({ name, onePerTopic, tagIds }) => ({ name, onePerTopic, tags: tagIds.map((id) => forum.state.tag(id)?.name) }))
		expect(groups.find(({ name }) => name === 'Renamed')).toEqual({ name: 'Renamed', onePerTopic: true, tags: expect.arrayContaining(['resolu', 'technical-help', 'tool-advice', 'provider-search', 'shared-development']) })
		expect(groups.find(({ name }) => name === 'Région')).toMatchObject({ onePerTopic: true, tags: expect.arrayContaining(['fr-bre', 'be-vlg', 'es-ct', 'ro-b']) })
	})
})

it('refuses a forum older than 2.9, says why, and touches nothing', async () => {
	const forum = await forumUnderTest({ version: '2.8' })
	const state = JSON.stringify(forum.state.data)

	const { code, marked } = await operator().setUp(forum)

	expect(code).toBe(1)
	expect(marked('problem')).toEqual([expect.stringContaining('external id')])
	expect(JSON.stringify(forum.state.data)).toBe(state)
})

it('makes the categories that are missing, and writes their numbers down', async () => {
	const forum = await forumUnderTest()
	forum.state.data.categories.splice(0)
	const admin = operator()

	expect((await admin.setUp(forum)).code).toBe(0)

	const made = forum.state.data.categories.map(({ id }) => String(id))
	const { DISCOURSE_CATEGORY_TECHNICAL_HELP: a, DISCOURSE_CATEGORY_TOOL_ADVICE: b, DISCOURSE_CATEGORY_PROVIDER_SEARCH: c, DISCOURSE_CATEGORY_SHARED_DEVELOPMENT: d } = admin.variables()
	expect([a, b, c, d]).toEqual(made)
})

it('takes the categories that the operator chose', async () => {
	const forum = await forumUnderTest()
	const admin = operator()

	await admin.setUp(forum, '--category', 'tool-advice=8')

	expect(admin.variables()).toMatchObject({ DISCOURSE_CATEGORY_TOOL_ADVICE: '8', DISCOURSE_CATEGORY_SHARED_DEVELOPMENT: '8' })
	expect(forum.state.data.categories).toHaveLength(4)
})

it('shows no secret, and keeps them where only the owner can read', async () => {
	const forum = await forumUnderTest()
	const admin = operator()

	const { said } = await admin.setUp(forum)

	const { DISCOURSE_API_KEY: bot, DISCOURSE_READ_API_KEY: reader, DISCOURSE_WEBHOOK_SECRETS: secret } = admin.variables()
	for (const hidden of [SECRET_KEY, bot, reader, secret]) {
		expect(hidden?.length).toBeGreaterThan(10)
		expect(said).not.toContain(hidden)
	}
	expect(admin.written()).not.toContain(SECRET_KEY)
	expect(statSync(admin.path).mode & 0o777).toBe(0o600)
})

it('gives the connector’s keys no more than they need', async () => {
	const forum = await forumUnderTest()
	const admin = operator()
	await admin.setUp(forum)
	const { DISCOURSE_API_KEY: bot, DISCOURSE_READ_API_KEY: reader } = admin.variables()

	const asBot = { 'Api-Key': bot ?? '' }
	expect((await forum.call('POST', '/tag_groups.json', { name: 'x', tags: [] }, asBot)).status).toBe(403)
	expect((await forum.call('GET', '/admin/api/web_hooks.json', undefined, asBot)).status).toBe(404)
	const asReader = { 'Api-Key': reader ?? '', 'Api-Username': 'system' }
	expect((await forum.call('GET', `/admin/api/web_hook_events/${forum.state.data.webHooks[0]?.id}.json`, undefined, asReader)).status).toBe(200)
	expect((await forum.call('POST', '/posts.json', {}, asReader)).status).toBe(403)
})

it('makes no key that it could not keep', async () => {
	const forum = await forumUnderTest()

	const { code, marked } = await operator().run(forum, ['--yes'])

	expect(code).toBe(1)
	expect(forum.state.data.apiKeys).toEqual([])
	expect(marked('by hand').join()).toContain('--write-env FILE')
})

it('makes no second key when the first one was lost', async () => {
	const forum = await forumUnderTest()
	await operator().setUp(forum)

	const { code, marked } = await operator().setUp(forum)

	expect(code).toBe(1)
	expect(forum.state.data.apiKeys).toHaveLength(2)
	expect(marked('by hand').join()).toContain('revoke it and run again')
})
