/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumUnderTest } from '../testing.ts'

import { expect, it } from 'vitest'
import { forumUnderTest, TOPIC } from '../testing.ts'

async function created(forum: ForumUnderTest): Promise<{ topicId: unknown, postId: unknown }> {
	const { body } = await forum.call('POST', '/posts.json', TOPIC)
	return { topicId: body.topic_id, postId: body.id }
}

it('reads topic fields at top level and ignores nested ones', async () => {
	const forum = await forumUnderTest()
	const { topicId } = await created(forum)
	await forum.call('PUT', `/t/-/${topicId}.json`, { topic: { title: 'Un titre imbriqué que nul ne lit' } })
	expect((await forum.call('GET', `/t/${topicId}.json`)).body.title).toBe(TOPIC.title)
	const put = await forum.call('PUT', `/t/-/${topicId}.json`, { title: 'un agenda partagé enfin trouvé' })
	expect(put.body.basic_topic).toMatchObject({ title: 'Un agenda partagé enfin trouvé' })
})

it.each([['2026', 409], ['3.1', 200]] as const)('compares the original title and tags on %s: %i', async (version, status) => {
	const forum = await forumUnderTest({ version })
	const { topicId } = await created(forum)
	expect((await forum.call('PUT', `/t/-/${topicId}.json`, { title: 'Un tout nouveau titre', original_title: 'Jamais vu' })).status).toBe(status)
	expect((await forum.call('PUT', `/t/-/${topicId}.json`, { tags: ['be'], original_tags: [{ id: 999, name: 'x' }] })).status).toBe(status)
})

it('refuses a body on top of another one, and saves it on the right one', async () => {
	const forum = await forumUnderTest()
	const { postId } = await created(forum)
	const raw = `${TOPIC.raw} Merci d’avance.`
	const conflict = await forum.call('PUT', `/posts/${postId}.json`, { post: { raw, original_text: 'autre chose' } })
	expect([conflict.status, conflict.body.error_type]).toEqual([409, 'edit_conflict'])
	const saved = await forum.call('PUT', `/posts/${postId}.json`, { post: { raw, original_text: TOPIC.raw } })
	expect(saved.body.post).toMatchObject({ raw })
})

it('joins an edit soon after one’s own and lowers the version when it is undone', async () => {
	const forum = await forumUnderTest()
	const { postId } = await created(forum)
	const versionAfter = async (raw: string) => {
		const { body } = await forum.call('PUT', `/posts/${postId}.json`, { post: { raw } })
		return (body.post as { version: number }).version
	}
	expect(await versionAfter(`${TOPIC.raw} Un.`)).toBe(1)
	forum.pass(301)
	expect(await versionAfter(`${TOPIC.raw} Deux.`)).toBe(2)
	expect(await versionAfter(`${TOPIC.raw} Trois.`)).toBe(2)
	expect(await versionAfter(`${TOPIC.raw} Un.`)).toBe(1)
})

it('keeps the body although the title of the same call is refused', async () => {
	const forum = await forumUnderTest()
	const { postId } = await created(forum)
	const raw = `${TOPIC.raw} Un ajout.`
	expect((await forum.call('PUT', `/posts/${postId}.json`, { post: { raw }, title: 'court' })).status).toBe(422)
	expect((await forum.call('GET', `/posts/${postId}.json`)).body.raw).toBe(raw)
})

it('moves a topic up when its only post is edited, and not when there are replies', async () => {
	const forum = await forumUnderTest()
	const { topicId, postId } = await created(forum)
	const bumpedAt = () => forum.state.topic(Number(topicId))?.bumpedAt
	const before = bumpedAt()
	forum.pass(400)
	await forum.call('PUT', `/posts/${postId}.json`, { post: { raw: `${TOPIC.raw} Plus tard.` } })
	const afterEdit = bumpedAt()
	expect(afterEdit).not.toBe(before)
	await forum.call('POST', '/posts.json', { topic_id: topicId, raw: 'Une réponse tout à fait correcte.' })
	const afterReply = bumpedAt()
	forum.pass(400)
	await forum.call('PUT', `/posts/${postId}.json`, { post: { raw: `${TOPIC.raw} Encore plus tard.` } })
	expect(bumpedAt()).toBe(afterReply)
})

it('leaves a small action when a topic is closed, and lets staff write on', async () => {
	const forum = await forumUnderTest()
	const { topicId } = await created(forum)
	await forum.call('PUT', `/t/${topicId}/status.json`, { status: 'closed', enabled: 'true' })
	const { body } = await forum.call('GET', `/t/${topicId}.json`)
	expect(body).toMatchObject({ closed: true, post_stream: { posts: [{}, { post_type: 3, action_code: 'closed.enabled' }] } })
	expect((await forum.call('POST', '/posts.json', { topic_id: topicId, raw: 'L’équipe peut encore écrire ici.' })).status).toBe(200)
})

it('shows staff a deleted topic with its date, nobody else, and brings it back', async () => {
	const forum = await forumUnderTest()
	const { topicId, postId } = await created(forum)
	expect((await forum.call('DELETE', `/posts/${postId}.json`)).status).toBe(403)
	const gone = await forum.call('DELETE', `/t/${topicId}.json`)
	expect([gone.status, gone.text]).toEqual([200, ''])
	expect((await forum.call('GET', `/t/${topicId}.json`)).body.deleted_at).toEqual(expect.any(String))
	expect((await fetch(`${forum.url}/t/${topicId}.json`)).status).toBe(404)
	forum.settings.detailed404 = true
	expect((await fetch(`${forum.url}/t/${topicId}.json`)).status).toBe(410)
	await forum.call('PUT', `/t/${topicId}/recover.json`)
	expect((await forum.call('GET', `/t/${topicId}.json`)).body.deleted_at).toBeNull()
})
