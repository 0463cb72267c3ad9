/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PublishingOrganisation } from '@emancipasso/shared/community/need'
import type { Organisation } from '@emancipasso/shared/contract/app-api'
import type { Language } from '@emancipasso/shared/language/localised-text'

import { sizeBands } from '@emancipasso/shared/community/need-vocabulary'
import { regionOfDepartement } from '@emancipasso/shared/vocabulary/regions'
import { isInVocabulary, label } from '@emancipasso/shared/vocabulary/vocabularies'

/**
 * What an organisation may say of itself in a publication: a département is widened to its region,
 * since few associations of one size in one département are hard to tell apart.
 *
 * @param organisation the organisation
 * @param language the language of the publication
 */
export function publishingOrganisation(organisation: Pick<Organisation, 'name' | 'associationSize' | 'territory'>, language: Language): PublishingOrganisation {
	const sizeBand = sizeBands.find((band) => band === organisation.associationSize)
	const region = regionOf(organisation.territory, language)
	return { name: organisation.name, ...(sizeBand ? { sizeBand } : {}), ...(region ? { region } : {}) }
}

function regionOf(territory: string | null, language: Language): PublishingOrganisation['region'] {
	if (territory === null) {
		return undefined
	}
	const region = territory.startsWith('FR-') ? regionOfDepartement(territory.slice(3)) ?? territory : territory
	if (isInVocabulary('regions', region)) {
		return { code: region, label: label('regions', region, language) }
	}
	const country = territory.slice(0, 2)
	return isInVocabulary('countries', country) ? { code: country, label: label('countries', country, language) } : undefined
}
