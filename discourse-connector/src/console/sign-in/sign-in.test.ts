/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Seen, Visitor } from '../testing.ts'

import { sql } from 'kysely'
import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { withDatabase } from '../../platform/testing.ts'
import { ADMIN_TOKEN, CONNECT_SECRET, openConsole } from '../testing.ts'

const database = withDatabase()

describe('signing in with the operator’s token', () => {
	test('opens the page that was asked for', async () => {
		const visitor = (await openConsole(database)).visitor()
		const asked = await visitor.get('/records')
		const page = await visitor.get(asked.to ?? '')
		expect(page.text).toContain('name="back" value="/records"')

		expect((await visitor.send('/sign-in/token', { token: ` ${ADMIN_TOKEN}\n`, back: '/records' })).to).toBe('/records')
		expect((await visitor.get('/records')).status).toBe(200)
	})

	test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/..//evil.example/', '@evil.example', '/sign-out', '/records?x=//evil'])('never leads elsewhere: %s', async (back) => {
		const visitor = (await openConsole(database)).visitor()
		const seen = await visitor.send('/sign-in/token', { token: ADMIN_TOKEN, back })

		expect([seen.status, seen.headers.get('Location')]).toEqual([303, '/console'])
	})

	test('refuses another token, and after ten tries in a minute the right one too', async () => {
		const console = await openConsole(database)
		const visitor = console.visitor()
		for (let attempt = 0; attempt < 10; attempt++) {
			expect((await visitor.send('/sign-in/token', { token: `${ADMIN_TOKEN.slice(0, -1)}${attempt}` })).to).toBe('/sign-in?why=token')
		}

		// The minute may have ended meanwhile.
		const { to } = await visitor.send('/sign-in/token', { token: 'wrong again' })
		expect(['/sign-in?why=often', '/sign-in?why=token']).toContain(to)
		expect((await visitor.get('/sign-in?why=often')).words).toContain('Too many tries')
		expect(visitor.cookies.has('emancipasso_console')).toBe(false)
	})

	test('refuses a form of another site', async () => {
		const visitor = (await openConsole(database)).visitor()

		expect((await visitor.send('/sign-in/token', { token: ADMIN_TOKEN }, { Origin: 'https://evil.example' })).to).toBe('/sign-in?why=origin')
	})

	test('ends with the token that it was begun with', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		console.parts.adminToken = 'another-token-of-the-operator-now'

		expect((await visitor.get('/')).to).toContain('/sign-in')
	})

	test('keeps no token and no session as it was sent', async () => {
		const visitor = await (await openConsole(database)).operator()
		const kept = JSON.stringify([await database.kysely.selectFrom('console_session').selectAll().execute(), await database.kysely.selectFrom('action_log').selectAll().execute(), await database.kysely.selectFrom('request_count').selectAll().execute()])

		expect(kept).not.toContain(ADMIN_TOKEN)
		expect(kept).not.toContain(visitor.cookies.get('emancipasso_console'))
		expect(kept).not.toContain('127.0.0.1')
	})

	test('says what to do where nobody can sign in', async () => {
		const visitor = (await openConsole(database, { adminToken: false })).visitor()

		expect((await visitor.get('/sign-in')).words).toContain('give the connector ADMIN_TOKEN or DISCOURSE_CONNECT_SECRET')
		expect((await visitor.send('/sign-in/token', { token: 'undefined' })).to).toBe('/sign-in?why=closed')
	})
})

