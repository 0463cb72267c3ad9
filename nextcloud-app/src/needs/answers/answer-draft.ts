/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

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
 * Keeps what was not sent. Tab storage, not lasting storage: computers are shared in associations.
 *
 * @param place of the draft
 * @param draft what to keep
 */
export function keepAnswerDraft(place: DraftPlace, draft: AnswerDraft): void {
	try {
		sessionStorage.setItem(key(place), JSON.stringify(draft))
	} catch {
		// A browser that keeps nothing still shows what is written.
	}
}

/**
 * What this tab has not sent.
 *
 * @param place of the draft
 */
export function readAnswerDraft(place: DraftPlace): AnswerDraft | null {
	try {
		const draft: unknown = JSON.parse(sessionStorage.getItem(key(place)) ?? 'null')
		return typeof draft === 'object' && draft !== null && 'uuid' in draft && 'text' in draft ? draft as AnswerDraft : null
	} catch {
		return null
	}
}

/**
 * Forgets a draft that was sent or given up.
 *
 * @param place of the draft
 */
export function forgetAnswerDraft(place: DraftPlace): void {
	try {
		sessionStorage.removeItem(key(place))
	} catch {
		// A browser without tab storage has nothing to forget.
	}
}
