/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** Countries of the directory (ISO 3166-1). French overseas territories are regions of FR. */
export const countries = [
	{ id: 'FR', label: { fr: 'France', en: 'France' } },
	{ id: 'BE', label: { fr: 'Belgique', en: 'Belgium' } },
	{ id: 'ES', label: { fr: 'Espagne', en: 'Spain' } },
	{ id: 'RO', label: { fr: 'Roumanie', en: 'Romania' } },
	{ id: 'AT', label: { fr: 'Autriche', en: 'Austria' } },
	{ id: 'BG', label: { fr: 'Bulgarie', en: 'Bulgaria' } },
	{ id: 'CH', label: { fr: 'Suisse', en: 'Switzerland' } },
	{ id: 'CY', label: { fr: 'Chypre', en: 'Cyprus' } },
	{ id: 'CZ', label: { fr: 'Tchéquie', en: 'Czechia' } },
	{ id: 'DE', label: { fr: 'Allemagne', en: 'Germany' } },
	{ id: 'DK', label: { fr: 'Danemark', en: 'Denmark' } },
	{ id: 'EE', label: { fr: 'Estonie', en: 'Estonia' } },
	{ id: 'FI', label: { fr: 'Finlande', en: 'Finland' } },
	{ id: 'GB', label: { fr: 'Royaume-Uni', en: 'United Kingdom' } },
	{ id: 'GR', label: { fr: 'Grèce', en: 'Greece' } },
	{ id: 'HR', label: { fr: 'Croatie', en: 'Croatia' } },
	{ id: 'HU', label: { fr: 'Hongrie', en: 'Hungary' } },
	{ id: 'IE', label: { fr: 'Irlande', en: 'Ireland' } },
	{ id: 'IS', label: { fr: 'Islande', en: 'Iceland' } },
	{ id: 'IT', label: { fr: 'Italie', en: 'Italy' } },
	{ id: 'LI', label: { fr: 'Liechtenstein', en: 'Liechtenstein' } },
	{ id: 'LT', label: { fr: 'Lituanie', en: 'Lithuania' } },
	{ id: 'LU', label: { fr: 'Luxembourg', en: 'Luxembourg' } },
	{ id: 'LV', label: { fr: 'Lettonie', en: 'Latvia' } },
	{ id: 'MC', label: { fr: 'Monaco', en: 'Monaco' } },
	{ id: 'MD', label: { fr: 'Moldavie', en: 'Moldova' } },
	{ id: 'MT', label: { fr: 'Malte', en: 'Malta' } },
	{ id: 'NL', label: { fr: 'Pays-Bas', en: 'Netherlands' } },
	{ id: 'NO', label: { fr: 'Norvège', en: 'Norway' } },
	{ id: 'PL', label: { fr: 'Pologne', en: 'Poland' } },
	{ id: 'PT', label: { fr: 'Portugal', en: 'Portugal' } },
	{ id: 'SE', label: { fr: 'Suède', en: 'Sweden' } },
	{ id: 'SI', label: { fr: 'Slovénie', en: 'Slovenia' } },
	{ id: 'SK', label: { fr: 'Slovaquie', en: 'Slovakia' } },
	{ id: 'UA', label: { fr: 'Ukraine', en: 'Ukraine' } },
] as const satisfies readonly VocabularyEntry[]

export type Country = (typeof countries)[number]['id']
