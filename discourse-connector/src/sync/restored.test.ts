/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { JoinedForum } from './testing.ts'

import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { person } from '../../sandbox-forum/people.ts'
import { backupRules } from '../backup-rules.ts'
import { ChangeFeed } from '../community/change-feed.ts'
import { writeBackup } from '../platform/backup.ts'
import { restoreBackup } from '../platform/restore.ts'
import { withDatabase } from '../platform/testing.ts'
import { migrations } from '../schema.ts'
import { joinAnswers } from './answers/testing.ts'
import { joinForum } from './testing.ts'

describe('a connector that is restored to yesterday', () => {
	const database = withDatabase()

	/** A community on a forum, and a way back to the moment at which it was backed up. */
	async function community<Joined extends JoinedForum>(begin: () => Promise<Joined>) {
		const joined = await begin()
		const file = join(tmpdir(), `emancipasso-${randomUUID()}.backup`)
		return {
			...joined,
			backUp: () => writeBackup(database, file, backupRules, () => {}),
			async restore() {
				await restoreBackup(database, file, { migrations, rules: backupRules, replace: true, say: () => {} })
				joined.calls.length = 0
				// What is compared comes behind everything else.
				joined.pass(600)
				await joined.drain()
			},
		}
	}

	it('E01 adopts the topic that it made since, by its external id, and makes no other', async () => {
		const { publish, drain, backUp, restore, link, topics } = await community(() => joinForum(database))
		const uuid = await publish()
		await backUp()
		await drain()
		const [topic] = topics(uuid)
		expect(topic).toBeDefined()

		await restore()
		expect(topics(uuid)).toHaveLength(1)
		expect(await link(uuid)).toMatchObject({ state: 'linked', topicId: topic?.id, problem: null })
	})

	it('E05 does not blame on the author that moderators deleted since the topic that it made since', async () => {
		const { publish, drain, backUp, restore, link, topics, forum, pass } = await community(() => joinForum(database))
		const uuid = await publish()
		await backUp()
		await drain()
		person(forum.forum, 'Marie', 'moderator').deleteTopic(topics(uuid)[0]!)
		// A forum remembers for two minutes what it answered.
		pass(3600)
		await restore()
		expect(topics(uuid)).toHaveLength(1)
		expect(await link(uuid)).toMatchObject({ topicId: null, problem: { kind: 'taken' } })
	})

	it('adopts the topic of a need that it forgot, once its cloud sends it again', async () => {
		const { publish, drain, backUp, restore, link, topics, pass } = await community(() => joinForum(database))
		await publish()
		await backUp()
		const uuid = await publish({ title: 'Un besoin que personne ne se rappelle' })
		await drain()
		const [topic] = topics(uuid)

		await restore()
		await publish({ title: 'Un besoin que personne ne se rappelle' }, uuid)
		await drain()
		pass(200)
		await drain()
		expect(topics(uuid)).toHaveLength(1)
		expect(await link(uuid)).toMatchObject({ state: 'linked', topicId: topic?.id })
	})

	it('E20 keeps what people changed and wrote on the forum since, and writes nothing there', async () => {
		const { publish, drain, backUp, restore, link, topics, forum, calls, needs } = await community(() => joinForum(database))
		const uuid = await publish()
		await drain()
		await backUp()
		const topic = topics(uuid)[0]!
		const [first] = forum.state.postsOf(topic.id)
		const marie = person(forum.forum, 'Marie', 'moderator')
		marie.change(topic, { title: 'Un titre que l’équipe préfère' })
		marie.edit(first!, first!.raw.replace('petite association', 'toute petite association'))
		marie.reply(topic, 'Bonjour, essayez Nextcloud, il a un agenda.')

		await restore()
		expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([])
		expect(topics(uuid)[0]?.title).toBe('Un titre que l’équipe préfère')
		expect(await link(uuid)).toMatchObject({ forumText: { title: 'Un titre que l’équipe préfère', html: expect.stringContaining('toute petite') }, conflict: null })
		expect((await needs.read({ instance: 'instance-1', organisation: 'organisation-1' }, uuid)).replyCount).toBe(1)
	})

	it('takes what its author corrected since for the forum’s, and does not put the older text over it', async () => {
		const { publish, correct, drain, backUp, restore, topics, calls, pass } = await community(() => joinForum(database))
		const uuid = await publish()
		await drain()
		await backUp()
		pass(10)
		await correct(uuid, { title: 'Quel agenda partagé pour treize bénévoles ?' })
		await drain()

		await restore()
		expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([])
		expect(topics(uuid)[0]?.title).toBe('Quel agenda partagé pour treize bénévoles ?')
	})

	it('sends what was not sent yet, once', async () => {
		const { publish, backUp, restore, topics, drain } = await community(() => joinForum(database))
		const uuid = await publish()
		await backUp()
		await restore()
		await drain()
		expect(topics(uuid)).toHaveLength(1)
	})

	it('posts no answer again that it posted since', async () => {
		const { backUp, restore, reply, posts, stored, drain } = await community(() => joinAnswers(database))
		const answer = await reply()
		await backUp()
		await drain()
		expect(posts(answer)).toHaveLength(1)

		await restore()
		expect(posts(answer)).toHaveLength(1)
		expect(await stored(answer)).toMatchObject({ state: 'linked', post_id: posts(answer)[0]?.id })
	})

	it('posts an answer that it had not posted, once', async () => {
		const { backUp, restore, reply, posts } = await community(() => joinAnswers(database))
		const answer = await reply()
		await backUp()
		await restore()
		expect(posts(answer)).toHaveLength(1)
	})

	it('knows no cursor that it gave, so that every cloud reads everything anew', async () => {
		const { publish, drain, backUp, restore } = await community(() => joinForum(database))
		const feed = new ChangeFeed(database)
		await publish()
		await drain()
		await backUp()
		const { cursor: known } = await feed.read('instance-1', undefined, 10)
		await publish({ title: 'Un besoin que personne ne se rappelle' })
		const { cursor: future } = await feed.read('instance-1', undefined, 10)

		await restore()
		for (const cursor of [known, future]) {
			await expect(feed.read('instance-1', cursor, 10)).rejects.toMatchObject({ id: 'unknown-cursor', status: 410 })
		}
		expect((await feed.read('instance-1', undefined, 10)).items.length).toBeGreaterThan(0)
	})
})
