/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { asMove } from './attach-move.ts'
import { linesInPlan } from './inventory.ts'
import { newAction } from './new-action.ts'

const line = (id: string, status?: string) => ({ id, use: 'chat', tool: 'slack', position: 1, ...(status ? { status } : {}) })

it.each([
	['planned', 'coexisting', 'planned'],
	['blocked', 'testing', 'blocked'],
	['idea', 'coexisting', 'coexisting'],
	['idea', 'not-planned', 'idea'],
	['idea', 'done', 'idea'],
	['idea', undefined, 'idea'],
] as const)('an action that is %s takes a line that is %s along, and both are %s', (status, before, together) => {
	const moved = asMove(newAction('Leave Slack', status), line('a', before))
	expect(moved).toMatchObject({ status: together, migration: { line: 'a', use: 'chat', from: 'slack', to: '' } })
	expect(linesInPlan([line('a', before)], [moved])[0]!.status).toBe({ planned: 'to-start', blocked: 'to-start', coexisting: 'coexisting', idea: 'not-planned' }[together])
})
