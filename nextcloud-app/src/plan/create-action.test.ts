/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { newAction } from '@emancipasso/shared/plan/new-action'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { documentCloud } from '../testing/document-cloud.ts'
import { fakeServer } from '../testing/fake-server.ts'
import { changeAction, listActions } from './action-api.ts'
import { createActions } from './create-action.ts'

const origin = { diagnosis: '11111111-1111-4111-8111-111111111111', rule: 'r-mail' }

describe('adding to the plan', () => {
	afterEach(() => vi.unstubAllGlobals())

	it('tells lists what the action says', async () => {
		const cloud = documentCloud()
		fakeServer(cloud.route)
		await createActions('org', [{ ...newAction('Back up the files', 'planned'), dueDate: '2027-01-31' }])
		expect(cloud.all('action')).toMatchObject([{ title: 'Back up the files', status: 'planned', dueDate: '2027-01-31' }])
		expect((await listActions('org')).map(({ action }) => action.title)).toEqual(['Back up the files'])
	})

	it('makes the actions of a recommendation once, whoever accepts it again', async () => {
		const cloud = documentCloud()
		fakeServer(cloud.route)
		const move = (line: string) => ({ ...newAction(`Move ${line}`), origin, migration: { line, use: 'mail', from: 'gmail', to: '' } })
		await createActions('org', [move('a'), move('b')])
		await createActions('org', [move('a'), move('b')])
		await createActions('org', [newAction('By hand'), newAction('By hand')])
		expect(cloud.all('action').map(({ title }) => title)).toEqual(['Move a', 'Move b', 'By hand', 'By hand'])
	})

	it('joins a change with what somebody else saved at the same time', async () => {
		const cloud = documentCloud()
		let patches = 0
		fakeServer((seen) => {
			if (seen.method === 'PATCH' && patches++ === 0) {
				cloud.changeByOther(seen.path.split('/').at(-1)!, { people: 'The board' })
			}
			return cloud.route(seen)
		})
		const [stored] = await createActions('org', [newAction('Back up the files')])
		await changeAction('org', stored!.id, (action) => ({ ...action, status: 'done' }))
		expect(cloud.get(stored!.id)).toMatchObject({ status: 'done', document: { status: 'done', people: 'The board' } })
	})
})
