/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Registry } from 'prom-client'
import type { Database } from '../platform/database.ts'

import { sql } from 'kysely'
import { Gauge } from 'prom-client'

/**
 * Counts the needs that wait for the operator's first decision whenever somebody reads the metrics.
 *
 * @param registry of the metrics
 * @param database that keeps the needs
 */
export function measureNeeds(registry: Registry, database: Pick<Database, 'kysely'>): void {
	const held = new Gauge({
		name: 'emancipasso_needs_held',
		help: 'Needs that wait until the operator releases or refuses them',
		registers: [registry],
		async collect() {
			held.set((await waiting(database)).count)
		},
	})
	const oldest = new Gauge({
		name: 'emancipasso_needs_held_oldest_seconds',
		help: 'How long ago the need was published that has waited longest for the operator; 0 when none waits',
		registers: [registry],
		async collect() {
			oldest.set((await waiting(database)).seconds)
		},
	})
}

async function waiting({ kysely }: Pick<Database, 'kysely'>): Promise<{ count: number, seconds: number }> {
	// What was refused waits for its author, what was taken back from view for nobody.
	const { rows: [row] } = await sql<{ count: number, seconds: number }>`
		select count(*)::int as count, coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as seconds
		from need where status = 'held' and revision is distinct from refused_revision and published_at is null
	`.execute(kysely)
	return row ?? { count: 0, seconds: 0 }
}
