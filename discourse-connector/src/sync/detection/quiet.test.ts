/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { withDatabase } from '../../platform/testing.ts'
import { hearingForum, letTimePass } from './testing.ts'

const HOUR = 3600
const database = withDatabase()

it('asks little of a quiet forum: in an hour the journal twelve times, the lists four times', async () => {
	const hearing = await hearingForum(database)
	await hearing.published(5)
	await letTimePass(database, hearing, HOUR)
	hearing.calls.length = 0
	await letTimePass(database, hearing, HOUR)
	const counts = Object.entries(Object.groupBy(hearing.calls.map((call) => call.replaceAll(/\d+/g, 'N')), (call) => call)).map(([call, all]) => [call, all?.length])
	expect(Object.fromEntries(counts)).toEqual({ 'GET /admin/api/web_hook_events/N.json': 12, 'GET /admin/api/web_hooks.json': 1, 'GET /latest.json': 8 })
})

it('asks a quiet forum once after a start what the key, the bot and the categories allow, however small the budget', async () => {
	const hearing = await hearingForum(database, { callsPerMinute: 30 })
	await hearing.access.start()
	await letTimePass(database, hearing, 300, 1)
	await letTimePass(database, hearing, HOUR - 300)
	const tests = hearing.calls.filter((call) => !call.startsWith('GET /admin/') && call !== 'GET /latest.json')
	expect(Object.entries(Object.groupBy(tests, (call) => call)).map(([call, all]) => `${all?.length} ${call}`).sort()).toEqual([
		'1 GET /c/5/show.json',
		'1 GET /c/6/show.json',
		'1 GET /c/7/show.json',
		'1 GET /c/8/show.json',
		'1 GET /session/current.json',
		'1 GET /session/scopes.json',
	])
	expect(hearing.calls.length).toBeLessThan(40)
})

it('E51 asks for the lists every minute where no webhook can come, and for nothing else', async () => {
	const hearing = await hearingForum(database, {}, { pollingOnly: true })
	await hearing.published(5)
	hearing.goDeaf()
	await letTimePass(database, hearing, HOUR)
	hearing.calls.length = 0
	await letTimePass(database, hearing, HOUR)
	expect(new Set(hearing.calls)).toEqual(new Set(['GET /latest.json']))
	expect(hearing.calls.length).toBeGreaterThanOrEqual(110)
	expect(hearing.calls.length).toBeLessThanOrEqual(122)
})
