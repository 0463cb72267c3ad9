/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AnswerAction, AnswerState, ObservedPost, ReadPost } from './answer-state.ts'

import { sameMeaning } from '../conflict/markdown-meaning.ts'
import { mergeLines } from '../conflict/merge-lines.ts'

/**
 * Decides what to do about one answer, by the rules of topics: what people changed on the forum stays, what we changed
 * is sent, and where both changed the same lines the forum's win and the author is told.
 *
 * @param state what is wanted, what was agreed, what the forum says now
 * @return the smallest set of steps; none when all is well
 */
export function reconcileAnswer(state: AnswerState): AnswerAction[] {
	const { wanted, observed, wasPosted } = state
	if (wanted === null) {
		return takeBack(state, observed)
	}
	switch (observed.is) {
		case 'absent': return wasPosted ? [{ do: 'mark-gone', why: 'lost' }] : [{ do: 'create', raw: wanted }]
		case 'present': return agree(state, wanted, observed.post)
		default: return [{ do: 'mark-gone', why: observed.is }]
	}
}

function takeBack({ mustErase, stub }: AnswerState, observed: ObservedPost): AnswerAction[] {
	if (observed.is === 'absent' || observed.is === 'foreign' || observed.post.raw === stub) {
		return []
	}
	const { post } = observed
	return [
		...(mustErase ? [{ do: 'erase', post } as const] : []),
		...(observed.is === 'deleted' ? [] : [{ do: 'delete', post } as const]),
	]
}

function agree({ settled, acknowledged }: AnswerState, wanted: string, post: ReadPost): AnswerAction[] {
	if (settled === null || wanted === settled || wanted === post.raw) {
		return []
	}
	const base = acknowledged ?? settled
	if (sameMeaning(post.raw, base)) {
		return [{ do: 'change', post, raw: wanted, joined: false }]
	}
	const merged = mergeLines(base, wanted, post.raw)
	return [
		...(merged.text === post.raw ? [] : [{ do: 'change', post, raw: merged.text, joined: true } as const]),
		...(merged.conflict ? [{ do: 'yield', base: merged.base } as const] : []),
	]
}
