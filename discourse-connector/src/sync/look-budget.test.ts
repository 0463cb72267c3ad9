/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { CallGate } from '../forum/call-gate.ts'

import { expect, it } from 'vitest'
import { recordOf } from '../community/tables.ts'
import { ForumGate } from '../forum/gate.ts'
import { leaveHints, Priority } from '../platform/hints.ts'
import { withDatabase } from '../platform/testing.ts'
import { joinForum } from './testing.ts'

const database = withDatabase()

it('sends what a person publishes at once although an audit of many topics is under way, which goes on later', async () => {
	let current: CallGate = new ForumGate(database, { callsPerMinute: 6000 })
	const { publish, drain, calls, link } = await joinForum(database, {}, {
		gate: { enter: (call, turn) => current.enter(call, turn), leave: (...parts) => current.leave(...parts) },
	})
	const audited: string[] = []
	for (let count = 0; count < 12; count++) {
		audited.push(await publish({ title: `Quel agenda partagé pour ${count} associations ?` }))
	}
	await drain()

	const narrow = new ForumGate(database, { callsPerMinute: 30 })
	current = narrow
	calls.length = 0
	await leaveHints(database.kysely, audited.map((uuid) => ({ record: recordOf(uuid), reason: 'audit', priority: Priority.audit })))
	await drain()
	const read = calls.length
	expect(read).toBeLessThan(6)
	const uuid = await publish({ title: 'Un besoin que quelqu’un attend de voir' })
	await drain()
	expect((await link(uuid)).state).toBe('linked')
	expect(calls.slice(read).map((call) => call.replace(/\d+/, 'N'))).toEqual(['POST /posts.json', 'GET /t/N.json'])
	const later = await database.kysely.selectFrom('hint').select('due_at').execute()
	expect(later).toHaveLength(12 - read)
	expect(new Set(later.map(({ due_at: due }) => String(due))).size).toBeGreaterThan(1)
})
