/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { associationSizesOf } from './association-size.ts'
import { evaluated, questionnaire } from './testing/reference-data.ts'

const sizes = (answers: Record<string, string>) => associationSizesOf(questionnaire, evaluated(answers).visible)

it('reads the size of an association from its answers; a network has a band beside it', () => {
	expect(sizes({ 'profile-employees': 'volunteers-only', 'profile-network': 'no' })).toEqual(['volunteers-only'])
	expect(sizes({ 'profile-employees': 'staff-gt-20', 'profile-network': 'yes' })).toEqual(['staff-gt-20', 'network'])
	expect(sizes({})).toEqual([])
})
