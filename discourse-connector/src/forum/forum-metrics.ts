/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Registry } from 'prom-client'
import type { GateState } from './gate-store.ts'
import type { CallOutcome } from './gate.ts'

import { Counter, Gauge } from 'prom-client'
import { Priority } from '../platform/hints.ts'

const PRIORITIES = Object.keys(Priority) as (keyof typeof Priority)[]
const PAUSES = ['away', 'busy', 'read-only', 'moved'] as const

/** What the metrics ask of the gate. */
interface Gate {
	state: { read(): Promise<GateState> }
	onCall: (outcome: CallOutcome, priority: Priority) => void
}

/**
 * Counts the calls to the forum and shows what may be asked of it whenever somebody reads the metrics.
 *
 * @param registry of the metrics
 * @param gate whose calls are counted from now on
 */
export function measureForum(registry: Registry, gate: Gate): void {
	const calls = new Counter({
		name: 'emancipasso_forum_calls_total',
		help: 'Calls to the forum by how they ended (“postponed” were not made), and by priority of what they were for',
		labelNames: ['outcome', 'priority'],
		registers: [registry],
	})
	gate.onCall = (outcome, priority) => calls.inc({ outcome, priority: PRIORITIES[priority] ?? 'person' })
	show('emancipasso_forum_tokens', 'Calls to the forum that may be made at once, shared by all processes', ({ tokens }) => ({ '': tokens }))
	show('emancipasso_forum_pause_seconds', 'For how long the forum is left alone still, by why: it is away, busy, can only be read, or moved', ({ pauseKind, pauseSeconds }) => Object.fromEntries(PAUSES.map((reason) => [reason, reason === pauseKind ? pauseSeconds : 0])), 'reason')
	show('emancipasso_forum_access_refused', '1 while the forum refuses the connector’s key or account and nothing is asked of it, else 0', ({ closedBy }) => ({ '': closedBy === null ? 0 : 1 }))

	function show(name: string, help: string, values: (state: GateState) => Record<string, number>, label?: string): void {
		const gauge = new Gauge({
			name,
			help,
			labelNames: label === undefined ? [] : [label],
			registers: [registry],
			async collect() {
				for (const [value, number] of Object.entries(values(await gate.state.read()))) {
					gauge.set(label === undefined ? {} : { [label]: value }, number)
				}
			},
		})
	}
}
