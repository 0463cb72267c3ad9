/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Action } from './action.ts'

import { describe, expect, it } from 'vitest'
import { timelineOf } from './timeline.ts'

type Days = Partial<Pick<Action, 'status' | 'startDate' | 'dueDate' | 'reviewDate'>>
const lay = (actions: Days[], today = '2026-11-15') => timelineOf(actions, (action) => ({ status: 'planned', ...action }), today)

describe('the timeline of a plan', () => {
	it('has whole months around today and every day of the plan', () => {
		const { months } = lay([{ startDate: '2026-10-20', dueDate: '2027-02-28' }])
		expect(months.map(({ day }) => day)).toEqual(['2026-10-01', '2026-11-01', '2026-12-01', '2027-01-01', '2027-02-01'])
		expect(months[0]!.left).toBe(0)
	})

	it('shows three months of an empty plan', () => {
		const { months, today, bars } = lay([])
		expect(months.map(({ day }) => day)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01'])
		expect(today).toBeCloseTo(14 / 92)
		expect(bars).toEqual([])
	})

	it('runs an action from its start to the end of its due day', () => {
		const [bar] = lay([{ startDate: '2026-11-01', dueDate: '2027-01-31' }]).bars
		expect(bar).toMatchObject({ left: 0, width: 1 })
	})

	it('stands an action with one day on that day, a kept one on its review', () => {
		const { bars } = lay([{ dueDate: '2026-12-01' }, { reviewDate: '2026-11-01' }, { startDate: '2026-11-20' }])
		expect(bars.map(({ start, end }) => [start, end])).toEqual([['2026-11-01', '2026-11-01'], ['2026-11-20', '2026-11-20'], ['2026-12-01', '2026-12-01']])
	})

	it('marks the day on which an action that has run is looked at again, and reaches to it', () => {
		const { bars, months } = lay([{ status: 'kept', dueDate: '2026-11-20', reviewDate: '2027-09-01' }, { status: 'watching', reviewDate: '2026-12-01' }, { dueDate: '2026-12-02', reviewDate: '2028-01-01' }])
		expect(bars.map(({ isReview, review, left }) => [isReview, review === null ? null : review > left])).toEqual([[false, true], [true, false], [false, null]])
		expect(months.at(-1)!.day).toBe('2027-09-01')
	})

	it('draws no day of review of an action that was settled since', () => {
		const { bars, undated } = lay([{ status: 'done', reviewDate: '2026-11-01' }, { status: 'done', dueDate: '2026-11-03', reviewDate: '2026-11-01' }])
		expect(bars.map(({ start, review }) => [start, review])).toEqual([['2026-11-03', null]])
		expect(undated).toHaveLength(1)
	})

	it('reaches ten years back and ahead, so that a slip in a year makes no thousands of months', () => {
		const { months, bars } = lay([{ startDate: '0026-12-01', dueDate: '2026-12-01' }, { dueDate: '9999-12-31' }])
		expect([months[0]!.day, months.at(-1)!.day, months.length]).toEqual(['2016-11-01', '2036-11-01', 241])
		expect(bars.map(({ start, end }) => [start, end])).toEqual([['0026-12-01', '2026-12-01'], ['9999-12-31', '9999-12-31']])
		expect(bars.every(({ left, width }) => left >= 0 && width > 0 && left + width <= 1)).toBe(true)
		expect(bars[0]!.left).toBe(0)
	})

	it('keeps every action inside, also one whose days were typed the wrong way round', () => {
		const { bars, undated } = lay([{ startDate: '2026-12-24', dueDate: '2026-11-02' }, {}])
		expect(bars).toHaveLength(1)
		expect(bars[0]!.left).toBeGreaterThanOrEqual(0)
		expect(bars[0]!.left + bars[0]!.width).toBeLessThanOrEqual(1)
		expect(undated).toEqual([{}])
	})
})
