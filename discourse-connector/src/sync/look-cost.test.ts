/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { recordOf } from '../community/tables.ts'
import { leaveHints } from '../platform/hints.ts'
import { withDatabase } from '../platform/testing.ts'
import { joinForum } from './testing.ts'

const database = withDatabase()

it('asks the database little for each record that it creates or looks at', async () => {
	let statements = 0
	const kysely = database.kysely.withPlugin({
		transformQuery: ({ node }) => {
			statements++
			return node
		},
		transformResult: async ({ result }) => result,
	})
	const { publish, drain, calls } = await joinForum({ ...database, kysely })
	await publish()
	await drain()
	const uuids = await Promise.all(Array.from({ length: 8 }, (_, index) => publish({ title: `Un besoin tout à fait neuf, le ${index}` })))
	statements = 0
	calls.length = 0
	await drain()
	expect(calls).toHaveLength(16)
	expect(statements / uuids.length).toBeLessThan(20)
	await leaveHints(database.kysely, uuids.map((uuid) => ({ record: recordOf(uuid), reason: 'audit' })))
	statements = 0
	await drain()
	expect(statements / uuids.length).toBeLessThan(9)
})
