/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedDraft } from '@emancipasso/shared/community/need'
import type { NeedSeed } from '@emancipasso/shared/diagnosis/propose-need'

import { createDocument, newId } from '../documents/document-api.ts'
import { language, t } from '../l10n.ts'

/**
 * A need in which nothing is written yet, in the reader's language.
 *
 * @param seed what a diagnosis proposes
 */
export function emptyDraft(seed: Pick<NeedSeed, 'kind' | 'title' | 'problem'> | null = null): NeedDraft {
	return {
		kind: seed?.kind ?? 'tool-advice',
		title: seed?.title ?? '',
		context: '',
		problem: seed?.problem ?? '',
		mustHave: '',
		whoBenefits: '',
		toolsConcerned: [],
		urgency: 'none',
		// A description that names nobody is the careful choice; showing the name is one click away.
		signature: { choice: 'descriptor', text: '' },
		// What becomes public is chosen, never left ticked by oversight.
		showSize: false,
		showRegion: false,
		budgetHint: '',
		language: language(),
	}
}

/**
 * Keeps a new draft in the organisation's own cloud.
 *
 * @param organisation id
 * @param seed what a diagnosis proposes
 * @return the id of the draft
 */
export async function createDraft(organisation: string, seed: NeedSeed | null = null): Promise<string> {
	const id = newId()
	const draft = emptyDraft(seed)
	await createDocument(organisation, { id, kind: 'need', title: draft.title || t('Need without a title'), status: 'draft', document: { ...draft } })
	return id
}
