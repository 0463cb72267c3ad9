/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Registry } from 'prom-client'
import type { Database } from './platform/database.ts'
import type { Tables } from './platform/tables.ts'

import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { measureNeeds } from './community/need-metrics.ts'
import { measureForum } from './forum/forum-metrics.ts'
import { readConfiguration } from './platform/configuration.ts'
import { measureHints } from './platform/hint-metrics.ts'
import { createLog } from './platform/log.ts'
import { createMetrics } from './platform/metrics.ts'
import { createSynchronisation } from './sync/synchronisation.ts'

/** A metric in the words of its module. */
export interface MetricDescription {
	name: string
	type: string
	help: string
	labels: readonly string[]
}

/** A forum that nobody calls. */
const FORUM = {
	DISCOURSE_URL: 'https://forum.example.org',
	DISCOURSE_API_KEY: 'none',
	DISCOURSE_CATEGORY_TECHNICAL_HELP: '1',
	DISCOURSE_CATEGORY_TOOL_ADVICE: '2',
	DISCOURSE_CATEGORY_PROVIDER_SEARCH: '3',
	DISCOURSE_CATEGORY_SHARED_DEVELOPMENT: '4',
}

/**
 * Every metric that a connector with a forum shows, put together as the connector does it: a test compares them with
 * those of one that runs.
 *
 * @param database that they are read from, only when somebody asks
 */
export function everyMetric(database: Database): Registry {
	const { registry } = createMetrics(undefined)
	measureHints(registry, database)
	measureNeeds(registry, database)
	const { forum } = readConfiguration(FORUM)
	if (forum !== undefined) {
		const synchronisation = createSynchronisation(database, forum, createLog('silent'))
		measureForum(registry, synchronisation.gate)
		synchronisation.measure(registry)
	}
	return registry
}

/** The same in words, by name. */
export function describeMetrics(): MetricDescription[] {
	return everyMetric(nowhere()).getMetricsAsArray()
		.map((metric) => ({ name: metric.name, type: String(metric.type), help: metric.help, labels: labelsOf(metric) }))
		.sort((one, other) => one.name < other.name ? -1 : 1)
}

function labelsOf(metric: object): string[] {
	return 'labelNames' in metric && Array.isArray(metric.labelNames) ? metric.labelNames.map(String) : []
}

/** Asked of nothing: metrics read their data only when somebody reads them. */
function nowhere(): Database {
	const kysely = new Kysely<Tables>({
		dialect: {
			createAdapter: () => new PostgresAdapter(),
			createDriver: () => new DummyDriver(),
			createIntrospector: (db) => new PostgresIntrospector(db),
			createQueryCompiler: () => new PostgresQueryCompiler(),
		},
	})
	return { kind: 'postgres', kysely, listen: async () => async () => {}, close: async () => {} }
}

/** The tables of docs/metrics.md: those of the connector, then those of its process. */
export function metricsTable(): string {
	const metrics = describeMetrics()
	const ours = metrics.filter(({ name }) => name.startsWith('emancipasso_'))
	return ['## Of the connector', table(ours), '## Of its process', table(metrics.filter((metric) => !ours.includes(metric))), ''].join('\n\n').replace(/\n+$/, '\n')
}

function table(metrics: readonly MetricDescription[]): string {
	const rows = metrics.map(({ name, type, help, labels }) => `| \`${name}\` | ${type} | ${labels.map((label) => `\`${label}\``).join(', ')} | ${help.replaceAll('|', '\\|')} |`)
	return ['| Metric | Type | Labels | What it tells |', '|---|---|---|---|', ...rows].join('\n')
}
