/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** What the owner of a contact allowed. Only `listed-contact` lets it be shown. */
export const contactConsents = [
	{ id: 'listed-contact', label: { fr: 'Peut être affiché', en: 'May be shown' } },
	{ id: 'relay-only', label: { fr: 'Par formulaire seulement', en: 'Through a form only' } },
	{ id: 'didnotask', label: { fr: 'Accord non demandé', en: 'Consent not asked for' } },
] as const satisfies readonly VocabularyEntry[]

export type ContactConsent = (typeof contactConsents)[number]['id']
