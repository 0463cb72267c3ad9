/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Action } from './action.ts'
import type { AgendaDay } from './agenda.ts'

import { describe, expect, it } from 'vitest'
import { agendaOf } from './agenda.ts'

type Entry = Pick<Action, 'status' | 'startDate' | 'dueDate' | 'reviewDate'> & { name: string }
const lay = (...entries: Entry[]) => agendaOf(entries, (entry) => entry, '2026-11-28')
const told = (days: readonly AgendaDay<Entry>[]) => days.map(({ entry, day, kind }) => `${day} ${kind} ${entry.name}`)

describe('the days of a plan one after the other', () => {
	it('stand month by month from today on', () => {
		const { months } = lay({ name: 'b', status: 'planned', dueDate: '2027-01-31', startDate: '2026-12-24' }, { name: 'a', status: 'testing', dueDate: '2026-11-28' }, { name: 'c', status: 'idea', dueDate: '2027-01-02' })
		expect(months.map(({ month, days }) => [month, told(days)])).toEqual([
			['2026-11-01', ['2026-11-28 due a']],
			['2026-12-01', ['2026-12-24 start b']],
			['2027-01-01', ['2027-01-02 due c', '2027-01-31 due b']],
		])
	})

	it('before today wait for somebody when the action is open or to be reviewed, and are past otherwise', () => {
		const { waiting, past, months } = lay(
			{ name: 'late', status: 'testing', startDate: '2026-09-01', dueDate: '2026-11-27' },
			{ name: 'over', status: 'done', startDate: '2026-08-01', dueDate: '2026-10-01' },
			{ name: 'kept', status: 'kept', dueDate: '2026-07-01', reviewDate: '2026-11-01' },
		)
		expect(told(waiting)).toEqual(['2026-11-01 review kept', '2026-11-27 due late'])
		expect(told(past)).toEqual(['2026-10-01 due over', '2026-09-01 start late', '2026-08-01 start over', '2026-07-01 due kept'])
		expect(months).toEqual([])
	})

	it('wait for no review of an action that was settled since, and has no other day', () => {
		const settled = (['done', 'coexisting'] as const).map((status) => ({ name: status, status, reviewDate: '2026-11-01' }))
		const { waiting, past, undated } = lay(...settled, { name: 'watched', status: 'watching', reviewDate: '2026-11-02' }, { name: 'open', status: 'planned', reviewDate: '2026-11-03' })
		expect(told(waiting)).toEqual(['2026-11-02 review watched', '2026-11-03 review open'])
		expect(past).toEqual([])
		expect(undated.map(({ name }) => name)).toEqual(['done', 'coexisting'])
	})

	it('say one day once, and no review of an action that goes on', () => {
		const { months, undated } = lay({ name: 'a', status: 'planned', startDate: '2026-12-01', dueDate: '2026-12-01', reviewDate: '2026-12-05' }, { name: 'b', status: 'planned', reviewDate: '2026-12-06' }, { name: 'c', status: 'idea' })
		expect(months.flatMap(({ days }) => told(days))).toEqual(['2026-12-01 due a', '2026-12-06 review b'])
		expect(undated.map(({ name }) => name)).toEqual(['c'])
	})
})
