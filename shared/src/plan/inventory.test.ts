/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { linesInPlan, linesToLookAt } from './inventory.ts'

const line = (id: string, status?: string) => ({ id, use: 'chat', tool: 'slack', position: 1, ...(status ? { status } : {}) })
const move = (id: string) => ({ line: id, use: 'chat', from: 'slack', to: 'zulip' })

it('gives a line the status of the action that moves it, and leaves the others', () => {
	const lines = [line('a', 'to-start'), line('b', 'kept'), line('c')]
	const actions = [{ status: 'coexisting', migration: move('a') }, { status: 'done' }, { status: 'blocked', before: 'testing', migration: move('c') }] as const
	expect(linesInPlan(lines, actions).map(({ status }) => status)).toEqual(['coexisting', 'kept', 'testing'])
})

it('asks about the lines at which nobody looked since a day, and those without a look by the day they were noted', () => {
	const lines: (ReturnType<typeof line> & { looked?: string })[] = [{ ...line('a'), looked: '2026-11-28' }, { ...line('b'), looked: '2025-11-20' }, line('c')]
	const asked = (since: string, noted: string) => linesToLookAt(lines, since, noted).map(({ id, looked }) => [id, looked])
	expect(asked('2026-11-28', '2025-01-31')).toEqual([['b', '2025-11-20'], ['c', '2025-01-31']])
	expect(asked('2026-11-28', '2026-11-28')).toEqual([['b', '2025-11-20']])
	expect(asked('2025-11-20', '2025-11-20')).toEqual([])
})
