/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, test } from 'vitest'
import { answersDate } from './answers-date.ts'

const [answered, decided, closed, brought] = ['2026-11-03T10:00:00.000Z', '2026-11-10T10:00:00.000Z', '2026-11-12T10:00:00.000Z', '2027-02-01T10:00:00.000Z']

describe('the date of the answers', () => {
	test.each([
		['when they were last changed, not when something was decided', { answeredAt: answered, updatedAt: decided }, undefined, answered],
		['not when it was closed', { answeredAt: answered, updatedAt: closed }, closed, answered],
		['no later than it was closed, where it was brought in afterwards', { answeredAt: brought, updatedAt: brought }, closed, closed],
		['when the whole was last changed, where nobody noted it', { answeredAt: null, updatedAt: decided }, undefined, decided],
	])('is %s', (_what, stored, closedAt, date) => {
		expect(answersDate(stored, closedAt)).toBe(date)
	})
})
