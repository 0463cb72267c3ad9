/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

import { regionsBe } from './regions-be.ts'
import { regionsEs } from './regions-es.ts'
import { regionsFr } from './regions-fr.ts'
import { regionsRo } from './regions-ro.ts'

/** Every region that can be filtered on; the country is the part of the id before the hyphen. */
export const regions = [...regionsFr, ...regionsBe, ...regionsEs, ...regionsRo] as const satisfies readonly VocabularyEntry[]

export type Region = (typeof regions)[number]['id']

const regionByDepartement = new Map<string, Region>(regionsFr.flatMap((region) => (
	region.departements.map((departement): [string, Region] => [departement, region.id])
)))

/**
 * The French region of a département.
 *
 * @param departement INSEE code, `44`, `2A`, `974`
 * @return the ISO 3166-2 id, undefined when the code is unknown
 */
export function regionOfDepartement(departement: string): Region | undefined {
	return regionByDepartement.get(departement)
}
