/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Topic } from '../../sandbox-forum/state/model.ts'

import { expect, it } from 'vitest'
import { person } from '../../sandbox-forum/people.ts'
import { forumUnderTest } from '../../sandbox-forum/testing.ts'
import { clientOf } from './testing.ts'
import { readRecentTopics } from './topic-lists.ts'

const RAW = 'Un texte bien assez long pour ce forum.'

async function forumWith(count: number, version: '2026' | '3.1' = '2026') {
	const under = await forumUnderTest({ version })
	const marie = person(under.forum, 'Marie', 'moderator')
	const topics: Topic[] = []
	for (let index = 0; index < count; index++) {
		under.pass(1)
		topics.push(marie.newTopic({ title: `Le sujet numéro ${index}, bien distinct`, raw: RAW, categoryId: 6 }))
	}
	const calls: string[] = []
	const state: { afterCall?: () => void } = {}
	const client = clientOf(under, {
		afterCall: ({ path }) => {
			calls.push(path)
			state.afterCall?.()
		},
	})
	return { ...under, marie, topics, client, calls, state }
}

it('reads a quiet list in one call', async () => {
	const { client, calls, topics } = await forumWith(40)
	const since = topics[35]?.bumpedAt ?? ''
	const { topics: found, complete } = await readRecentTopics(client, 'activity', ({ bumpedAt }) => (bumpedAt ?? '') < since)
	expect(complete).toBe(true)
	expect(calls).toHaveLength(1)
	expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(topics.slice(35).map(({ id }) => id)))
})

it.each(['2026', '3.1'] as const)('E63 reads every topic although topics move between the pages of %s', async (version) => {
	const { client, calls, topics, marie, state, forum } = await forumWith(330, version)
	// One is bumped from the far end while another leaves the pages that were read: all between shift.
	state.afterCall = () => {
		const [bumped, deleted] = [topics[calls.length], topics[329 - calls.length]]
		if (calls.length < 5 && bumped !== undefined && deleted !== undefined) {
			person(forum, 'Paul').reply(bumped, 'Une réponse qui fait remonter le sujet.')
			marie.deleteTopic(deleted)
			marie.deleteTopic(topics[320 - calls.length] ?? deleted)
		}
	}
	const { topics: found, complete } = await readRecentTopics(client, 'activity', () => false)
	expect(complete).toBe(true)
	const living = topics.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id)
	expect(living.filter((id) => !found.some((row) => row.id === id))).toEqual([])
	expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
	expect(calls.length).toBeLessThanOrEqual(2 * Math.ceil(330 / (version === '2026' ? 100 : 30)) + 1)
})

it('is not stopped by an old topic that is pinned above the new ones', async () => {
	const { client, topics } = await forumWith(5)
	const [old] = topics
	Object.assign(old ?? {}, { pinned: true })
	const since = topics[1]?.bumpedAt ?? ''
	const { topics: found } = await readRecentTopics(client, 'activity', ({ bumpedAt }) => (bumpedAt ?? '') < since)
	expect(found.map(({ id }) => id)).toContain(topics[4]?.id)
})

it('says when it gave up before it came to something old', async () => {
	const { client } = await forumWith(140)
	expect((await readRecentTopics(client, 'created', () => false, { mostPages: 1 })).complete).toBe(false)
	expect((await readRecentTopics(client, 'created', () => false)).complete).toBe(true)
})
