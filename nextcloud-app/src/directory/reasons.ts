/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { FoundProvider, Match } from '@emancipasso/shared/directory/search'
import type { SharedSearch } from '@emancipasso/shared/directory/search-url'

import { t } from '../l10n.ts'
import { words } from './provider-words.ts'

/**
 * Why a provider is among the results: the filters it meets, where the words were found,
 * and associations of the same size that it has accompanied.
 *
 * @param found the provider and where it matched
 * @param found.provider the provider
 * @param found.matched where the words were found
 * @param search what was looked for
 */
export function reasonsFor({ provider, matched }: FoundProvider, search: SharedSearch): string[] {
	const both = (chosen: readonly string[] | undefined, offered: readonly string[]) => (chosen ?? []).filter((id) => offered.includes(id))
	const sameSize = provider.references.filter(({ associationSize }) => associationSize !== undefined && search.associationSize?.includes(associationSize))
	const filters = [
		...words('services', both(search.service, provider.services)),
		...words('modalities', both(search.modality, provider.modalities)),
		...words('associationSizes', both(search.associationSize, provider.associationSizes)),
	]
	return [
		...filters,
		...(sameSize.length > 0 ? [t('Has already accompanied an association of this size')] : []),
		...matched.map(({ field }) => foundIn(field)),
	].slice(0, 6)
}

function foundIn(field: Match['field']): string {
	switch (field) {
		case 'name': return t('Your words are in the name')
		case 'place': return t('Your words name the place')
		case 'service': return t('Your words name a service')
		case 'topic': return t('Your words name a theme')
		case 'description': return t('Your words are in the description')
	}
}
