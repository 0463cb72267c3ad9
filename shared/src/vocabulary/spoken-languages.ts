/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** Languages a provider works in (ISO 639-1; `fsl` and `sfb` are the French and French-Belgian sign languages of ISO 639-3). */
export const spokenLanguages = [
	{ id: 'fr', label: { fr: 'Français', en: 'French' } },
	{ id: 'en', label: { fr: 'Anglais', en: 'English' } },
	{ id: 'de', label: { fr: 'Allemand', en: 'German' } },
	{ id: 'es', label: { fr: 'Espagnol', en: 'Spanish' } },
	{ id: 'ca', label: { fr: 'Catalan', en: 'Catalan' } },
	{ id: 'nl', label: { fr: 'Néerlandais', en: 'Dutch' } },
	{ id: 'it', label: { fr: 'Italien', en: 'Italian' } },
	{ id: 'pt', label: { fr: 'Portugais', en: 'Portuguese' } },
	{ id: 'ro', label: { fr: 'Roumain', en: 'Romanian' } },
	{ id: 'hu', label: { fr: 'Hongrois', en: 'Hungarian' } },
	{ id: 'pl', label: { fr: 'Polonais', en: 'Polish' } },
	{ id: 'uk', label: { fr: 'Ukrainien', en: 'Ukrainian' } },
	{ id: 'ar', label: { fr: 'Arabe', en: 'Arabic' } },
	{ id: 'tr', label: { fr: 'Turc', en: 'Turkish' } },
	{ id: 'br', label: { fr: 'Breton', en: 'Breton' } },
	{ id: 'eu', label: { fr: 'Basque', en: 'Basque' } },
	{ id: 'oc', label: { fr: 'Occitan', en: 'Occitan' } },
	{ id: 'co', label: { fr: 'Corse', en: 'Corsican' } },
	{ id: 'fsl', label: { fr: 'Langue des signes française', en: 'French Sign Language' } },
	{ id: 'sfb', label: { fr: 'Langue des signes de Belgique francophone', en: 'French Belgian Sign Language' } },
] as const satisfies readonly VocabularyEntry[]

export type SpokenLanguage = (typeof spokenLanguages)[number]['id']
