/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** How an accompaniment is paid. */
export const pricingModels = [
	{ id: 'free', label: { fr: 'Gratuit', en: 'Free of charge' } },
	{ id: 'free-conditional', label: { fr: 'Gratuit sous condition', en: 'Free under conditions' } },
	{ id: 'paid', label: { fr: 'Payant', en: 'Paid' } },
	{ id: 'pay-what-you-can', label: { fr: 'Prix libre', en: 'Pay what you can' } },
	{ id: 'on-quote', label: { fr: 'Sur devis', en: 'On quote' } },
] as const satisfies readonly VocabularyEntry[]

export type PricingModel = (typeof pricingModels)[number]['id']
