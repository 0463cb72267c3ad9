/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumUnderTest } from '../testing.ts'

import { expect, it } from 'vitest'
import { forumUnderTest, TOPIC } from '../testing.ts'

const MARIE = { Cookie: `sandbox_person=${encodeURIComponent('Marie|moderator')}` }

async function submit({ url }: ForumUnderTest, path: string, fields: Record<string, string>, headers: Record<string, string> = MARIE) {
	return fetch(`${url}${path}`, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) })
}

async function pageOf({ url }: ForumUnderTest, path: string, language = 'fr'): Promise<string> {
	return (await fetch(`${url}${path}`, { headers: { ...MARIE, 'Accept-Language': language } })).text()
}

it('shows the four categories and says that it is an example, in both languages', async () => {
	const forum = await forumUnderTest()
	const french = await pageOf(forum, '/')
	expect(french).toContain('Développement mutualisé')
	expect(french).toContain('Ceci est un forum d’exemple')
	expect(await pageOf(forum, '/', 'en-GB,en;q=0.9')).toContain('This is an example forum')
})

it('lets a person reply, correct, tag, close, delete and bring back with plain forms', async () => {
	const forum = await forumUnderTest()
	const { body } = await forum.call('POST', '/posts.json', TOPIC)
	const topicId = Number(body.topic_id)
	const posted = await submit(forum, `/t/${topicId}/reply`, { raw: 'Nous utilisons Nextcloud,\r\net nous en sommes contents.' })
	expect(posted.status).toBe(303)
	const reply = forum.state.postsOf(topicId).at(-1)
	expect(reply?.raw).toBe('Nous utilisons Nextcloud,\net nous en sommes contents.')
	await submit(forum, `/p/${reply?.id}/edit`, { raw: 'Nous utilisons un autre agenda depuis peu.' })
	await submit(forum, `/t/${topicId}/change`, { title: 'Un agenda partagé, finalement', tags: 'fr, resolu', category: '5' })
	await submit(forum, `/t/${topicId}/status`, { status: 'closed', enabled: 'true' })
	expect(forum.state.topic(topicId)).toMatchObject({ title: 'Un agenda partagé, finalement', categoryId: 5, closed: true })
	expect(await pageOf(forum, `/t/x/${topicId}`)).toContain('Nous utilisons un autre agenda')
	await submit(forum, `/t/${topicId}/delete`, {})
	expect(forum.state.topic(topicId)?.deletedAt).not.toBeNull()
	await submit(forum, `/t/${topicId}/recover`, {})
	expect(forum.state.topic(topicId)?.deletedAt).toBeNull()
})

it('keeps a member from changing what others wrote', async () => {
	const forum = await forumUnderTest()
	const { body } = await forum.call('POST', '/posts.json', TOPIC)
	const paul = { Cookie: `sandbox_person=${encodeURIComponent('Paul|member')}` }
	expect((await submit(forum, `/t/${body.topic_id}/delete`, {}, paul)).status).toBe(403)
	expect(forum.state.topic(Number(body.topic_id))?.deletedAt).toBeNull()
})

it('shows a refusal in words instead of losing it', async () => {
	const forum = await forumUnderTest()
	const { body } = await forum.call('POST', '/posts.json', TOPIC)
	const refused = await submit(forum, `/t/${body.topic_id}/reply`, { raw: 'Oui.' })
	expect(refused.status).toBe(422)
	expect(await refused.text()).toContain('trop court')
})

it('shows hostile text as text, and takes no form from another site', async () => {
	const forum = await forumUnderTest()
	const { body } = await forum.call('POST', '/posts.json', { ...TOPIC, title: 'Un <script>alert(1)</script> bien senti', raw: '<img src=x onerror=alert(1)> <script>alert(2)</script> [lien](javascript:alert(3)) et du texte.' })
	const shown = await pageOf(forum, `/t/x/${body.topic_id}`)
	expect(shown).not.toMatch(/<script|<[^>]*onerror|href="javascript/i)
	const foreign = await submit(forum, `/t/${body.topic_id}/delete`, {}, { ...MARIE, 'Sec-Fetch-Site': 'cross-site' })
	expect(foreign.status).toBe(403)
})
