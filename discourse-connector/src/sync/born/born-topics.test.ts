/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Topic } from '../../../sandbox-forum/state/model.ts'

import { expect, it } from 'vitest'
import { person } from '../../../sandbox-forum/people.ts'
import { searchNeeds } from '../../community/need-search.ts'
import { leaveHints } from '../../platform/hints.ts'
import { withDatabase } from '../../platform/testing.ts'
import { joinForum } from '../testing.ts'

const database = withDatabase()

const TEXT = 'Nous sommes une chorale de quarante personnes et nous cherchons un agenda commun.'

async function withTopic(bornSince: Date | undefined = new Date(0), change: (topic: Topic) => void = () => {}) {
	const joined = await joinForum(database, {}, {}, undefined, bornSince)
	const paul = person(joined.forum.forum, 'Paul')
	const topic = paul.newTopic({ title: 'Un agenda pour notre chorale, lequel ?', raw: TEXT, categoryId: 6 })
	change(topic)
	const hear = async () => {
		await leaveHints(database.kysely, [{ record: `topic-${topic.id}`, reason: 'webhook topic_created' }])
		await joined.drain()
	}
	await hear()
	return { ...joined, paul, topic, hear, marie: person(joined.forum.forum, 'Marie', 'moderator'), needs: async () => (await searchNeeds(database, { instance: 'instance-2', organisation: 'organisation-2' }, { limit: 20 })).items }
}

it('makes a need of a topic that a person wrote in a category of ours, with its replies', async () => {
	const { needs, forum, topic, paul, hear } = await withTopic()
	paul.reply(topic, 'Je précise que nous avons déjà un Nextcloud.')
	await hear()
	expect(await needs()).toMatchObject([{
		origin: 'forum',
		mine: false,
		status: 'published',
		replyCount: 1,
		publication: { kind: 'tool-advice', title: 'Un agenda pour notre chorale, lequel ?', sections: [{ id: 'problem', text: TEXT }], signature: { text: 'Paul' } },
		link: { state: 'linked', topicUrl: `${forum.url}/t/${topic.id}` },
	}])
})

it('is one need however often it is heard of, and writes nothing on the forum', async () => {
	const { needs, hear, calls, marie, topic } = await withTopic()
	marie.change(topic, { title: 'Un agenda pour une chorale de quarante' })
	await hear()
	await hear()
	expect((await needs()).map(({ publication }) => publication.title)).toEqual(['Un agenda pour une chorale de quarante'])
	expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([])
})

it.each([
	['is deleted', ({ marie, topic }: Awaited<ReturnType<typeof withTopic>>) => marie.deleteTopic(topic)],
	['is hidden', ({ marie, topic }: Awaited<ReturnType<typeof withTopic>>) => marie.setStatus(topic, 'visible', false)],
	['is moved elsewhere', ({ topic }: Awaited<ReturnType<typeof withTopic>>) => Object.assign(topic, { categoryId: 1 })],
	['becomes a personal message', ({ topic }: Awaited<ReturnType<typeof withTopic>>) => Object.assign(topic, { archetype: 'private_message', categoryId: null })],
])('keeps nothing of it here once it %s there', async (_what, act) => {
	const world = await withTopic()
	world.paul.reply(world.topic, 'Je précise que nous avons déjà un Nextcloud.')
	await world.hear()
	act(world)
	await world.hear()
	expect(await world.needs()).toEqual([])
	const rest = await Promise.all((['need', 'need_history', 'reply', 'topic_link'] as const).map((table) => database.kysely.selectFrom(table).selectAll().execute()))
	expect(JSON.stringify(rest)).not.toMatch(/chorale|Nextcloud|Paul/)
})

it('takes the topics of a category that the console mapped', async () => {
	await database.kysely.insertInto('topic_mapping').values({ part: 'category', name: 'technical-help', value: '1' }).execute()
	const { needs } = await withTopic(new Date(0), (topic) => Object.assign(topic, { categoryId: 1 }))
	expect(await needs()).toMatchObject([{ publication: { kind: 'technical-help' } }])
})

it('shows it again once moderators bring it back', async () => {
	const { needs, hear, marie, topic } = await withTopic()
	marie.deleteTopic(topic)
	await hear()
	marie.recoverTopic(topic)
	await hear()
	expect(await needs()).toHaveLength(1)
})

it.each([
	['the operator did not ask for it', undefined, () => {}],
	['it is older than the operator asked for', new Date('2100-01-01'), () => {}],
	['it is in another category', new Date(0), (topic: Topic) => Object.assign(topic, { categoryId: 1 })],
	['it is a personal message', new Date(0), (topic: Topic) => Object.assign(topic, { archetype: 'private_message', categoryId: null })],
])('makes no need of it when %s', async (_why, since, change) => {
	const joined = await joinForum(database, {}, {}, undefined, since)
	const topic = person(joined.forum.forum, 'Paul').newTopic({ title: 'Un agenda pour notre chorale, lequel ?', raw: TEXT, categoryId: 6 })
	change(topic)
	await leaveHints(database.kysely, [{ record: `topic-${topic.id}`, reason: 'webhook topic_created' }])
	await joined.drain()
	expect(await database.kysely.selectFrom('need').select('id').execute()).toEqual([])
})

it('E44 E61 takes no more out of view when many cannot be read at once, and has all back with the right to read', async () => {
	const joined = await joinForum(database, {}, {}, undefined, new Date(0))
	const { forum, drain, told } = joined
	const paul = person(forum.forum, 'Paul')
	const topics = Array.from({ length: 20 }, (_, index) => paul.newTopic({ title: `Un agenda pour la chorale numéro ${index} ?`, raw: TEXT, categoryId: 6 }))
	const lookAtAll = async (kind: 'topic' | 'need') => {
		const records = kind === 'topic' ? topics.map(({ id }) => `topic-${id}`) : (await database.kysely.selectFrom('topic_link').select('record_id').execute()).map((link) => link.record_id)
		await leaveHints(database.kysely, records.map((record) => ({ record, reason: 'webhook' })))
		await drain()
	}
	const shown = async () => (await searchNeeds(database, { instance: 'instance-2', organisation: 'organisation-2' }, { limit: 50 })).items.length
	await lookAtAll('topic')
	expect(await shown()).toBe(20)
	const category = forum.state.category(6)!
	const rights = (hasRights: boolean) => {
		category.staffOnly = !hasRights
		Object.assign(forum.state.user(1), { moderator: hasRights })
	}
	rights(false)
	await lookAtAll('need')
	await lookAtAll('need')
	expect(await shown()).toBe(11)
	expect(told).toEqual(['Many topics vanished'])
	rights(true)
	await lookAtAll('need')
	expect(await shown()).toBe(20)
	expect(await database.kysely.selectFrom('vanished_topic').select('record_id').where('held', '=', true).execute()).toEqual([])
})
