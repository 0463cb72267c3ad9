/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ConsoleUnderTest } from './testing.ts'

import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { withDatabase } from '../platform/testing.ts'
import { createConsole, openRoutes } from './console.ts'
import { consoleRoutes } from './routes.ts'
import { ADMIN_TOKEN, openConsole } from './testing.ts'

const database = withDatabase()

const routes = consoleRoutes.map(({ method, path }) => ({ name: `${method} ${path}`, method, path: path.replace(':uuid', randomUUID()).replace(':id', randomUUID()) }))
const actions = routes.filter(({ method }) => method === 'post')

describe('who may use the console', () => {
	test('has no page or action but those of its table', async () => {
		const { parts } = await openConsole(database)
		const mounted = createConsole(parts).stack.flatMap(({ route }) => route === undefined ? [] : route.stack.map(({ method }) => `${method} ${route.path}`))

		expect(mounted.sort()).toEqual([...openRoutes, ...consoleRoutes.map(({ method, path }) => `${method} ${path}`)].sort())
	})

	test('sends whoever is not signed in to the page where one signs in, whatever they ask for', async () => {
		const visitor = (await openConsole(database)).visitor()

		for (const { name, method, path } of routes) {
			const seen = method === 'get' ? await visitor.get(path) : await visitor.send(path, { token: 'x'.repeat(64) })
			expect([seen.status, seen.to?.split('?')[0]], name).toEqual([303, '/sign-in'])
		}
		expect(await doneActions()).toBe(0)
	})

	test('ends a session after eight hours without a click, and says so', async () => {
		const visitor = await (await openConsole(database)).operator()
		expect((await visitor.get('/')).status).toBe(200)
		await sql`update console_session set seen_at = now() - interval '8 hours 1 second'`.execute(database.kysely)

		for (const { name, method, path } of routes) {
			const seen = method === 'get' ? await visitor.get(path) : await visitor.send(path, {})
			expect([seen.status, seen.to?.split('?')[0]], name).toEqual([303, '/sign-in'])
		}
		expect((await visitor.get('/sign-in?why=ended')).words).toContain('Your session has ended')
	})

	test('ends a session after a day, however busy', async () => {
		const visitor = await (await openConsole(database)).operator()
		await sql`update console_session set began_at = now() - interval '24 hours 1 second'`.execute(database.kysely)

		expect((await visitor.get('/')).status).toBe(303)
	})

	test('refuses each action without the token of its form, with another’s, and from another site', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		const token = await formToken(visitor)
		const foreign = await formToken(await console.operator())

		for (const { name, path } of actions) {
			expect((await visitor.send(path, {})).status, name).toBe(403)
			expect((await visitor.send(path, { token: foreign })).status, name).toBe(403)
			expect((await visitor.send(path, { token }, { Origin: 'https://evil.example' })).status, name).toBe(403)
			expect((await visitor.send(path, { token }, { Origin: 'null' })).status, name).toBe(403)
			expect((await visitor.send(path, { token }, { Origin: '' })).status, name).toBe(403)
		}
		expect(await doneActions()).toBe(2)
		expect((await visitor.get('/')).status).toBe(200)
	})

	test('takes a form over the address that a reverse proxy serves', async () => {
		const console = await openConsole(database, { publicUrl: 'https://connector.example.org/sub' })
		const visitor = console.visitor()
		const seen = await visitor.send('/sign-in/token', { token: ADMIN_TOKEN }, { Origin: 'https://connector.example.org' })

		expect(seen.headers.get('Location')).toBe('/sub/console')
		expect(seen.headers.getSetCookie().find((cookie) => cookie.startsWith('emancipasso_console='))).toMatch(/Path=\/sub\/console; HttpOnly; Secure; SameSite=Lax/)
		expect((await visitor.get('/')).text).toContain('href="/sub/console/records"')
	})

	test('signs out for good', async () => {
		const visitor = await (await openConsole(database)).operator()
		const cookies = new Map(visitor.cookies)
		expect((await visitor.post('/sign-out', {}, { from: '/' })).to).toBe('/sign-in')
		cookies.forEach((value, name) => visitor.cookies.set(name, value))

		expect((await visitor.get('/')).to).toContain('/sign-in')
	})

	test('lets nothing run in its pages, and nobody frame or keep them', async () => {
		const visitor = await (await openConsole(database)).operator()
		const { headers, text } = await visitor.get('/')

		expect(headers.get('Content-Security-Policy')).toContain('default-src \'none\'')
		expect(headers.get('Content-Security-Policy')).not.toContain('unsafe')
		expect(headers.get('Content-Security-Policy')).toContain('frame-ancestors \'none\'')
		expect(headers.get('Cache-Control')).toBe('no-store')
		expect(text).not.toMatch(/\son\w+=|\sstyle=|<style|<script(?! src="\/console\/console\.js")/)
	})

	test('answers a page that is not there in words', async () => {
		const visitor = await (await openConsole(database)).operator()

		for (const path of ['/nothing', `/records/${randomUUID()}`, '/records/x', `/publications/${randomUUID()}`, '/instances/x']) {
			const seen = await visitor.get(path)
			expect([seen.status, seen.words], path).toEqual([404, expect.stringContaining('This page does not exist')])
		}
	})

	test('speaks the reader’s language, until they choose another', async () => {
		const visitor = await (await openConsole(database)).operator()
		expect((await visitor.get('/log', { 'Accept-Language': 'fr' })).text).toContain('<html lang="fr">')
		const seen = await visitor.get('/log?lang=en&page=0', { 'Accept-Language': 'fr' })

		expect(seen.to).toBe('/log?page=0')
		expect((await visitor.get('/log', { 'Accept-Language': 'fr' })).text).toContain('<html lang="en">')
	})
})

async function formToken(visitor: Awaited<ReturnType<ConsoleUnderTest['operator']>>): Promise<string> {
	return /name="token" value="([0-9a-f]{64})"/.exec((await visitor.get('/')).text)?.[1] ?? ''
}

/** Sign-ins count. */
async function doneActions(): Promise<number> {
	return (await database.kysely.selectFrom('action_log').selectAll().execute()).length
}
