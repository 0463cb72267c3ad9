/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TrackedNeed, World } from './world.ts'

import { answerOfMarker } from '@emancipasso/shared/community/answer-post'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { recordOf } from '../../community/tables.ts'
import { RENDERING } from '../testing.ts'
import { desiredOf } from '../topics/desired.ts'
import { readLink } from '../topics/link-store.ts'
import { CALLS_PER_MINUTE } from './connector-process.ts'

/**
 * What must be true once nothing fails any more and all was looked at.
 *
 * @param world that came to rest
 */
export async function expectInvariants(world: World): Promise<void> {
	// Up to three calls are under way while a fourth look lets time pass for its turn, and arrive later than they were granted.
	expect(world.forum.calls.busiestMinute, 'the budget of calls is never exceeded').toBeLessThanOrEqual(CALLS_PER_MINUTE + 3)
	expect(world.process.faults, 'no look ends with a fault of the connector').toEqual([])
	world.process.writes.length = 0
	await world.lookAtAll()
	await world.rest()
	expect(world.process.writes, 'looking once more changes nothing').toEqual([])
	for (const need of world.needs) {
		expectOneTopic(world, need)
		await expectTextsKept(world, need)
		await expectSame(world, need)
		await expectReplies(world, need)
	}
	const everything = await Promise.all((['need', 'need_history', 'reply', 'posted_reply', 'topic_link', 'hint', 'change'] as const).map((table) => sql`select * from ${sql.table(table)}`.execute(world.database.kysely)))
	expect(JSON.stringify(everything.map(({ rows }) => rows)), 'nothing of personal messages and whispers is kept').not.toContain('CONFIDENTIEL')
}

function expectOneTopic(world: World, need: TrackedNeed): void {
	const topics = world.topicsOf(need)
	expect(topics.length, 'one topic per published record').toBeLessThanOrEqual(1)
	if (need.status === 'published' && !need.suspended) {
		expect(topics.length, 'every published record has its topic').toBe(1)
	}
}

async function expectTextsKept(world: World, need: TrackedNeed): Promise<void> {
	const { database: { kysely } } = world
	const current = await kysely.selectFrom('need').select('publication').where('id', '=', need.uuid).executeTakeFirstOrThrow()
	const history = await kysely.selectFrom('need_history').select('publication').where('need_id', '=', need.uuid).execute()
	const ours = JSON.stringify([current, history])
	if (need.status === 'erased') {
		expect(need.saved.filter((word) => ours.includes(word)), 'nothing of an erased need is kept').toEqual([])
		return
	}
	expect(need.saved.filter((word) => !ours.includes(word)), 'every saved text is current or in the history').toEqual([])
	const [topic] = world.topicsOf(need)
	const first = world.forum.state.postsOf(topic?.id ?? 0).find((post) => post.postNumber === 1)
	const theirs = need.mayOverwrite ? JSON.stringify([first?.raw, first?.revisions]) : first?.raw ?? ''
	expect(need.added.filter((word) => !theirs.includes(word)), need.mayOverwrite ? 'people’s words are current or in a version' : 'people’s words stay').toEqual([])
}

async function expectSame(world: World, need: TrackedNeed): Promise<void> {
	const { database: { kysely } } = world
	const [topic] = world.topicsOf(need)
	const link = await readLink(kysely, recordOf(need.uuid))
	if (topic === undefined || topic.deletedAt !== null) {
		return
	}
	const desired = await desiredOf(kysely, need.uuid, RENDERING, link.titleSuffix)
	const first = world.forum.state.postsOf(topic.id).find((post) => post.postNumber === 1)
	expect(link.state).toBe('linked')
	if (need.touched && need.status !== 'erased') {
		expect(link.problem?.kind ?? 'conflict', 'nothing is wrong but what the author must answer').toBe('conflict')
		return
	}
	expect({ title: topic.title, body: first?.raw, closed: topic.closed, visible: topic.visible }, 'both sides say the same')
		.toEqual({ title: link.acknowledged?.title ?? desired?.title, body: desired?.body, closed: desired?.closed, visible: !need.suspended })
	expect(link.problem).toBeNull()
}

async function expectReplies(world: World, need: TrackedNeed): Promise<void> {
	const { database: { kysely }, forum: { state } } = world
	for (const { uuid, word } of need.answers) {
		const posts = state.data.posts.filter((post) => answerOfMarker(post.raw) === uuid && post.deletedAt === null)
		expect(posts.length, 'one post per answer').toBeLessThanOrEqual(1)
		if (word === null && world.topicsOf(need)[0]?.deletedAt === null) {
			expect(posts, 'no post of an answer that was taken back').toEqual([])
		}
	}
	const [topic] = world.topicsOf(need)
	const isShown = topic !== undefined && topic.deletedAt === null && need.status !== 'erased'
	const there = isShown ? state.postsOf(topic.id).filter((post) => post.postNumber > 1 && post.postType === 1 && post.deletedAt === null && !post.hidden) : []
	const kept = await kysely.selectFrom('reply').select('id').where('need_id', '=', need.uuid).where('deleted', '=', false).orderBy('id').execute()
	expect(kept.map(({ id }) => id), 'the replies that are shown are those of the forum').toEqual(there.map(({ id }) => id).sort((a, b) => a - b))
	const { reply_count: count } = await kysely.selectFrom('need').select('reply_count').where('id', '=', need.uuid).executeTakeFirstOrThrow()
	expect(count).toBe(kept.length)
}
