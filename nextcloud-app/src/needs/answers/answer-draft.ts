/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { forgetInTab, keepInTab, readFromTab } from '../../tab-storage.ts'

/** An answer that is being written. */
export interface AnswerDraft {
	/** Chosen before the first sending, so that sending twice is one answer. */
	uuid: string
	/** The revision that it corrects; null for a new one. */
	revision: number | null
	name: string
	text: string
}

/** Whose draft it is: of one organisation, to one need, and a new answer (`new`) or the correction of one. */
export interface DraftPlace {
	organisation: string
	need: string
	answer: string
}

const key = ({ organisation, need, answer }: DraftPlace) => `emancipasso:answer:${organisation}:${need}:${answer}`

/**
 * Keeps what was not sent. A browser that keeps nothing still shows what is written.
 *
 * @param place of the draft
 * @param draft what to keep
 */
export function keepAnswerDraft(place: DraftPlace, draft: AnswerDraft): void {
	keepInTab(key(place), draft)
}

/**
 * What this tab has not sent.
 *
 * @param place of the draft
 */
export function readAnswerDraft(place: DraftPlace): AnswerDraft | null {
	return readFromTab<AnswerDraft>(key(place), 'uuid', 'text')
}

/**
 * Forgets a draft that was sent or given up.
 *
 * @param place of the draft
 */
export function forgetAnswerDraft(place: DraftPlace): void {
	forgetInTab(key(place))
}
