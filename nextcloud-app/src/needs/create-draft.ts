/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedDraft } from '@emancipasso/shared/community/need'
import type { NeedSeed } from '@emancipasso/shared/diagnosis/propose-need'
import type { RouteLocationRaw } from 'vue-router'

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

const fresh = new Set<string>()

/**
 * Where a new need is written. Its draft is kept once something is written in it.
 *
 * @param provider name of the provider that it is about, if any
 */
export function newNeed(provider = ''): RouteLocationRaw {
	const id = newId()
	fresh.add(id)
	return { name: 'need', params: { id }, query: { new: provider } }
}

/**
 * Whether the server need not be asked for a new need, since its page opens for the first time.
 *
 * @param id of the need
 */
export function isFresh(id: string): boolean {
	return fresh.delete(id)
}

/**
 * What a need about a provider begins with.
 *
 * @param name of the provider
 */
export function aboutProvider(name: string): Pick<NeedSeed, 'kind' | 'title' | 'problem'> {
	return { kind: 'provider-search', title: t('Get in touch with {name}', { name }), problem: t('We would like to talk to {name}, found in the directory. Who can pass a message on?', { name }) }
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
