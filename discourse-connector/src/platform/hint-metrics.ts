/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Registry } from 'prom-client'
import type { Database } from './database.ts'

import { sql } from 'kysely'
import { Gauge } from 'prom-client'

/**
 * Counts the hints whenever somebody reads the metrics.
 *
 * @param registry of the metrics
 * @param database that keeps the hints
 */
export function measureHints(registry: Registry, database: Database): void {
	const gauge = new Gauge({
		name: 'emancipasso_hints',
		help: 'Records to look at: due now, waiting for later, looked at now, and those whose last look failed',
		labelNames: ['state'],
		registers: [registry],
		async collect() {
			const { rows: [counts] } = await sql<Record<'due' | 'later' | 'looking' | 'failing', number>>`
				select
					count(*) filter (where claim is null and due_at <= now()) as due,
					count(*) filter (where claim is null and due_at > now()) as later,
					count(*) filter (where claim is not null) as looking,
					count(*) filter (where failures > 0) as failing
				from hint
			`.execute(database.kysely)
			for (const [state, count] of Object.entries(counts ?? {})) {
				gauge.set({ state }, count)
			}
		},
	})
	const oldest = new Gauge({
		name: 'emancipasso_hints_oldest_due_seconds',
		help: 'How long the record has been due that waits longest to be looked at; 0 when none is due',
		registers: [registry],
		async collect() {
			const { rows: [row] } = await sql<{ seconds: number | null }>`
				select extract(epoch from now() - min(due_at))::float8 as seconds from hint where claim is null and due_at <= now()
			`.execute(database.kysely)
			oldest.set(row?.seconds ?? 0)
		},
	})
}
