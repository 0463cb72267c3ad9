/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Registry } from 'prom-client'
import type { Database } from '../platform/database.ts'

import { Gauge } from 'prom-client'

/**
 * Counts the needs that wait for the operator whenever somebody reads the metrics.
 *
 * @param registry of the metrics
 * @param database that keeps the needs
 */
export function measureNeeds(registry: Registry, database: Pick<Database, 'kysely'>): void {
	const gauge = new Gauge({
		name: 'emancipasso_needs_held',
		help: 'Needs that wait until the operator releases them',
		registers: [registry],
		async collect() {
			const { count } = await database.kysely.selectFrom('need').select(({ fn }) => fn.countAll<number>().as('count'))
				.where('status', '=', 'held').executeTakeFirstOrThrow()
			gauge.set(Number(count))
		},
	})
}
