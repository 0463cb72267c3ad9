/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumUnderTest } from '../testing.ts'

import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
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

describe('as an identity for other sites', () => {
	const secret = 'shared with the console'
	const settings = { enableDiscourseConnectProvider: true, discourseConnectProviderSecrets: `other.example|wrong\n127.0.0.*|${secret}` }
	const sign = (sso: string, key = secret) => createHmac('sha256', key).update(sso).digest('hex')
	const ask = (fields: Record<string, string>, key?: string) => {
		const sso = Buffer.from(new URLSearchParams(fields).toString()).toString('base64')
		return { sso, sig: sign(sso, key) }
	}
	const question = { nonce: 'once', return_sso_url: 'http://127.0.0.1:9/back?x=1' }

	it('asks who one is, and says it to the site that asked, signed', async () => {
		const forum = await forumUnderTest({ settings })
		const page = await fetch(`${forum.url}/session/sso_provider?${new URLSearchParams(ask(question)).toString()}`)
		expect(await page.text()).toContain('127.0.0.1:9')
		expect(page.headers.get('Content-Security-Policy')).toContain('form-action \'self\' http://127.0.0.1:9')

		const answer = await submit(forum, '/session/sso_provider', { ...ask(question), name: 'Zoé', role: 'admin' })
		const back = new URL(answer.headers.get('Location') ?? '')
		const sso = back.searchParams.get('sso') ?? ''
		expect(back.href).toMatch(/^http:\/\/127\.0\.0\.1:9\/back\?x=1&sso=/)
		expect(back.searchParams.get('sig')).toBe(sign(sso))
		expect(Object.fromEntries(new URLSearchParams(Buffer.from(sso, 'base64').toString()))).toMatchObject({ nonce: 'once', username: 'Zoe', admin: 'true', moderator: 'true', name: 'Zoé' })
	})

	it('refuses a wrong signature, an unknown site, no address, and everything while it is switched off', async () => {
		const forum = await forumUnderTest({ settings })
		const status = async (query: Record<string, string>) => (await fetch(`${forum.url}/session/sso_provider?${new URLSearchParams(query).toString()}`)).status

		expect(await status(ask(question, 'wrong'))).toBe(422)
		expect(await status(ask({ ...question, return_sso_url: 'https://evil.example/' }))).toBe(400)
		expect(await status(ask({ nonce: 'once' }))).toBe(400)
		forum.settings.enableDiscourseConnectProvider = false
		expect(await status(ask(question))).toBe(404)
	})
})
