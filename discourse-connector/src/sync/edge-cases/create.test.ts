/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { recordOf } from '../../community/tables.ts'
import { withDatabase } from '../../platform/testing.ts'
import { joinForum } from '../testing.ts'
import { publishedNeed } from './testing.ts'

const database = withDatabase()

it('E04 E06 gives every topic an external id that any forum takes, whatever the letters of the uuid', async () => {
	const { publish, drain, forum, pass, link } = await joinForum(database)
	const uuid = await publish({}, 'ABCDEF12-3456-4ABC-8DEF-ABCDEF123456')
	forum.faults.set('lose-reply', { count: 1, method: 'POST' })
	await drain()
	pass(130)
	await drain()
	expect(forum.state.data.topics.map((topic) => topic.externalId)).toEqual(['need-abcdef12-3456-4abc-8def-abcdef123456'])
	expect(recordOf(uuid)).toMatch(/^[a-z0-9_-]{1,50}$/)
	expect((await link(uuid)).state).toBe('linked')
})

it('E08 stays in agreement with a forum that rewrites shouted titles', async () => {
	const { topic, look, writes, link, uuid } = await publishedNeed(database, {}, { title: 'AIDEZ-NOUS À QUITTER GOOGLE AGENDA !!!' })
	await look()
	expect(writes()).toEqual([])
	expect(await link(uuid)).toMatchObject({ problem: null, forumText: null, acknowledged: { title: topic.title } })
})

it.each(['2026', '3.1'] as const)('E13 publishes without a tag that nobody may make, and does not insist (forum %s)', async (version) => {
	const { topic, forum, look, writes, link, uuid } = await publishedNeed(database, { version, settings: { tagCreation: 'nobody' } }, { region: { code: 'FR-BRE', label: 'Bretagne' } })
	expect(topic.tagIds.map((id) => forum.state.tag(id)?.name)).toEqual(['tool-advice', 'published'])
	await look()
	expect(writes()).toEqual([])
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null })
})

it.each(['2026', '3.1'] as const)('E14 publishes with as many tags as the forum takes, the kind and the status first (forum %s)', async (version) => {
	const { topic, forum, link, uuid } = await publishedNeed(database, { version, settings: { maxTagsPerTopic: 2 } }, { region: { code: 'FR-BRE', label: 'Bretagne' } })
	expect(topic.tagIds.map((id) => forum.state.tag(id)?.name)).toEqual(['tool-advice', 'published'])
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null })
})

it('E17 finds its topic by its id, not among the newest', async () => {
	const { publish, drain, pass, forum, topics } = await joinForum(database)
	const uuid = await publish()
	forum.faults.set('lose-reply', { count: 1, method: 'POST' })
	await drain()
	const [topic] = topics(uuid)
	Object.assign(topic ?? {}, { createdAt: '2001-01-01T00:00:00.000Z', bumpedAt: '2001-01-01T00:00:00.000Z' })
	pass(130)
	await drain()
	expect(topics(uuid)).toHaveLength(1)
})

it('E18 cuts a text that is longer than a post may be, and says so', async () => {
	const text = 'Nous avons beaucoup à dire de notre organisation. '.repeat(120)
	const { first, link, uuid } = await publishedNeed(database, {}, { sections: (['context', 'problem', 'mustHave', 'whoBenefits'] as const).map((id) => ({ id, text })) })
	expect(first.raw.length).toBeLessThanOrEqual(32_000)
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null })
})
