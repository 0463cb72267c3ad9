/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Registry } from 'prom-client'
import type { Database } from '../../platform/database.ts'
import type { Delivered } from '../webhooks/webhook-inbox.ts'
import type { Finder } from './last-read.ts'

import { sql } from 'kysely'
import { Counter, Gauge } from 'prom-client'
import { FINDERS } from './last-read.ts'
import { writeState } from './state-store.ts'

/** When a webhook came last is kept no more often than this. */
const KEPT_EVERY_MS = 60_000
const DELIVERED: readonly Delivered[] = ['hint', 'known', 'ignored', 'unsigned']
const KINDS = ['journal', 'lists', 'explorer', 'audit'] as const

/** What this process heard and found. */
export class DetectionTally {
	readonly #database: Database
	// From 0, or a first one would not count as an increase.
	readonly #drift = new Map<Finder, number>(FINDERS.map((finder) => [finder, 0]))
	readonly #delivered = new Map<Delivered, number>(DELIVERED.map((outcome) => [outcome, 0]))
	#keptAt = 0

	/**
	 * @param database that keeps when a webhook came last, for all processes
	 */
	constructor(database: Database) {
		this.#database = database
	}

	/** Counts a delivery of a webhook; a signed one says that the forum reaches us. */
	delivered(outcome: Delivered): void {
		this.#delivered.set(outcome, (this.#delivered.get(outcome) ?? 0) + 1)
		if (outcome !== 'unsigned' && Date.now() - this.#keptAt > KEPT_EVERY_MS) {
			this.#keptAt = Date.now()
			// Only shown to people: when it cannot be kept now, the next delivery is.
			writeState(this.#database.kysely, 'webhook', {}).catch(() => {
				this.#keptAt = 0
			})
		}
	}

	/** Counts a difference that nobody had told of. */
	drifted(finder: Finder): void {
		this.#drift.set(finder, (this.#drift.get(finder) ?? 0) + 1)
	}

	/**
	 * Shows what was counted whenever somebody reads the metrics.
	 *
	 * @param registry of the metrics
	 */
	measure(registry: Registry): void {
		counter(registry, 'emancipasso_webhook_deliveries_total', 'Webhooks of the forum: those that led to a look, that said only what was known, that were about nothing of ours, and without a right signature', 'outcome', this.#delivered)
		counter(registry, 'emancipasso_drift_found_total', 'Records in which looking found a difference that nobody had told of, by what made us look', 'found_by', this.#drift)
		measureStates(registry, this.#database)
		measureAudit(registry, this.#database)
	}
}

function counter(registry: Registry, name: string, help: string, label: string, counts: ReadonlyMap<string, number>): void {
	new Counter({
		name,
		help,
		labelNames: [label],
		registers: [registry],
		collect() {
			this.reset()
			counts.forEach((count, value) => this.inc({ [label]: value }, count))
		},
	})
}

function measureStates(registry: Registry, database: Database): void {
	const detected = new Gauge({
		name: 'emancipasso_detection_last_timestamp_seconds',
		help: 'When each kind of detection last came to its end, and when the forum’s webhook was last heard (“webhook”), in seconds since 1970',
		labelNames: ['kind'],
		registers: [registry],
		async collect() {
			const { rows } = await sql<{ name: string, seconds: number }>`
				select name, extract(epoch from done_at)::float8 as seconds from detection where done_at is not null and name in (${sql.join([...KINDS, 'webhook'])})
			`.execute(database.kysely)
			rows.forEach(({ name, seconds }) => detected.set({ kind: name }, seconds))
		},
	})
	const trouble = new Gauge({
		name: 'emancipasso_detection_trouble',
		help: '1 while detection cannot do its work, else 0: the forum’s journal or Data Explorer may not be read, its webhook is missing or switched off, or too many topics vanished at once',
		labelNames: ['trouble'],
		registers: [registry],
		async collect() {
			const { rows: [state] } = await sql<Record<string, boolean>>`
				select
					coalesce(bool_or(name = 'journal' and state->>'trouble' = 'not-allowed'), false) as "journal-not-allowed",
					coalesce(bool_or(name = 'journal' and state->>'trouble' = 'no-hook'), false) as "webhook-missing",
					coalesce(bool_or(name = 'journal' and state->>'trouble' = 'switched-off'), false) as "webhook-switched-off",
					coalesce(bool_or(name = 'explorer' and state->>'trouble' = 'not-allowed'), false) as "explorer-not-allowed",
					coalesce(bool_or(name = 'vanished' and state->>'since' is not null), false) as "topics-vanished"
				from detection
			`.execute(database.kysely)
			Object.entries(state ?? {}).forEach(([name, isOn]) => trouble.set({ trouble: name }, isOn ? 1 : 0))
		},
	})
}

function measureAudit(registry: Registry, database: Database): void {
	const oldest = new Gauge({
		name: 'emancipasso_audit_oldest_seconds',
		help: 'How long ago the linked topic was read that was not read for the longest; 0 without topics',
		registers: [registry],
		async collect() {
			const { rows: [row] } = await sql<{ seconds: number | null }>`
				select extract(epoch from now() - min(coalesce(audited_at, updated_at)))::float8 as seconds from topic_link where topic_id is not null
			`.execute(database.kysely)
			oldest.set(row?.seconds ?? 0)
		},
	})
}
