/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Everything the sandbox can be told to do wrong, and what it then does. */
export const FAULT_NAMES = {
	'lose-reply': 'does the work, then cuts the connection without an answer',
	'gateway-after': 'does the work, then answers 502 as a web page',
	'cut-body': 'does the work, then stops in the middle of the answer',
	'slow-body': 'does the work, then waits in the middle of the answer',
	'huge-body': 'does the work, then answers 17 MB',
	refuse: 'cuts the connection before doing anything',
	slow: 'waits before doing anything',
	'rate-limit': 'answers 429 as JSON, with Retry-After',
	'rate-limit-address': 'answers 429 as plain text, with Retry-After',
	'rate-limit-search': 'answers 429 in the shape of the search',
	gateway: 'answers 502 as a web page, does nothing',
	unavailable: 'answers 503 as a web page, does nothing',
	challenge: 'answers 200 with a web page, does nothing',
	'read-only': 'answers 503 read_only to what would write, and marks what is read',
	redirect: 'answers 301 to another host',
	forbidden: 'answers 403 invalid_access',
	'server-error': 'answers 500 without a body that says why',
	'webhook-lost': 'an event is neither sent nor kept',
	'webhook-twice': 'an event is sent twice, with two event ids',
	'webhook-late': 'an event waits until the next one was sent',
	'webhook-slow': 'an event is sent later',
	'webhook-forged': 'an event carries a wrong signature',
} as const

export type FaultName = keyof typeof FAULT_NAMES

/** When a fault strikes, and how hard. */
export interface Fault {
	/** How many times; Infinity until it is switched off. */
	count: number
	/** Only this HTTP method. */
	method?: string | undefined
	/** Only paths that begin so. */
	path?: string | undefined
	/** Seconds to wait, or to say in Retry-After. */
	seconds?: number | undefined
}

/** The switch board. */
export interface Faults {
	/** Switches a fault on; a count of 0 switches it off. */
	set(name: FaultName, fault?: Partial<Fault>): void
	clear(): void
	/** What is switched on. */
	list(): Partial<Record<FaultName, Fault>>
	/** Uses up one stroke of the fault when it is on and fits the request. */
	take(name: FaultName, request?: { method: string, path: string }): Fault | undefined
}

/** @return a board with everything off */
export function faultBoard(): Faults {
	const active = new Map<FaultName, Fault>()
	return {
		set(name, fault = {}) {
			const count = fault.count ?? 1
			if (count <= 0) {
				active.delete(name)
			} else {
				active.set(name, { ...fault, count })
			}
		},
		clear: () => active.clear(),
		list: () => Object.fromEntries(active),
		take(name, request) {
			const fault = active.get(name)
			const fits = fault !== undefined && (fault.method === undefined || fault.method === request?.method)
				&& (fault.path === undefined || request?.path.startsWith(fault.path) === true)
			if (!fits) {
				return undefined
			}
			fault.count--
			if (fault.count <= 0) {
				active.delete(name)
			}
			return fault
		},
	}
}

/**
 * @return whether the text names a fault
 */
export function isFaultName(text: string): text is FaultName {
	return text in FAULT_NAMES
}
