/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { person } from '../../../sandbox-forum/people.ts'
import { withDatabase } from '../../platform/testing.ts'
import { publishedNeed } from './testing.ts'

const database = withDatabase()

it('E54 tells the votes that the topic has, however many events there were', async () => {
	const { topic, look, link, uuid } = await publishedNeed(database)
	expect((await link(uuid)).standing?.votes).toBeNull()
	topic.voteCount = 12
	await look()
	await look()
	expect((await link(uuid)).standing?.votes).toBe(12)
})

it('E74 tells which reply was accepted, and no longer once it is deleted', async () => {
	const { forum, topic, look, link, uuid, moderator } = await publishedNeed(database)
	const answer = person(forum.forum, 'Paul').reply(topic, 'Nous utilisons un agenda Nextcloud depuis deux ans.')
	topic.acceptedPostId = answer.id
	await look()
	expect((await link(uuid)).standing?.acceptedPost).toBe(answer.id)
	moderator.deletePost(answer)
	await look()
	expect((await link(uuid)).standing?.acceptedPost).toBeNull()
})
