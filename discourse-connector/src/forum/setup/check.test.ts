/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { forumUnderTest } from '../../../sandbox-forum/testing.ts'
import { serverOf } from '../testing.ts'
import { operator, SUITABLE } from './testing.ts'

async function ready(settings = {}) {
	const forum = await forumUnderTest({ settings: { ...SUITABLE, ...settings } })
	const admin = operator()
	await admin.setUp(forum)
	await forum.webhooks.idle()
	forum.state.data.webHooks.forEach((hook) => {
		hook.lastDeliveryStatus = 3
	})
	const bot = forum.state.userNamed('emancipasso')
	return { forum, admin, bot: bot ?? expect.unreachable() }
}

it('is quiet while all is well', async () => {
	const { admin } = await ready()

	const { code, marked } = await admin.check()

	expect(code).toBe(0)
	expect(marked('problem', 'by hand', 'to do')).toEqual([])
})

it.each([
	['E60 says that a revoked key is refused, and where to make another one', (forum: { state: { data: { apiKeys: { revokedAt: string | null }[] } } }) => {
		forum.state.data.apiKeys.forEach((key) => {
			key.revokedAt = '2026-01-01T00:00:00Z'
		})
	}, 'refused by the forum'],
	['E60 names the scope that a key lacks', (forum: { state: { data: { apiKeys: { scopes: string[] }[] } } }) => {
		forum.state.data.apiKeys[0]?.scopes.splice(0, 99, 'global:read', 'topics:write')
	}, 'topics:update, posts:edit'],
])('%s', async (_title, spoil, words) => {
	const { forum, admin } = await ready()
	spoil(forum)

	const { code, marked } = await admin.check()

	expect(code).toBe(1)
	expect(marked('problem').join()).toContain(words)
	expect(marked('problem').join()).toContain('/admin/api/keys')
})

it('E61 tells when the bot no longer moderates', async () => {
	const { admin, bot } = await ready()
	bot.moderator = false

	const { code, marked } = await admin.check()

	expect(code).toBe(1)
	expect(marked('by hand').join()).toMatch(/does not moderate.*Permissions \(http.*\/admin\/users\/1\/emancipasso\)/)
})

it('E61 tells when the bot no longer sees a category', async () => {
	const { forum, admin } = await ready()
	Object.assign(forum.state.category(6) ?? {}, { adminsOnly: true })

	const { code, marked } = await admin.check()

	expect(code).toBe(1)
	expect(marked('problem').join()).toContain('no. 6 is not there, or the connector’s account cannot see it')
})

it('E44 tells when a category is gone', async () => {
	const { forum, admin } = await ready()
	forum.state.data.categories.splice(1, 1)

	expect((await admin.check()).code).toBe(1)
})

it('E64 tells when the bot mutes a category', async () => {
	const { admin, bot } = await ready()
	bot.mutedCategoryIds = [6]

	const { code, marked } = await admin.check()

	expect(code).toBe(1)
	expect(marked('by hand').join()).toContain('/u/emancipasso/preferences/tracking')
})

it('tells when the bot is suspended', async () => {
	const { admin, bot } = await ready()
	bot.suspended = true

	const { code, marked } = await admin.check()

	expect(code).toBe(1)
	expect(marked('problem').join()).toContain('is suspended')
})

it('E47 tells when the forum switched the webhook off, and setup switches it on again', async () => {
	const { forum, admin } = await ready()
	const [hook] = forum.state.data.webHooks
	Object.assign(hook ?? {}, { active: false, categoryIds: [5] })

	expect((await admin.check()).marked('by hand').join()).toMatch(/it is inactive; it is limited to categories/)

	await admin.setUp(forum)
	expect(forum.state.data.webHooks).toEqual([expect.objectContaining({ active: true, categoryIds: [] })])
})

it('E50 tells when the webhook signs with a secret that the connector does not know', async () => {
	const { forum, admin } = await ready()
	Object.assign(forum.state.data.webHooks[0] ?? {}, { secret: 'another-long-secret' })

	expect((await admin.check()).marked('problem').join()).toContain('DISCOURSE_WEBHOOK_SECRETS')
})

it('E52 asks only for events of topics and posts', async () => {
	const { forum } = await ready()

	expect(forum.state.data.webHooks).toMatchObject([{ wildcard: false, eventTypeIds: [101, 102, 103, 104, 105, 106, 107, 108, 109] }])
})

it('E51 says which setting lets a forum call a private address, and goes on without a webhook', async () => {
	const forum = await forumUnderTest({ settings: { allowedInternalHosts: '' } })

	const { code, marked } = await operator().setUp(forum)

	expect(code).toBe(0)
	expect(forum.state.data.webHooks).toEqual([])
	expect(marked('by hand').join('\n')).toMatch(/webhook.*allowed_internal_hosts[^]*filter=allowed_internal_hosts/)
})

it('says each setting with its value, the wished one and its place, and no secret', async () => {
	const forum = await forumUnderTest({ settings: { ...SUITABLE, maxTagsPerTopic: 2, discourseConnectProviderSecrets: 'elsewhere.example|hush-hush-hush' } })

	const { said, marked } = await operator().run(forum, ['--dry-run'])

	expect(marked('by hand')).toContainEqual(expect.stringMatching(/max_tags_per_topic is 2; it should be at least 5 .* → Admin → Settings \(http.*filter=max_tags_per_topic\)/))
	expect(marked('by hand').join()).toContain('discourse_connect_provider_secrets: it should be a list with a line for 127.0.0.1')
	expect(said).not.toContain('hush')
})

it('E15 writes tags the way the forum knows them', async () => {
	for (const version of ['3.1', '2026'] as const) {
		const forum = await forumUnderTest({ version })
		forum.state.data.tagGroups.splice(0)
		await operator().setUp(forum)
		expect(forum.state.data.tagGroups.map(({ tagIds }) => tagIds.length), version).toEqual([4, 3, expect.any(Number)])
	}
})

it('E62 does not follow a redirect with the key, and names the address', async () => {
	const asked: unknown[] = []
	const elsewhere = await serverOf((request, response) => {
		asked.push(request.headers['api-key'])
		response.end()
	})
	const url = await serverOf((_request, response) => {
		response.writeHead(301, { Location: `${elsewhere}/session/current.json` }).end()
	})

	const { code, marked } = await operator().run({ url })

	expect(code).toBe(1)
	expect(marked('problem')).toEqual([expect.stringContaining(elsewhere)])
	expect(asked).toEqual([])
})

it('E62 compares what the forum calls itself with the address it was given', async () => {
	const { forum, admin } = await ready()
	forum.state.data.webHookEvents.forEach((event) => {
		event.headers['X-Discourse-Instance'] = 'https://forum.example.org'
	})

	expect((await admin.check()).marked('problem').join()).toContain('https://forum.example.org')
})

it.each([
	['E59', { gateway: 99 }, 'does not answer like a Discourse'],
	['E58', { 'read-only': 99 }, 'read-only'],
] as const)('%s says what keeps the forum from being prepared: %j', async (_id, faults, words) => {
	const forum = await forumUnderTest()
	for (const [name, count] of Object.entries(faults)) {
		forum.faults.set(name as keyof typeof faults & 'gateway', { count })
	}

	const { code, said } = await operator().setUp(forum)

	expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(words) })
})
