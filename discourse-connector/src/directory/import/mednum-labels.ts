/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import {
	DispositifProgrammeNational,
	FormationLabel,
	Frais,
	Itinerance,
	ModaliteAcces,
	ModaliteAccompagnement,
	PriseEnChargeSpecifique,
	PublicSpecifiquementAdresse,
	Service,
	Typologie,
} from '@gouvfr-anct/lieux-de-mediation-numerique'
import { listOf } from './clean-text.ts'

/** The labels that the standard knows, by column. */
const labels: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(Object.entries({
	typologie: Typologie,
	services: Service,
	publics_specifiquement_adresses: PublicSpecifiquementAdresse,
	prise_en_charge_specifique: PriseEnChargeSpecifique,
	frais_a_charge: Frais,
	itinerance: Itinerance,
	modalites_acces: ModaliteAcces,
	modalites_accompagnement: ModaliteAccompagnement,
	dispositif_programmes_nationaux: DispositifProgrammeNational,
	formations_labels: FormationLabel,
}).map(([column, values]) => [column, new Set<string>(Object.values(values))]))

/**
 * Says which values of a row the standard does not know. They are kept all the same: tomorrow's standard may know them.
 *
 * @param cells of the row
 */
export function unknownLabels(cells: Readonly<Record<string, string>>): string[] {
	return Object.entries(labels).flatMap(([column, known]) => (
		listOf(cells[column] ?? '').filter((value) => !known.has(value))
			.map((value) => `${column}: “${value}” is not a value of the standard; kept as it is`)
	))
}
