/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** Regions of Belgium (ISO 3166-2). */
export const regionsBe = [
	{ id: 'BE-BRU', label: { fr: 'Bruxelles-Capitale', en: 'Brussels' } },
	{ id: 'BE-VLG', label: { fr: 'Flandre', en: 'Flanders' } },
	{ id: 'BE-WAL', label: { fr: 'Wallonie', en: 'Wallonia' } },
] as const satisfies readonly VocabularyEntry[]

export type RegionBe = (typeof regionsBe)[number]['id']
