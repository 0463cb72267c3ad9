/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { countries } from '@emancipasso/shared/vocabulary/countries'
import { departements } from '../geography/departements.ts'
import { inOurLanguage } from '../l10n.ts'

/**
 * What people call the place that an answer names by a code; undefined for one that is not known.
 *
 * @param code such as FR-44 or BE
 */
export function placeName(code: unknown): string | undefined {
	if (typeof code !== 'string') {
		return undefined
	}
	const departement = departements.find(([number]) => code === `FR-${number}`)
	const country = countries.find(({ id }) => id === code)
	return departement ? `${departement[1]} (${departement[0]})` : country && inOurLanguage(country.label)
}
