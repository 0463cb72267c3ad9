/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ProviderCard } from '@emancipasso/shared/directory/provider'
import type { VocabularyName } from '@emancipasso/shared/vocabulary/vocabularies'

import { freshness } from '@emancipasso/shared/directory/freshness'
import { label } from '@emancipasso/shared/vocabulary/vocabularies'
import { day } from '../dates.ts'
import { departements } from '../geography/departements.ts'
import { language, n, t } from '../l10n.ts'

/**
 * What a provider wrote, in the reader's language where they wrote in it.
 *
 * @param text French, and perhaps English
 * @param text.fr always there
 * @param text.en where they wrote it
 */
export function spoken(text: { fr: string, en?: string | undefined }): string {
	return language() === 'en' ? text.en ?? text.fr : text.fr
}

/**
 * The words of a vocabulary in the reader's language.
 *
 * @param vocabulary which one
 * @param ids terms
 */
export function words(vocabulary: VocabularyName, ids: readonly string[]): string[] {
	return ids.map((id) => label(vocabulary, id, language()))
}

/**
 * Town and region or country of a provider.
 *
 * @param provider the provider
 * @param provider.address where it is
 */
export function placeName({ address }: ProviderCard): string {
	const wider = address.country === 'FR' && address.region ? label('regions', address.region, language()) : label('countries', address.country, language())
	return wider === address.commune ? wider : `${address.commune}, ${wider}`
}

/**
 * A distance as the crow flies, in words; null when it is not known.
 *
 * @param kilometres not rounded
 * @param approximate whether the reader's place is only roughly known
 */
export function distanceWords(kilometres: number | undefined, approximate: boolean): string | null {
	if (kilometres === undefined) {
		return null
	}
	const km = Math.round(kilometres)
	if (approximate) {
		return t('about {km} km', { km })
	}
	return km < 1 ? t('less than 1 km') : t('{km} km', { km })
}

/**
 * Where a provider goes, in words: regions, countries, remotely.
 *
 * @param provider the provider
 */
export function zoneNames(provider: ProviderCard): string[] {
	return provider.zones.map((zone) => {
		const [kind, code = ''] = zone.split(':')
		switch (kind) {
			case 'remote': return t('everywhere, remotely')
			case 'region': return label('regions', code, language())
			case 'country': return label('countries', code, language())
			case 'departement': return departements.find(([known]) => known === code)?.[1] ?? code
			default: return null
		}
	}).filter((name) => name !== null)
}

/**
 * How far the card can be trusted to be up to date, in words.
 *
 * @param provider the provider
 */
export function freshnessWords(provider: ProviderCard): { text: string, old: boolean } {
	const last = provider.confirmedAt ?? provider.updatedAt
	const old = freshness(last, new Date().toISOString().slice(0, 10)) < 0.5
	const text = provider.confirmedAt
		? t('The provider confirmed this card on {day}.', { day: day(provider.confirmedAt) })
		: t('This card was last changed on {day}.', { day: day(provider.updatedAt) })
	return { text: old ? `${text} ${t('Check that it is still right when you make contact.')}` : text, old }
}

/**
 * The price in words, as far as it is known.
 *
 * @param provider the provider
 */
export function priceWords(provider: ProviderCard): string[] {
	const { pricing } = provider
	if (!pricing) {
		return []
	}
	const unit = { hour: t('an hour'), 'half-day': t('half a day'), day: t('a day'), session: t('a session'), month: t('a month'), project: t('a project') }
	const money = pricing.from && new Intl.NumberFormat(language(), { style: 'currency', currency: pricing.from.currency, maximumFractionDigits: 2, minimumFractionDigits: 0 }).format(pricing.from.amount)
	return [
		words('pricingModels', pricing.models).join(' · '),
		pricing.from && money ? t('From {money} for {unit}, before tax', { money, unit: unit[pricing.from.unit] }) : '',
		pricing.notes ? spoken(pricing.notes) : '',
	].filter((line) => line !== '')
}

/**
 * How the provider lasts, in words.
 *
 * @param provider the provider
 * @param provider.continuity since when, how many, who takes over
 */
export function continuityWords({ continuity }: ProviderCard): string[] {
	return [
		continuity?.since ? t('Active since {year}', { year: continuity.since }) : '',
		continuity?.people ? n('%n person', '%n people', continuity.people) : '',
		continuity?.backupProvider ? t('If they cannot: {name} takes over', { name: continuity.backupProvider }) : '',
	].filter((line) => line !== '')
}
