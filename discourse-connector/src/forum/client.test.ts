/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import express from 'express'
import { expect, it } from 'vitest'
import { forumUnderTest } from '../../sandbox-forum/testing.ts'
import { readBot } from './categories.ts'
import { clientOf, failureOf, serverOf } from './testing.ts'
import { createTopic, findTopicId } from './topics.ts'

const NEW = { title: 'Quel agenda partagé choisir ?', raw: 'Nous cherchons un agenda partagé simple.', categoryId: 6, tags: [], externalId: 'need-1' }

it('reaches a forum under a path', async () => {
	const forum = await forumUnderTest()
	const client = clientOf({ url: `${await serverOf(express().use('/community', forum.app))}/community/` })
	const created = await createTopic(client, NEW, 'objects')
	expect(created.queued).toBe(false)
	expect(await findTopicId(client, NEW.externalId)).toBe(created.queued ? 0 : created.topicId)
})

it('tells a key that is not accepted, and names the bot of one that is', async () => {
	const forum = await forumUnderTest()
	expect(await readBot(clientOf(forum))).toEqual({ id: 1, username: 'emancipasso', staff: true })
	expect(await failureOf(createTopic(clientOf(forum, { apiKey: 'wrong' }), NEW, 'objects'))).toMatchObject({ kind: 'forbidden', status: 403 })
})

it('never puts the key into an error', async () => {
	const forum = await forumUnderTest()
	forum.faults.set('forbidden')
	const failure = await failureOf(createTopic(clientOf(forum), NEW, 'objects'))
	expect(JSON.stringify([failure.message, failure.stack, failure])).not.toContain('sandbox-api-key')
})
