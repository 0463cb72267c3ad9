/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedDraft } from '@emancipasso/shared/community/need'

import { canonicalText, toPublication } from '@emancipasso/shared/community/publication'

/**
 * The words of a need, exactly as they would leave.
 *
 * @param fields that differ from a complete draft
 */
export function publicationText(fields: Partial<NeedDraft> = {}): string {
	const draft: NeedDraft = {
		kind: 'tool-advice',
		title: 'Quel agenda partagé pour une équipe de bénévoles ?',
		context: 'Nous sommes vingt bénévoles, répartis sur trois villages.',
		problem: 'Chacun tient son agenda de son côté et les permanences se chevauchent.',
		mustHave: 'Fonctionner sur téléphone, sans compte chez un géant.',
		whoBenefits: '',
		toolsConcerned: ['Google Agenda'],
		urgency: 'weeks',
		signature: { choice: 'descriptor', text: '' },
		showSize: false,
		showRegion: false,
		budgetHint: 'rien de ceci ne sort',
		language: 'fr',
		...fields,
	}
	return canonicalText(toPublication(draft, { name: 'Les Ateliers du Port' }))
}
