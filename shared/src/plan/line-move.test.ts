/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ActionStatus } from './action-status.ts'
import type { Migration } from './action.ts'

import { describe, expect, it } from 'vitest'
import { actionStatuses } from './action-status.ts'
import { linesInPlan } from './inventory.ts'
import { mayMove, moverOf } from './line-move.ts'
import { newAction } from './new-action.ts'

const line = (tool: string, id = 'a') => ({ id, use: 'video-meeting', tool, position: 1 })
const move = (status: ActionStatus, from = 'zoom', to = 'bigbluebutton', id = 'a') => ({ status, migration: { line: id, use: 'video-meeting', from, to } satisfies Migration })

describe('a line of the inventory may be moved', () => {
	it('when no action moves it, and it names a tool', () => {
		expect(mayMove(line('zoom'), [move('testing', 'zoom', '', 'b'), newAction('Something else')])).toBe(true)
		expect(mayMove(line(''), [])).toBe(false)
	})

	it.each(actionStatuses.map(({ id }) => id).filter((id) => id !== 'done' && id !== 'rolled-back'))('not while its action is %s', (status) => {
		expect(mayMove(line('zoom'), [move(status)])).toBe(false)
		expect(mayMove(line('bigbluebutton'), [move(status)])).toBe(false)
	})

	it('once a move is done and the list has followed it, or members wrote something else there', () => {
		expect([mayMove(line('zoom'), [move('done')]), mayMove(line('bigbluebutton'), [move('done')]), mayMove(line('jitsi-meet'), [move('done')])]).toEqual([false, true, true])
		expect([mayMove(line('zoom'), [move('done', 'zoom', '')]), mayMove(line('zoom'), [move('done', 'zoom', 'zoom')])]).toEqual([false, true])
	})

	it('once a move was rolled back and the list has the old tool', () => {
		expect([mayMove(line('bigbluebutton'), [move('rolled-back')]), mayMove(line('zoom'), [move('rolled-back')]), mayMove(line('zoom'), [move('rolled-back', 'zoom', '')])]).toEqual([false, true, true])
	})

	it('by what its last move says, and not by one before it', () => {
		const back = move('done', 'bigbluebutton', 'zoom')
		expect(mayMove(line('zoom'), [move('done'), back])).toBe(true)
		expect(mayMove(line('bigbluebutton'), [move('done'), back])).toBe(false)
	})
})

describe('of several moves of a line', () => {
	const mover = (...actions: readonly ReturnType<typeof move>[]) => actions.indexOf(moverOf('a', actions)!)

	it('the last one counts', () => {
		expect([mover(move('done'), move('testing')), mover(move('watching'), move('done')), mover(move('done'), move('done', 'zoom', '', 'b'))]).toEqual([1, 1, 0])
		expect(moverOf('a', [move('done', 'zoom', '', 'b')])).toBeUndefined()
	})

	it('one that is under way counts before one that is settled, in whichever order they were made', () => {
		const actions = [move('testing', 'bigbluebutton', ''), move('done')]
		expect(mover(...actions)).toBe(0)
		expect(mayMove(line('bigbluebutton'), actions)).toBe(false)
		expect(linesInPlan([line('bigbluebutton')], actions)[0]!.status).toBe('testing')
	})
})
