/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { languageOf, localise } from './localised-text.ts'

describe('localised text', () => {
	it('is shown in the language asked for', () => {
		expect(localise({ fr: 'Bonjour', en: 'Hello' }, 'fr')).toBe('Bonjour')
		expect(localise({ fr: 'Bonjour', en: 'Hello' }, 'en')).toBe('Hello')
	})

	it('is the same everywhere when it is a plain name', () => {
		expect(localise('Nextcloud', 'en')).toBe('Nextcloud')
	})

	it('falls back to French for a locale that has no texts', () => {
		expect(['en', 'en-GB', 'en_US', 'fr', 'fr-CA', 'de_DE', ''].map(languageOf)).toEqual(['en', 'en', 'en', 'fr', 'fr', 'fr', 'fr'])
	})
})
