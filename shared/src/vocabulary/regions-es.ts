/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** Autonomous communities and cities of Spain (ISO 3166-2). */
export const regionsEs = [
	{ id: 'ES-AN', label: { fr: 'Andalousie', en: 'Andalusia' } },
	{ id: 'ES-AR', label: { fr: 'Aragon', en: 'Aragon' } },
	{ id: 'ES-AS', label: { fr: 'Asturies', en: 'Asturias' } },
	{ id: 'ES-CB', label: { fr: 'Cantabrie', en: 'Cantabria' } },
	{ id: 'ES-CE', label: { fr: 'Ceuta', en: 'Ceuta' } },
	{ id: 'ES-CL', label: { fr: 'Castille-et-León', en: 'Castile and León' } },
	{ id: 'ES-CM', label: { fr: 'Castille-La Manche', en: 'Castile-La Mancha' } },
	{ id: 'ES-CN', label: { fr: 'Canaries', en: 'Canary Islands' } },
	{ id: 'ES-CT', label: { fr: 'Catalogne', en: 'Catalonia' } },
	{ id: 'ES-EX', label: { fr: 'Estrémadure', en: 'Extremadura' } },
	{ id: 'ES-GA', label: { fr: 'Galice', en: 'Galicia' } },
	{ id: 'ES-IB', label: { fr: 'Îles Baléares', en: 'Balearic Islands' } },
	{ id: 'ES-MC', label: { fr: 'Murcie', en: 'Murcia' } },
	{ id: 'ES-MD', label: { fr: 'Madrid', en: 'Madrid' } },
	{ id: 'ES-ML', label: { fr: 'Melilla', en: 'Melilla' } },
	{ id: 'ES-NC', label: { fr: 'Navarre', en: 'Navarre' } },
	{ id: 'ES-PV', label: { fr: 'Pays basque', en: 'Basque Country' } },
	{ id: 'ES-RI', label: { fr: 'La Rioja', en: 'La Rioja' } },
	{ id: 'ES-VC', label: { fr: 'Communauté valencienne', en: 'Valencian Community' } },
] as const satisfies readonly VocabularyEntry[]

export type RegionEs = (typeof regionsEs)[number]['id']