describe('signing in with the forum', () => {
	test.each(['moderator', 'admin'])('lets in its %s, under the name of the account', async (role) => {
		const console = await openConsole(database, { connect: true })
		const visitor = console.visitor()
		const seen = await throughForum(visitor, { name: 'Zoé Martin', role }, '/records')

		expect(seen.to).toBe('/records')
		const { text } = await visitor.get('/records')
		expect(text).toContain('Zoe_Martin')
	})

	test('does not let in somebody who is no staff', async () => {
		const visitor = (await openConsole(database, { connect: true })).visitor()
		const seen = await throughForum(visitor, { name: 'Paul', role: 'member' })

		expect(seen.to).toBe('/sign-in?why=staff')
		expect((await visitor.get(seen.to ?? '')).words).toContain('your account is not one of them')
		expect((await visitor.get('/')).to).toContain('/sign-in')
	})

	test('takes each answer of the forum once', async () => {
		const visitor = (await openConsole(database, { connect: true })).visitor()
		const answer = await answerOfForum(visitor, { name: 'Zoé', role: 'admin' })
		const nonce = new Map(visitor.cookies)
		expect((await visitor.get(answer)).to).toBe('')
		nonce.forEach((value, name) => visitor.cookies.set(name, value))

		expect((await visitor.get(answer)).to).toBe('/sign-in?why=nonce')
	})

	test('does not sign in who follows the answer for somebody else', async () => {
		const console = await openConsole(database, { connect: true })
		const answer = await answerOfForum(console.visitor(), { name: 'Zoé', role: 'admin' })
		const victim = console.visitor()

		expect((await victim.get(answer)).to).toBe('/sign-in?why=nonce')
		expect(victim.cookies.get('emancipasso_console')).toBeUndefined()
	})

	test('does not take an answer after ten minutes', async () => {
		const visitor = (await openConsole(database, { connect: true })).visitor()
		const answer = await answerOfForum(visitor, { name: 'Zoé', role: 'admin' })
		await sql`update console_nonce set expires_at = expires_at - interval '10 minutes'`.execute(database.kysely)

		expect((await visitor.get(answer)).to).toBe('/sign-in?why=nonce')
	})

	test('takes nothing that the forum did not sign', async () => {
		const visitor = (await openConsole(database, { connect: true })).visitor()
		const answer = new URL(await answerOfForum(visitor, { name: 'Paul', role: 'member' }))
		const said = new URLSearchParams(Buffer.from(answer.searchParams.get('sso') ?? '', 'base64').toString())
		said.set('admin', 'true')
		const sso = Buffer.from(said.toString()).toString('base64')
		for (const sig of [answer.searchParams.get('sig') ?? '', '', 'x', createHmac('sha256', 'another secret').update(sso).digest('hex')]) {
			expect((await visitor.get(`/sign-in/return?${new URLSearchParams({ sso, sig }).toString()}`)).to).toBe('/sign-in?why=signature')
		}

		expect((await visitor.get('/sign-in/return')).to).toBe('/sign-in?why=signature')
	})

	test('does not take its own question for an answer', async () => {
		const visitor = (await openConsole(database, { connect: true })).visitor()
		const question = new URL((await visitor.get('/sign-in/forum')).to ?? '')

		expect((await visitor.get(`/sign-in/return${question.search}`)).to).toBe('/sign-in?why=failed')
	})

	test('always comes back to the console’s own address', async () => {
		const console = await openConsole(database, { connect: true })
		const question = new URL((await console.visitor().get('/sign-in/forum?back=//evil.example&return_sso_url=https://evil.example', { 'X-Forwarded-Host': 'evil.example' })).headers.get('Location') ?? '')
		const again = question.origin === console.url ? new URL((await console.visitor().get(question.href)).headers.get('Location') ?? '') : question
		const asked = new URLSearchParams(Buffer.from(again.searchParams.get('sso') ?? '', 'base64').toString())

		expect(again.origin).toBe(console.forum.url)
		expect(asked.get('return_sso_url')).toBe(`${console.url}/console/sign-in/return`)
	})

	test('leaves the token of no use once somebody came by the forum', async () => {
		const console = await openConsole(database, { connect: true })
		const early = console.visitor()
		expect((await early.send('/sign-in/token', { token: ADMIN_TOKEN })).to).toBe('')
		await throughForum(console.visitor(), { name: 'Zoé', role: 'admin' })

		expect((await console.visitor().send('/sign-in/token', { token: ADMIN_TOKEN })).to).toBe('/sign-in?why=closed')
		expect((await console.visitor().get('/sign-in')).words).not.toContain('Operator’s token')
	})

	test('is closed where no secret is shared with the forum', async () => {
		const visitor = (await openConsole(database)).visitor()

		expect((await visitor.get('/sign-in/forum')).to).toBe('/sign-in?why=closed')
		expect((await visitor.get(`/sign-in/return?sso=x&sig=${createHmac('sha256', '').update('x').digest('hex')}`)).to).toBe('/sign-in?why=closed')
	})
})

/** What the forum sends a person back with, having asked who they are. */
async function answerOfForum(visitor: Visitor, person: { name: string, role: string }, back = ''): Promise<string> {
	const question = new URL((await visitor.get(`/sign-in/forum?back=${back}`)).headers.get('Location') ?? '')
	const [sso, sig] = [question.searchParams.get('sso') ?? '', question.searchParams.get('sig') ?? '']
	expect(sig).toBe(createHmac('sha256', CONNECT_SECRET).update(sso).digest('hex'))
	expect((await fetch(question)).status).toBe(200)
	const answer = await fetch(`${question.origin}${question.pathname}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ sso, sig, ...person }) })
	return answer.headers.get('Location') ?? ''
}

async function throughForum(visitor: Visitor, person: { name: string, role: string }, back?: string): Promise<Seen> {
	return await visitor.get(await answerOfForum(visitor, person, back))
}
