/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

interface RegionOfFrance extends VocabularyEntry {
	readonly departements: readonly string[]
}

/** Regions and overseas territories of France (ISO 3166-2) with the INSEE codes of their départements. */
export const regionsFr = [
	{ id: 'FR-ARA', label: { fr: 'Auvergne-Rhône-Alpes', en: 'Auvergne-Rhône-Alpes' }, departements: ['01', '03', '07', '15', '26', '38', '42', '43', '63', '69', '73', '74'] },
	{ id: 'FR-BFC', label: { fr: 'Bourgogne-Franche-Comté', en: 'Bourgogne-Franche-Comté' }, departements: ['21', '25', '39', '58', '70', '71', '89', '90'] },
	{ id: 'FR-BRE', label: { fr: 'Bretagne', en: 'Brittany' }, departements: ['22', '29', '35', '56'] },
	{ id: 'FR-CVL', label: { fr: 'Centre-Val de Loire', en: 'Centre-Val de Loire' }, departements: ['18', '28', '36', '37', '41', '45'] },
	{ id: 'FR-20R', label: { fr: 'Corse', en: 'Corsica' }, departements: ['2A', '2B'] },
	{ id: 'FR-GES', label: { fr: 'Grand Est', en: 'Grand Est' }, departements: ['08', '10', '51', '52', '54', '55', '57', '67', '68', '88'] },
	{ id: 'FR-HDF', label: { fr: 'Hauts-de-France', en: 'Hauts-de-France' }, departements: ['02', '59', '60', '62', '80'] },
	{ id: 'FR-IDF', label: { fr: 'Île-de-France', en: 'Île-de-France' }, departements: ['75', '77', '78', '91', '92', '93', '94', '95'] },
	{ id: 'FR-NOR', label: { fr: 'Normandie', en: 'Normandy' }, departements: ['14', '27', '50', '61', '76'] },
	{ id: 'FR-NAQ', label: { fr: 'Nouvelle-Aquitaine', en: 'Nouvelle-Aquitaine' }, departements: ['16', '17', '19', '23', '24', '33', '40', '47', '64', '79', '86', '87'] },
	{ id: 'FR-OCC', label: { fr: 'Occitanie', en: 'Occitania' }, departements: ['09', '11', '12', '30', '31', '32', '34', '46', '48', '65', '66', '81', '82'] },
	{ id: 'FR-PDL', label: { fr: 'Pays de la Loire', en: 'Pays de la Loire' }, departements: ['44', '49', '53', '72', '85'] },
	{ id: 'FR-PAC', label: { fr: 'Provence-Alpes-Côte d’Azur', en: 'Provence-Alpes-Côte d’Azur' }, departements: ['04', '05', '06', '13', '83', '84'] },
	{ id: 'FR-971', label: { fr: 'Guadeloupe', en: 'Guadeloupe' }, departements: ['971'] },
	{ id: 'FR-972', label: { fr: 'Martinique', en: 'Martinique' }, departements: ['972'] },
	{ id: 'FR-973', label: { fr: 'Guyane', en: 'French Guiana' }, departements: ['973'] },
	{ id: 'FR-974', label: { fr: 'La Réunion', en: 'Réunion' }, departements: ['974'] },
	{ id: 'FR-976', label: { fr: 'Mayotte', en: 'Mayotte' }, departements: ['976'] },
	{ id: 'FR-PM', label: { fr: 'Saint-Pierre-et-Miquelon', en: 'Saint Pierre and Miquelon' }, departements: ['975'] },
	{ id: 'FR-BL', label: { fr: 'Saint-Barthélemy', en: 'Saint Barthélemy' }, departements: ['977'] },
	{ id: 'FR-MF', label: { fr: 'Saint-Martin', en: 'Saint Martin' }, departements: ['978'] },
	{ id: 'FR-WF', label: { fr: 'Wallis-et-Futuna', en: 'Wallis and Futuna' }, departements: ['986'] },
	{ id: 'FR-PF', label: { fr: 'Polynésie française', en: 'French Polynesia' }, departements: ['987'] },
	{ id: 'FR-NC', label: { fr: 'Nouvelle-Calédonie', en: 'New Caledonia' }, departements: ['988'] },
] as const satisfies readonly RegionOfFrance[]

export type RegionFr = (typeof regionsFr)[number]['id']
