/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedKind } from '@emancipasso/shared/community/need-vocabulary'
import type { AccessFault } from '../../forum/access-faults.ts'
import type { ForumClient } from '../../forum/client.ts'
import type { ForumGate } from '../../forum/gate.ts'
import type { KeyTest } from '../../forum/self-test.ts'
import type { Database } from '../../platform/database.ts'
import type { Look, Verdict } from '../../platform/hint-queue.ts'
import type { Log } from '../../platform/log.ts'

import { isDeepStrictEqual } from 'node:util'
import { wordsOf } from '../../forum/access-faults.ts'
import { causesOf, ForumFailure, isCertificateFault, Postponed } from '../../forum/outcome.ts'
import { scopeLackedBy } from '../../forum/scopes.ts'
import { testBot, testCategory, testKey } from '../../forum/self-test.ts'
import { leaveHints, Priority } from '../../platform/hints.ts'
import { readMapping } from '../topics/mapping.ts'
import { operatorKinds } from './operator-problems.ts'

/** The record that is looked at to find out whether the forum accepts us. */
export const ACCESS_RECORD = 'forum-access'

const STILL_FAULTY = 'the forum does not accept the connector yet'
/** Why the tests go on after they gave way. */
const KEY_WORKS = 'the key works'
const SOONEST_SECONDS = 60
const LATEST_SECONDS = 600
/** What was found out is believed this long, so that many refusals cost one test. */
const BELIEVED_MS = 60_000

export interface AccessParts {
	database: Database
	client: ForumClient
	gate: ForumGate
	categories: Readonly<Record<NeedKind, number>>
	log: Pick<Log, 'warn' | 'error'>
	/** The time in milliseconds. */
	now?: () => number
}

/** Tests under way: they give way to others after each call, and what was asked is not asked again. */
interface Round {
	/** When the key is asked for anew all the same, in milliseconds. */
	until: number
	/** Of the key. */
	scopes: readonly string[]
	found: Map<string, AccessFault | null>
}

/** Whether the forum accepts what the operator configured, and words for what is wrong with it. */
export class ForumAccess {
	readonly #parts: AccessParts
	readonly #now: () => number
	readonly #believed = new Map<string, { until: number, value: Promise<AccessFault | null> }>()
	#key: { until: number, value: Promise<KeyTest> } | undefined
	#round: Round | undefined
	#told: AccessFault[] = []

	constructor(parts: AccessParts) {
		this.#parts = parts
		this.#now = parts.now ?? Date.now
	}

