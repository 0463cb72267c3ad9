/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LegalForm } from '../vocabulary/legal-forms.ts'
import type { Modality } from '../vocabulary/modalities.ts'
import type { PricingModel } from '../vocabulary/pricing-models.ts'

/**
 * What becomes of a column of the French standard for places of digital mediation:
 * - `mapped`: it has a field of its own in our schema;
 * - `contact`: personal; kept only as a contact that stays hidden until its owner agrees;
 * - `kept`: word for word in `sourceFields`, for an export that loses nothing; never translated into our vocabularies.
 */
export type MednumUse = 'mapped' | 'contact' | 'kept'

/** The 32 columns of the standard. */
export const mednumColumns = {
	id: 'mapped',
	pivot: 'mapped',
	nom: 'mapped',
	commune: 'mapped',
	code_postal: 'mapped',
	code_insee: 'mapped',
	adresse: 'mapped',
	complement_adresse: 'mapped',
	latitude: 'mapped',
	longitude: 'mapped',
	typologie: 'kept',
	telephone: 'contact',
	courriels: 'contact',
	site_web: 'contact',
	horaires: 'kept',
	prise_rdv: 'contact',
	presentation_resume: 'mapped',
	presentation_detail: 'mapped',
	source: 'kept',
	itinerance: 'kept',
	structure_parente: 'kept',
	date_maj: 'mapped',
	services: 'kept',
	publics_specifiquement_adresses: 'kept',
	prise_en_charge_specifique: 'kept',
	frais_a_charge: 'mapped',
	dispositif_programmes_nationaux: 'mapped',
	formations_labels: 'mapped',
	autres_formations_labels: 'mapped',
	modalites_acces: 'kept',
	modalites_accompagnement: 'mapped',
	fiche_acces_libre: 'kept',
} as const satisfies Record<string, MednumUse>

export type MednumColumn = keyof typeof mednumColumns

/** Columns without which a row says too little to be of use. */
export const mednumRequired = ['id', 'nom', 'commune', 'code_postal', 'date_maj'] as const satisfies readonly MednumColumn[]

export const mednumModalities: Readonly<Record<string, Modality>> = {
	'En autonomie': 'self-service',
	'Accompagnement individuel': 'individual',
	'Dans un atelier collectif': 'group-workshop',
	'À distance': 'remote',
}

export const mednumPricing: Readonly<Record<string, PricingModel>> = {
	Gratuit: 'free',
	'Gratuit sous condition': 'free-conditional',
	Payant: 'paid',
}

/** The only types of place that say a legal form. */
export const mednumLegalForms: Readonly<Record<string, LegalForm>> = {
	ASSO: 'association',
	ASSO_CHOMEUR: 'association',
}
