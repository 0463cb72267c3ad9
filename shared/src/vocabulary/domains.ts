/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** Fields of expertise. */
export const domains = [
	{ id: 'gafam-alternatives', label: { fr: 'Alternatives aux GAFAM', en: 'Alternatives to the tech giants' } },
	{ id: 'free-software-desktop', label: { fr: 'Logiciels libres sur ordinateur', en: 'Free software on computers' } },
	{ id: 'collaborative-tools', label: { fr: 'Outils collaboratifs', en: 'Collaborative tools' } },
	{ id: 'free-web-services', label: { fr: 'Services web libres', en: 'Free web services' } },
	{ id: 'free-mobile', label: { fr: 'Mobile libre', en: 'Free mobile' } },
	{ id: 'privacy-security', label: { fr: 'Vie privée et sécurité', en: 'Privacy and security' } },
	{ id: 'digital-issues', label: { fr: 'Enjeux du numérique', en: 'Digital issues' } },
	{ id: 'free-culture', label: { fr: 'Culture libre', en: 'Free culture' } },
	{ id: 'digital-strategy', label: { fr: 'Stratégie numérique', en: 'Digital strategy' } },
	{ id: 'association-management', label: { fr: 'Gestion associative', en: 'Association management' } },
	{ id: 'digital-inclusion', label: { fr: 'Inclusion numérique', en: 'Digital inclusion' } },
	{ id: 'reuse', label: { fr: 'Réemploi', en: 'Reuse of equipment' } },
] as const satisfies readonly VocabularyEntry[]

export type Domain = (typeof domains)[number]['id']
