/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { person } from '../../sandbox-forum/people.ts'
import { forumUnderTest } from '../../sandbox-forum/testing.ts'
import { clientOf, failureOf } from './testing.ts'
import { readHooks, readJournal } from './web-hook-journal.ts'

const CLOSED = 'http://127.0.0.1:9/closed'

it('reads every page of what was not taken, without texts, messages and whispers', async () => {
	const { forum, webhooks, url } = await forumUnderTest({ webhookUrl: CLOSED, webhookSecret: 'un-secret-assez-long' })
	const admin = clientOf({ url }, { apiUsername: 'system' })
	const marie = person(forum, 'Marie', 'moderator')
	const topic = marie.newTopic({ title: 'Un premier sujet bien distinct', raw: 'Un texte bien assez long pour ce forum.', categoryId: 6 })
	for (let count = 0; count < 60; count++) {
		marie.reply(topic, `Une réponse secrète numéro ${count}, assez longue.`)
	}
	marie.whisper(topic, 'Entre nous, ce sujet est un doublon.')
	marie.personalMessage('Un mot en privé', 'Ceci ne regarde que nous deux.')
	await webhooks.idle()
	const [hook] = await readHooks(admin)
	expect(hook).toEqual({ id: 1, payloadUrl: CLOSED, active: true })
	const { deliveries, complete } = await readJournal(admin, 1, () => false)
	expect(complete).toBe(true)
	expect(deliveries).toHaveLength(65)
	expect(deliveries.every(({ taken }) => !taken)).toBe(true)
	expect(new Set(deliveries.flatMap(({ event }) => event === null ? [] : [event.topicId]))).toEqual(new Set([topic.id]))
	expect(JSON.stringify(deliveries)).not.toMatch(/secrète|doublon|privé/)
})

it('says so when the key is not an admin’s', async () => {
	const { url } = await forumUnderTest({ webhookUrl: CLOSED })
	expect((await failureOf(readHooks(clientOf({ url })))).kind).toBe('not-found')
})
