/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, test } from 'vitest'
import { answersDate } from './answers-date.ts'

const begun = { at: '2026-11-01T10:00:00.000Z', patch: { schemaVersion: 1, answers: {} } }
const answered = { at: '2026-11-03T10:00:00.000Z', patch: { answers: { 'gov-lead': 'group' } } }
const decided = { at: '2026-11-10T10:00:00.000Z', patch: { decisions: { backup: { decision: 'accepted' } } } }
const closed = { at: '2026-11-12T10:00:00.000Z', patch: { closedAt: '2026-11-12T10:00:00.000Z', inventory: {} } }

describe('the date of the answers', () => {
	test.each([
		['when they were last changed', [answered, begun], undefined, answered.at],
		['not when something was decided', [decided, answered, begun], undefined, answered.at],
		['not when it was closed', [closed, decided, answered, begun], closed.at, answered.at],
		['no later than it was closed, where it was brought in afterwards', [{ ...begun, at: '2027-02-01T10:00:00.000Z' }], closed.at, closed.at],
		['when it was begun, before there is one', [begun], undefined, begun.at],
	])('is %s', (_what, history, closedAt, date) => {
		expect(answersDate(history, closedAt)).toBe(date)
	})

	test('is not made up where nothing tells', () => {
		expect(answersDate([decided])).toBeNull()
	})
})
