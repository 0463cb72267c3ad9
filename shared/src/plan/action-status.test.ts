/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import questionnaire from '../../data/questionnaire.json' with { type: 'json' }
import { actionStatuses, actionStatusOf, lineStatusOf } from './action-status.ts'

const ofLines = questionnaire.migrationStatuses.map(({ id }) => id)

it('says of a line what its action says, and back, in the ten words of the questionnaire', () => {
	expect(ofLines.map((status) => lineStatusOf({ status: actionStatusOf(status)! }))).toEqual(ofLines)
	expect(actionStatuses.map(({ id }) => lineStatusOf({ status: id })).every((status) => ofLines.includes(status))).toBe(true)
})

it('leaves the line of a blocked action where it stood', () => {
	expect(lineStatusOf({ status: 'blocked', before: 'testing' })).toBe('testing')
	expect(lineStatusOf({ status: 'blocked' })).toBe('to-start')
})

it('knows no other words', () => {
	expect(actionStatusOf('blocked')).toBeUndefined()
	expect(actionStatusOf('constructor')).toBeUndefined()
})
