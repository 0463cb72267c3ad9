/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { actionStatuses } from './action-status.ts'
import { emptyPlan } from './empty-plan.ts'
import { planDocumentSchema } from './plan-document.ts'
import { planProgress } from './progress.ts'

it('counts what was decided beside what is done, and every action once', () => {
	const progress = planProgress(actionStatuses.map(({ id }) => ({ status: id })))
	expect(progress).toEqual({ total: 11, done: 1, decided: 4, underway: 3, ahead: 2, blocked: 1 })
})

it('begins with a plan that its schema takes', () => {
	expect(planDocumentSchema.parse(emptyPlan)).toEqual(emptyPlan)
})
