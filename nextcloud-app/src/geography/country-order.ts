/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from '@emancipasso/shared/vocabulary/vocabulary'

import { inOurLanguage, language } from '../l10n.ts'

/**
 * Places in the order of their names as the reader spells them, France first.
 *
 * @param places countries or regions
 */
export function byName<Place extends VocabularyEntry>(places: readonly Place[]): Place[] {
	const { compare } = new Intl.Collator(language())
	return places.toSorted((one, other) => Number(other.id === 'FR') - Number(one.id === 'FR') || compare(inOurLanguage(one.label), inOurLanguage(other.label)))
}
