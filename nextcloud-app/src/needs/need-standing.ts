/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Need, NeedDraft } from '@emancipasso/shared/community/need'
import type { NeedWithReplies, Organisation } from '@emancipasso/shared/contract/app-api'
import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'

import { needStatusLabels } from '@emancipasso/shared/community/need-vocabulary'
import { canonicalText, toPublication } from '@emancipasso/shared/community/publication'
import { inOurLanguage, t } from '../l10n.ts'
import { publishingOrganisation } from './publishing-organisation.ts'

/** Where one of our needs stands; `sent` is all that is known of one that left while the community cannot be asked. */
export type Standing = 'draft' | 'sent' | 'held' | 'queued' | 'published' | 'gone' | 'withdrawn' | 'erased'

/**
 * Where a need stands: as the community says, and as this cloud last knew when it cannot be asked.
 *
 * @param status of the private document
 * @param need as the community has it
 */
export function standingOf(status: string, need?: Pick<Need, 'status' | 'link'> | null): Standing {
	if (status === 'erased' || need?.status === 'erased') {
		return 'erased'
	}
	if (status === 'withdrawn' || need?.status === 'withdrawn') {
		return 'withdrawn'
	}
	if (!need) {
		return status === 'published' || status === 'correction' ? 'sent' : 'draft'
	}
	if (need.status === 'held') {
		return 'held'
	}
	return need.link.state === 'linked' ? 'published' : need.link.state === 'gone' ? 'gone' : 'queued'
}

/**
 * Whether a need is on its way to the forum, where things move within seconds.
 *
 * @param need as the community has it
 */
export function isMoving(need: Pick<Need, 'status' | 'link'>): boolean {
	return standingOf('', need) === 'queued' && !need.link.problem
}

/**
 * A word for it.
 *
 * @param standing of a need
 */
export function standingName(standing: Standing): string {
	switch (standing) {
		case 'draft': return t('Draft')
		case 'sent': return t('Sent')
		case 'queued': return t('On its way to the forum')
		case 'gone': return t('No longer on the forum')
		default: return inOurLanguage(needStatusLabels[standing])
	}
}

/**
 * The words that would leave if the draft were published now, as one line of JSON.
 *
 * @param draft the private document
 * @param organisation whose it is
 */
export function publicText(draft: NeedDraft, organisation: Organisation): string {
	return canonicalText(toPublication(draft, publishingOrganisation(organisation, draft.language)))
}

/**
 * Whether the draft says something else than what was sent, so that a correction waits for somebody.
 *
 * @param stored the document as it is kept
 * @param draft as it is written now
 * @param organisation whose it is
 */
export function hasCorrection(stored: Pick<StoredDocument, 'publication'>, draft: NeedDraft, organisation: Organisation): boolean {
	const { publication } = stored
	return publication?.status === 'published' && publication.text !== publicText(draft, organisation)
}

/**
 * The status of the private document after it was edited, by which lists know without opening it.
 *
 * @param stored the document as it is kept
 * @param draft as it is written now
 * @param organisation whose it is
 */
export function statusAfterEdit(stored: StoredDocument, draft: NeedDraft, organisation: Organisation): string {
	if (stored.publication === null) {
		return stored.status
	}
	return hasCorrection(stored, draft, organisation) ? 'correction' : stored.publication.status
}

/**
 * Whether anyone can still reply on the forum.
 *
 * @param need as the community has it
 */
export function takesReplies(need: Need): boolean {
	const { standing } = need.link
	return need.status === 'published' && !standing?.closed && !standing?.archived
}

/**
 * Whether replies whose copies were dropped are being read from the forum again.
 *
 * @param shown a need as the community has it
 * @param shown.need itself
 * @param shown.dropped whether copies are missing
 */
export function repliesComeBack({ need, dropped }: Pick<NeedWithReplies, 'need' | 'dropped'>): boolean {
	return dropped && need.link.state === 'linked'
}

/**
 * Whether the forum shows other words than the need has.
 *
 * @param need as the community has it
 */
export function differsOnForum(need: Need): boolean {
	return need.status === 'published' && (need.link.forumText !== undefined || need.link.problemKind === 'conflict')
}