	/** Tests everything soon, and again what failed before: whoever starts anew may have mended it. */
	async start(): Promise<void> {
		await this.#parts.gate.endOwnPause()
		await leaveHints(this.#parts.database.kysely, [{ record: ACCESS_RECORD, reason: 'start', priority: Priority.person }])
	}

	/**
	 * Why the forum forbade a call: when it is the key or its account, no call is made any more until that is mended.
	 *
	 * @param failure of the call
	 * @return null when it is about this one topic
	 * @throws {ForumFailure} when the forum does not answer
	 */
	async whyForbidden(failure: ForumFailure): Promise<AccessFault | null> {
		this.#key = this.#key !== undefined && this.#key.until > this.#now()
			? this.#key
			: { until: this.#now() + BELIEVED_MS, value: testKey(this.#parts.client.probing()) }
		const { fault, scopes } = await this.#key.value.catch((error: unknown) => {
			this.#key = undefined
			throw error
		})
		if (fault !== null) {
			// Closed for all now, so nobody asks again before the next test; and that one must not believe an old answer.
			this.#key = undefined
			await this.#parts.gate.close(fault)
			this.#tell([fault])
			await leaveHints(this.#parts.database.kysely, [{ record: ACCESS_RECORD, reason: 'the forum refuses the connector', priority: Priority.person, afterSeconds: SOONEST_SECONDS }])
			return fault
		}
		const lacked = scopeLackedBy(scopes, failure.call)
		return lacked === undefined ? null : { kind: 'scope-missing', scopes: [lacked] }
	}

	/**
	 * Whether a category is at fault for a refusal.
	 *
	 * @param category that the topic is to be in
	 * @return null when topics can be created there
	 * @throws {ForumFailure} when the forum does not answer
	 */
	async faultOf(category: number): Promise<AccessFault | null> {
		const variable = (await this.#variables()).get(category)
		if (variable === undefined) {
			return null
		}
		const fault = await this.#believe(`category-${category}`, () => testCategory(this.#parts.client, category, variable, []))
		if (fault !== null) {
			this.#tell([...this.#told.filter((known) => !isDeepStrictEqual(known, fault)), fault])
			await leaveHints(this.#parts.database.kysely, [{ record: ACCESS_RECORD, reason: 'the forum refuses a category', priority: Priority.person, afterSeconds: LATEST_SECONDS }])
		}
		return fault
	}

	/**
	 * Tests key, account and categories, says what is wrong, and lets go on what waited for it.
	 *
	 * @param look at {@link ACCESS_RECORD}
	 */
	async look(look: Look): Promise<Verdict> {
		let { reason } = look
		try {
			let round = reason === KEY_WORKS ? this.#round : undefined
			if (round === undefined || round.until < this.#now()) {
				const { fault, scopes } = await testKey(this.#parts.client.probing())
				const wasClosed = await this.#parts.gate.close(fault)
				if (fault !== null) {
					this.#tell([fault])
					return { lookAgainAfterSeconds: await this.#nextProbe(), reason: STILL_FAULTY }
				}
				this.#key = undefined
				if (wasClosed || reason === 'start') {
					await this.#lookAtWaiting()
				}
				round = { until: this.#now() + LATEST_SECONDS * 1000, scopes, found: new Map() }
				reason = KEY_WORKS
			}
			this.#round = round
			const before = this.#told
			const faults = await this.#testBotAndCategories(round)
			this.#round = undefined
			this.#tell(faults)
			if (before.some((known) => !faults.some((found) => isDeepStrictEqual(known, found)))) {
				await this.#lookAtWaiting()
			}
			return faults.length === 0 ? 'done' : { lookAgainAfterSeconds: LATEST_SECONDS, reason: STILL_FAULTY }
		} catch (error) {
			if (!(error instanceof ForumFailure)) {
				throw error
			}
			if (!(error instanceof Postponed)) {
				// After trouble of the forum nothing is taken for granted.
				this.#round = undefined
			}
			return await this.#notReached(error, reason)
		}
	}

	/**
	 * Gives way to people: each call asks for its turn anew, and what was found out is not asked again.
	 *
	 * @param round of tests, which notes what was found
	 */
	async #testBotAndCategories(round: Round): Promise<AccessFault[]> {
		const patient = () => this.#parts.client.at(Priority.detection)
		const tests = new Map([
			['bot', () => testBot(patient())],
			...[...await this.#variables()].map(([category, variable]) => [`category-${category}`, () => testCategory(patient(), category, variable, round.scopes)] as const),
		])
		for (const [what, test] of tests) {
			if (!round.found.has(what)) {
				round.found.set(what, await this.#believe(what, test))
			}
		}
		return [...tests.keys()].map((what) => round.found.get(what) ?? null).filter((fault) => fault !== null)
	}

	async #notReached(failure: ForumFailure, reason: string): Promise<Verdict> {
		const [code] = causesOf(failure.cause).filter((cause) => cause === 'ENOTFOUND' || isCertificateFault(cause))
		const fault: AccessFault | undefined = failure.kind === 'moved'
			? { kind: 'address-moved', to: URL.parse(failure.location ?? '', this.#parts.client.url)?.origin ?? '' }
			: code === undefined ? undefined : code === 'ENOTFOUND' ? { kind: 'address-unknown', url: this.#parts.client.url } : { kind: 'certificate', code }
		if (fault !== undefined) {
			this.#tell([fault])
		}
		const { pauseSeconds } = await this.#parts.gate.state.read()
		return { lookAgainAfterSeconds: failure instanceof Postponed ? Math.max(1, failure.waitSeconds ?? 0) : Math.max(5, Math.ceil(pauseSeconds)), reason }
	}

	/** Once for each change, in both languages. */
	#tell(faults: AccessFault[]): void {
		const { log } = this.#parts
		for (const fault of faults.filter((candidate) => !this.#told.some((known) => isDeepStrictEqual(known, candidate)))) {
			const { fr, en } = wordsOf(fault)
			log.error({ fault: fault.kind, fr }, en)
		}
		if (faults.length === 0 && this.#told.length > 0) {
			log.warn({ fr: 'Le forum accepte à nouveau tout ce que le connecteur doit faire.' }, 'The forum accepts again all that the connector must do.')
		}
		this.#told = faults
	}

	async #lookAtWaiting(): Promise<void> {
		const { kysely } = this.#parts.database
		const waiting = await kysely.selectFrom('topic_link').select('record_id').where('problem_kind', 'in', operatorKinds).execute()
		await leaveHints(kysely, waiting.map(({ record_id: record }) => ({ record, reason: 'the operator may have mended it', priority: Priority.change })))
	}

	/** The longer it is refused, the more rarely it is tried. */
	async #nextProbe(): Promise<number> {
		const { closedSeconds } = await this.#parts.gate.state.read()
		return Math.min(LATEST_SECONDS, Math.max(SOONEST_SECONDS, Math.ceil(closedSeconds / 2)))
	}

	async #believe(what: string, find: () => Promise<AccessFault | null>): Promise<AccessFault | null> {
		const known = this.#believed.get(what)
		if (known !== undefined && known.until > this.#now()) {
			return await known.value
		}
		const value = find()
		this.#believed.set(what, { until: this.#now() + BELIEVED_MS, value })
		return await value.catch((error: unknown) => {
			this.#believed.delete(what)
			throw error
		})
	}

	/** Where each category in use was chosen: in the console, or by a variable. */
	async #variables(): Promise<Map<number, string>> {
		const first: Readonly<Record<string, number>> = this.#parts.categories
		const { categories } = await readMapping(this.#parts.database.kysely, { categories: this.#parts.categories })
		return new Map(Object.entries(categories).map(([kind, category]) => [category, first[kind] === category ? `DISCOURSE_CATEGORY_${kind.toUpperCase().replaceAll('-', '_')}` : `console: ${kind}`]))
	}
}
