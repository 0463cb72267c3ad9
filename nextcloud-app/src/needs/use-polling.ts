/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { onScopeDispose, ref } from 'vue'
import { messageFor, OcsError } from '../ocs.ts'

/** Whether something is on its way, stands still for now, or has come to its end. */
export type Pace = 'moving' | 'still' | 'ended'

const soon = 4_000
const later = 60_000
/** Forums answer within seconds; one that does not is away for longer. */
const impatience = 15

/**
 * Reads something again and again while the page is open, at the pace at which it moves.
 * The network may fail between two readings; only an answer that trying again cannot better ends it.
 *
 * @param read it
 * @param take what was read, unless a later reading was begun meanwhile
 */
export function usePolling<Read>(read: () => Promise<Read>, take: (answer: Read) => Pace) {
	/** Why the last reading failed. */
	const problem = ref<string | null>(null)
	let timer: ReturnType<typeof setTimeout> | undefined
	let turn = 0
	let moved = 0
	let closed = false

	/**
	 * Reads once more, when it is time.
	 *
	 * @param pace at which it moves
	 */
	function wait(pace: Pace): void {
		clearTimeout(timer)
		moved = pace === 'moving' ? moved + 1 : 0
		if (pace !== 'ended' && !closed) {
			timer = setTimeout(() => void load(), pace === 'moving' && moved < impatience ? soon : later)
		}
	}

	/** Reads now. */
	async function load(): Promise<void> {
		const own = ++turn
		clearTimeout(timer)
		try {
			const answer = await read()
			if (own === turn && !closed) {
				problem.value = null
				wait(take(answer))
			}
		} catch (error) {
			if (own === turn && !closed) {
				problem.value = messageFor(error)
				wait(error instanceof OcsError && error.temporary ? 'still' : 'ended')
			}
		}
	}

	onScopeDispose(() => {
		closed = true
		clearTimeout(timer)
	})

	return { problem, load, wait }
}
