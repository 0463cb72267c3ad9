/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { Priority } from '../platform/hints.ts'

/** How the calls of a minute are shared out. */
export interface Budget {
	/** The most that go at once. */
	burst: number
	/** How many come back in a second. */
	perSecond: number
	/** Tokens that a call of each priority leaves to those before it. A call within its share leaves none. */
	leaves: Readonly<Record<Priority, number>>
	/** What part of all calls each priority has a right to, whatever the others do. */
	shares: Readonly<Record<Priority, number>>
}

/** A fifth at once is enough for what one person does; more would only make the pauses between bursts longer. */
const BURST = 1 / 5

/** Parts of the burst. Even people leave a little: else who is owed a call would have to race them for it. */
const LEAVES = { [Priority.person]: 0.02, [Priority.change]: 0.4, [Priority.detection]: 0.6, [Priority.audit]: 0.8 }

const SHARES = { [Priority.person]: 0, [Priority.change]: 0.2, [Priority.detection]: 0.1, [Priority.audit]: 0.05 }

/**
 * Shares out the calls so that in no sixty seconds, wherever they begin, more go than the limit: what goes at once and
 * what comes back in a minute are together less than one more than the limit.
 *
 * @param callsPerMinute the limit, at least 1
 */
export function budgetOf(callsPerMinute: number): Budget {
	const burst = Math.min(callsPerMinute, Math.max(2, Math.ceil(callsPerMinute * BURST)))
	const spare = burst - 1
	return {
		burst,
		perSecond: (callsPerMinute - burst + 0.98) / 60,
		leaves: {
			[Priority.person]: LEAVES[Priority.person] * spare,
			[Priority.change]: LEAVES[Priority.change] * spare,
			[Priority.detection]: LEAVES[Priority.detection] * spare,
			[Priority.audit]: LEAVES[Priority.audit] * spare,
		},
		shares: SHARES,
	}
}
