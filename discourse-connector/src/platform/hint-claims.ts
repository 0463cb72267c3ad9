/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely, RawBuilder } from 'kysely'
import type { Tables } from './tables.ts'

import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { HEAD_START_SECONDS, Priority } from './hints.ts'

const FIRST_RETRY_SECONDS = 5
const LONGEST_RETRY_SECONDS = 1800

/** A hint that one worker holds. */
export interface ClaimedHint {
	record: string
	reason: string
	priority: Priority
	failures: number
	claim: string
}

/** Who looks at which record: claims in the table of hints, which run out by themselves. All times are the database's. */
export class HintClaims {
	readonly #kysely: Kysely<Tables>
	readonly #leaseSeconds: number
	readonly #clock: { readonly secondsAhead: number }

	constructor(kysely: Kysely<Tables>, leaseSeconds: number, clock: { readonly secondsAhead: number }) {
		this.#kysely = kysely
		this.#leaseSeconds = leaseSeconds
		this.#clock = clock
	}

	/**
	 * Claims records whose turn it is.
	 *
	 * @param most how many
	 */
	async take(most: number): Promise<ClaimedHint[]> {
		const { rows } = await sql<ClaimedHint>`
			update hint set claim = ${randomUUID()}, claimed_generation = generation, claimed_until = ${this.#in(this.#leaseSeconds)}
			where record in (
				select record from hint
				where due_at <= ${this.#in(0)}
					and turn_at <= ${this.#in(Priority.audit * HEAD_START_SECONDS)}
					and (claimed_until is null or claimed_until < ${this.#in(0)})
					and not exists (select from hint_pause)
				order by turn_at limit ${most}
				for update skip locked
			)
			returning record, reason, priority, failures, claim
		`.execute(this.#kysely)
		return rows
	}

	/**
	 * Keeps a claim.
	 *
	 * @param hint that was claimed
	 * @return whether it was still held
	 */
	async extend(hint: ClaimedHint): Promise<boolean> {
		const result = await this.#kysely.updateTable('hint')
			.set({ claimed_until: this.#in(this.#leaseSeconds) })
			.where('record', '=', hint.record).where('claim', '=', hint.claim)
			.executeTakeFirst()
		return result.numUpdatedRows > 0n
	}

	/**
	 * Ends a claim after a look that found nothing more to do. A hint that came meanwhile stays.
	 *
	 * @param hint that was claimed
	 */
	async finish(hint: ClaimedHint): Promise<void> {
		const deleted = await this.#kysely.deleteFrom('hint')
			.where('record', '=', hint.record).where('claim', '=', hint.claim)
			.whereRef('generation', '=', 'claimed_generation')
			.executeTakeFirst()
		if (deleted.numDeletedRows === 0n) {
			await this.#release(hint, sql`0`, sql`null`, sql`due_at`)
		}
	}

	/**
	 * Ends a claim and looks again later, or at once when a hint came meanwhile.
	 *
	 * @param hint that was claimed
	 * @param seconds from now
	 * @param reason in a few words
	 * @param vain whether nothing was found out: its failures still count
	 */
	async postpone(hint: ClaimedHint, seconds: number, reason = hint.reason, vain = false): Promise<void> {
		await this.#release(hint, vain ? sql`failures` : sql`0`, vain ? sql`last_error` : sql`null`, this.#laterUnlessHinted(seconds), reason)
	}

	/**
	 * Ends a claim after a failure: the next look is later the more often it failed.
	 *
	 * @param hint that was claimed
	 * @param error that was thrown
	 */
	async fail(hint: ClaimedHint, error: unknown): Promise<void> {
		const seconds = Math.min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** Math.min(hint.failures, 16)) * (0.75 + Math.random() / 2)
		const message = (error instanceof Error ? error.message : String(error)).slice(0, 500)
		await this.#release(hint, sql`failures + 1`, sql`${message}::text`, this.#laterUnlessHinted(seconds))
	}

	/**
	 * Ends a claim as if nothing had been looked at.
	 *
	 * @param hint that was claimed
	 */
	async giveBack(hint: ClaimedHint): Promise<void> {
		await this.#kysely.updateTable('hint').set({ claim: null, claimed_until: null })
			.where('record', '=', hint.record).where('claim', '=', hint.claim).execute()
	}

	/** Ends every claim, whoever held it. */
	async giveBackAll(): Promise<void> {
		await this.#kysely.updateTable('hint').set({ claim: null, claimed_until: null }).where('claim', 'is not', null).execute()
	}

	async #release(hint: ClaimedHint, failures: RawBuilder<unknown>, lastError: RawBuilder<unknown>, due: RawBuilder<unknown>, reason = hint.reason): Promise<void> {
		await sql`
			update hint set
				claim = null, claimed_until = null, failures = ${failures}, last_error = ${lastError}, due_at = ${due},
				turn_at = ${due} + make_interval(secs => priority * ${HEAD_START_SECONDS}),
				reason = case when generation = claimed_generation then ${reason} else reason end
			where record = ${hint.record} and claim = ${hint.claim}
		`.execute(this.#kysely)
	}

	#laterUnlessHinted(seconds: number): RawBuilder<unknown> {
		return sql`case when generation = claimed_generation then ${this.#in(seconds)} else due_at end`
	}

	#in(seconds: number): RawBuilder<Date> {
		return sql<Date>`(now() + make_interval(secs => ${seconds + this.#clock.secondsAhead}))`
	}
}
