/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { person } from '../../sandbox-forum/people.ts'
import { forumUnderTest } from '../../sandbox-forum/testing.ts'
import { readCategories, readFacts, readTags } from './categories.ts'
import { changePost, createReply, deletePost, readAllPosts } from './posts.ts'
import { clientOf, failureOf } from './testing.ts'
import { changeTopic, createTopic, findTopicId, readTopic, setTopicStatus } from './topics.ts'

const NEW = { title: 'Quel agenda partagé choisir ?', raw: 'Nous cherchons un agenda partagé simple.', categoryId: 6, tags: [{ name: 'fr' }], externalId: 'need-1' }

describe.each(['2.9', '3.1', '2026'] as const)('on a forum %s', (version) => {
	async function withTopic() {
		const forum = await forumUnderTest({ version })
		const client = clientOf(forum)
		const { tagForm } = await readFacts(client)
		const created = await createTopic(client, NEW, tagForm)
		if (created.queued) {
			throw new Error('queued')
		}
		return { forum, client, tagForm, ...created }
	}

	it('creates a topic, finds it by its external id and reads it back', async () => {
		const { client, topicId, postId } = await withTopic()
		expect(await findTopicId(client, NEW.externalId)).toBe(topicId)
		const topic = await readTopic(client, topicId)
		expect(topic).toMatchObject({ id: topicId, title: NEW.title, categoryId: 6, externalId: NEW.externalId, closed: false, personal: false, deletedAt: null })
		expect(topic?.tags.map(({ name }) => name)).toEqual(['fr'])
		expect(topic?.posts).toMatchObject([{ id: postId, raw: NEW.raw, number: 1, type: 1 }])
	})

	it('changes title, category and tags, and hears what the forum made of the title', async () => {
		const { client, topicId, tagForm } = await withTopic()
		const topic = await readTopic(client, topicId)
		const title = await changeTopic(client, topicId, { title: 'un agenda !!! pour tous', categoryId: 5, tags: [{ name: 'be' }] }, { title: NEW.title, tags: topic?.tags ?? [] }, tagForm)
		expect(title).toBe('Un agenda ! pour tous')
		expect(await readTopic(client, topicId)).toMatchObject({ categoryId: 5, tags: [{ name: 'be' }] })
	})

	it('changes a text, and not one that somebody changed meanwhile', async () => {
		const { client, postId } = await withTopic()
		expect(await changePost(client, postId, `${NEW.raw} Et simple.  `, NEW.raw)).toMatchObject({ raw: `${NEW.raw} Et simple.` })
		expect(await failureOf(changePost(client, postId, 'Un tout autre texte, plus long.', NEW.raw))).toMatchObject({ kind: 'conflict', effect: 'did-not-happen' })
	})

	it('closes a topic, and does not find by its external id one that people deleted, until they bring it back', async () => {
		const { forum, client, topicId } = await withTopic()
		await setTopicStatus(client, topicId, 'closed', true)
		const [marie, topic] = [person(forum.forum, 'Marie', 'moderator'), forum.state.topic(topicId)!]
		marie.deleteTopic(topic)
		expect(await readTopic(client, topicId)).toMatchObject({ closed: true, deletedAt: expect.any(String) })
		expect(await findTopicId(client, NEW.externalId)).toBeNull()
		marie.recoverTopic(topic)
		expect(await findTopicId(client, NEW.externalId)).toBe(topicId)
	})
})

it('lets a member’s edit of the title win over ours on a recent forum', async () => {
	const forum = await forumUnderTest()
	const client = clientOf(forum)
	const created = await createTopic(client, NEW, 'objects')
	const topic = forum.state.topic(created.queued ? 0 : created.topicId)
	person(forum.forum, 'Marie', 'moderator').change(topic ?? Object.create(null), { title: 'Un agenda partagé pour douze' })
	const failure = await failureOf(changeTopic(client, topic?.id ?? 0, { title: 'Un agenda pour treize' }, { title: NEW.title, tags: [] }, 'objects'))
	expect(failure.kind).toBe('conflict')
})

it('reads every post of a long topic', async () => {
	const forum = await forumUnderTest()
	const client = clientOf(forum)
	const created = await createTopic(client, NEW, 'objects')
	const topicId = created.queued ? 0 : created.topicId
	const first = await createReply(client, topicId, 'Une première réponse, assez longue.')
	for (let count = 0; count < 72; count++) {
		await createReply(client, topicId, `Encore une réponse, la numéro ${count}.`)
	}
	await deletePost(client, first?.id ?? 0)
	const topic = await readTopic(client, topicId)
	const posts = topic === null ? [] : await readAllPosts(client, topic)
	expect(posts).toHaveLength(74)
	expect(posts.filter((post) => post.deleted).map(({ id }) => id)).toEqual([first?.id])
	expect(posts.every((post) => post.raw !== null)).toBe(true)
})

it('says that a topic is queued instead of giving it an id', async () => {
	const forum = await forumUnderTest({ settings: { approveNewTopics: true } })
	const { user } = person(forum.forum, 'Paul')
	expect(await createTopic(clientOf(forum, { apiUsername: user.username }), NEW, 'objects')).toEqual({ queued: true, reviewableId: expect.any(Number) })
})

it('tells a taken external id by a refusal, in any language', async () => {
	const forum = await forumUnderTest()
	const client = clientOf(forum)
	await createTopic(client, NEW, 'objects')
	const failure = await failureOf(createTopic(client, { ...NEW, title: 'Un tout autre titre, pourtant' }, 'objects'))
	expect(failure).toMatchObject({ kind: 'refused', status: 422, effect: 'did-not-happen' })
	expect(failure.sentences).toHaveLength(1)
})

it('reads categories and tags', async () => {
	const forum = await forumUnderTest()
	const client = clientOf(forum)
	await createTopic(client, NEW, 'objects')
	expect((await readCategories(client)).map(({ slug }) => slug)).toEqual(['technical-help', 'tool-advice', 'provider-search', 'shared-development'])
	expect((await readTags(client)).find(({ name }) => name === 'fr')?.id).toEqual(expect.any(Number))
})
