/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { countries } from '@emancipasso/shared/vocabulary/countries'
import { setLanguage } from '@nextcloud/l10n'
import { afterEach, expect, it } from 'vitest'
import { byName } from './country-order.ts'

afterEach(() => setLanguage('en'))

it.each([
	['fr', ['FR', 'DE', 'AT', 'BE']],
	['en', ['FR', 'AT', 'BE', 'BG']],
])('orders countries as a reader of %s spells them, France first', (spoken, first) => {
	setLanguage(spoken)
	expect(byName(countries).slice(0, 4).map(({ id }) => id)).toEqual(first)
})
