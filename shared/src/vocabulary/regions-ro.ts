/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** Counties of Romania (ISO 3166-2). */
export const regionsRo = [
	{ id: 'RO-AB', label: { fr: 'Alba', en: 'Alba' } },
	{ id: 'RO-AR', label: { fr: 'Arad', en: 'Arad' } },
	{ id: 'RO-AG', label: { fr: 'Argeș', en: 'Argeș' } },
	{ id: 'RO-BC', label: { fr: 'Bacău', en: 'Bacău' } },
	{ id: 'RO-BH', label: { fr: 'Bihor', en: 'Bihor' } },
	{ id: 'RO-BN', label: { fr: 'Bistrița-Năsăud', en: 'Bistrița-Năsăud' } },
	{ id: 'RO-BT', label: { fr: 'Botoșani', en: 'Botoșani' } },
	{ id: 'RO-BV', label: { fr: 'Brașov', en: 'Brașov' } },
	{ id: 'RO-BR', label: { fr: 'Brăila', en: 'Brăila' } },
	{ id: 'RO-B', label: { fr: 'Bucarest', en: 'Bucharest' } },
	{ id: 'RO-BZ', label: { fr: 'Buzău', en: 'Buzău' } },
	{ id: 'RO-CS', label: { fr: 'Caraș-Severin', en: 'Caraș-Severin' } },
	{ id: 'RO-CL', label: { fr: 'Călărași', en: 'Călărași' } },
	{ id: 'RO-CJ', label: { fr: 'Cluj', en: 'Cluj' } },
	{ id: 'RO-CT', label: { fr: 'Constanța', en: 'Constanța' } },
	{ id: 'RO-CV', label: { fr: 'Covasna', en: 'Covasna' } },
	{ id: 'RO-DB', label: { fr: 'Dâmbovița', en: 'Dâmbovița' } },
	{ id: 'RO-DJ', label: { fr: 'Dolj', en: 'Dolj' } },
	{ id: 'RO-GL', label: { fr: 'Galați', en: 'Galați' } },
	{ id: 'RO-GR', label: { fr: 'Giurgiu', en: 'Giurgiu' } },
	{ id: 'RO-GJ', label: { fr: 'Gorj', en: 'Gorj' } },
	{ id: 'RO-HR', label: { fr: 'Harghita', en: 'Harghita' } },
	{ id: 'RO-HD', label: { fr: 'Hunedoara', en: 'Hunedoara' } },
	{ id: 'RO-IL', label: { fr: 'Ialomița', en: 'Ialomița' } },
	{ id: 'RO-IS', label: { fr: 'Iași', en: 'Iași' } },
	{ id: 'RO-IF', label: { fr: 'Ilfov', en: 'Ilfov' } },
	{ id: 'RO-MM', label: { fr: 'Maramureș', en: 'Maramureș' } },
	{ id: 'RO-MH', label: { fr: 'Mehedinți', en: 'Mehedinți' } },
	{ id: 'RO-MS', label: { fr: 'Mureș', en: 'Mureș' } },
	{ id: 'RO-NT', label: { fr: 'Neamț', en: 'Neamț' } },
	{ id: 'RO-OT', label: { fr: 'Olt', en: 'Olt' } },
	{ id: 'RO-PH', label: { fr: 'Prahova', en: 'Prahova' } },
	{ id: 'RO-SM', label: { fr: 'Satu Mare', en: 'Satu Mare' } },
	{ id: 'RO-SJ', label: { fr: 'Sălaj', en: 'Sălaj' } },
	{ id: 'RO-SB', label: { fr: 'Sibiu', en: 'Sibiu' } },
	{ id: 'RO-SV', label: { fr: 'Suceava', en: 'Suceava' } },
	{ id: 'RO-TR', label: { fr: 'Teleorman', en: 'Teleorman' } },
	{ id: 'RO-TM', label: { fr: 'Timiș', en: 'Timiș' } },
	{ id: 'RO-TL', label: { fr: 'Tulcea', en: 'Tulcea' } },
	{ id: 'RO-VS', label: { fr: 'Vaslui', en: 'Vaslui' } },
	{ id: 'RO-VL', label: { fr: 'Vâlcea', en: 'Vâlcea' } },
	{ id: 'RO-VN', label: { fr: 'Vrancea', en: 'Vrancea' } },
] as const satisfies readonly VocabularyEntry[]

export type RegionRo = (typeof regionsRo)[number]['id']
