/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { linesInPlan } from './inventory.ts'

const line = (id: string, status?: string) => ({ id, use: 'chat', tool: 'slack', position: 1, ...(status ? { status } : {}) })
const move = (id: string) => ({ line: id, use: 'chat', from: 'slack', to: 'zulip' })

it('gives a line the status of the action that moves it, and leaves the others', () => {
	const lines = [line('a', 'to-start'), line('b', 'kept'), line('c')]
	const actions = [{ status: 'coexisting', migration: move('a') }, { status: 'done' }, { status: 'blocked', before: 'testing', migration: move('c') }] as const
	expect(linesInPlan(lines, actions).map(({ status }) => status)).toEqual(['coexisting', 'kept', 'testing'])
})
