/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { openActions } from './next-due.ts'

it('has what is due next first, what has no day last, and nothing of what is settled', () => {
	const action = (name: string, status: string, dueDate: string | null) => ({ name, status, dueDate })
	expect(openActions([
		action('some day', 'idea', null),
		action('spring', 'planned', '2027-03-01'),
		action('done', 'done', '2026-01-01'),
		action('kept', 'kept', '2026-02-01'),
		action('late', 'blocked', '2026-10-01'),
	]).map(({ name }) => name)).toEqual(['late', 'spring', 'some day'])
})
