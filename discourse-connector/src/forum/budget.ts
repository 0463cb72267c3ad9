/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Spreads the calls of this process: so many a minute in the long run. Each caller waits for its turn, in order. */
export class CallBudget {
	readonly #perMinute: number
	readonly #now: () => number
	readonly #sleep: ((milliseconds: number) => Promise<void>) | undefined
	#tokens: number
	#filledAt: number
	#queue: Promise<void> = Promise.resolve()
	#isClosed = false
	#wake = () => {}

	/**
	 * @param perMinute calls; half of them may go at once
	 * @param now the time in milliseconds
	 * @param sleep waits, for tests
	 */
	constructor(perMinute: number, now: () => number = Date.now, sleep?: (milliseconds: number) => Promise<void>) {
		this.#perMinute = perMinute
		this.#now = now
		this.#sleep = sleep
		this.#tokens = this.#capacity
		this.#filledAt = now()
	}

	/** Lets nobody through any more: who waits and who comes is refused. */
	close(): void {
		this.#isClosed = true
		this.#wake()
	}

	/** Resolves when the call may be made. */
	take(): Promise<void> {
		const turn = this.#queue.then(() => this.#takeOne())
		this.#queue = turn.catch(() => {})
		return turn
	}

	get #capacity(): number {
		return Math.max(1, Math.floor(this.#perMinute / 2))
	}

	async #takeOne(): Promise<void> {
		this.#fill()
		while (this.#tokens < 1 && !this.#isClosed) {
			await this.#rest(Math.ceil((1 - this.#tokens) * 60_000 / this.#perMinute))
			this.#fill()
		}
		if (this.#isClosed) {
			throw new Error('No call to the forum is begun any more.')
		}
		this.#tokens--
	}

	#rest(milliseconds: number): Promise<void> {
		return this.#sleep?.(milliseconds) ?? new Promise((resolve) => {
			const timer = setTimeout(resolve, milliseconds)
			this.#wake = () => {
				clearTimeout(timer)
				resolve()
			}
		})
	}

	#fill(): void {
		const now = this.#now()
		this.#tokens = Math.min(this.#capacity, this.#tokens + (now - this.#filledAt) * this.#perMinute / 60_000)
		this.#filledAt = now
	}
}
