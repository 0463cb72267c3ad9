/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumFailure } from '../forum/outcome.ts'

const FIRST_SECONDS = 5
const LONGEST_SECONDS = 300

/** Leaves the forum alone for a while after it said that it is busy, read-only or away. */
export class ForumPause {
	readonly #now: () => number
	readonly #random: () => number
	#until = 0
	#failures = 0

	/**
	 * @param now the time in milliseconds
	 * @param random from 0 to 1, so that several processes do not come back at once
	 */
	constructor(now: () => number = Date.now, random: () => number = Math.random) {
		this.#now = now
		this.#random = random
	}

	/** Seconds until the forum may be asked again; 0 when it may. */
	get remaining(): number {
		return Math.max(0, Math.ceil((this.#until - this.#now()) / 1000))
	}

	/**
	 * Notes that the forum is in trouble.
	 *
	 * @param failure what it said: its own wish counts, else the pause doubles
	 * @return seconds to wait
	 */
	begin(failure: ForumFailure): number {
		const usual = Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** this.#failures)
		this.#failures++
		const seconds = (failure.waitSeconds ?? usual) * (1 + this.#random() * 0.2)
		this.#until = Math.max(this.#until, this.#now() + seconds * 1000)
		return Math.max(1, this.remaining)
	}

	/** Notes that the forum answered as it should. */
	end(): void {
		this.#failures = 0
	}
}
