/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request, RequestHandler } from 'express'

import { timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { inTime } from './in-time.ts'
import { Problem } from './problem.ts'

/** Sooner than a Prometheus gives up by default, so that it still hears which metrics cannot be read. */
const PATIENCE_MILLISECONDS = 5000
const UNREAD = 'emancipasso_metrics_unread'

/** The counters of one process; rooms add theirs with `registers: [metrics.registry]` and a name that begins with `emancipasso_`. */
export interface Metrics {
	registry: Registry
	/** Measures each request. */
	measure: RequestHandler
	/** Answers /metrics to who knows the token. */
	show: RequestHandler
}

/**
 * @param token of the operator's monitoring; without it nothing is shown
 */
export function createMetrics(token: string | undefined): Metrics {
	const registry = new Registry()
	collectDefaultMetrics({ register: registry })
	const duration = new Histogram({
		name: 'emancipasso_http_request_duration_seconds',
		help: 'Time to answer a request, by route template and status',
		labelNames: ['method', 'route', 'status'],
		buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
		registers: [registry],
	})
	const unread = new Gauge({
		name: UNREAD,
		help: 'Metrics that could not be read now and are missing here, mostly because the database is away; 0 when all is well',
		registers: [registry],
	})
	return {
		registry,
		measure(request, response, next) {
			const stop = duration.startTimer()
			response.once('close', () => stop({ method: request.method, route: routeOf(request), status: response.statusCode }))
			next()
		},
		async show(request, response) {
			if (!token || !isBearer(request, token)) {
				throw new Problem('not-found')
			}
			response.type(registry.contentType).send(await readAll(registry, unread))
		},
	}
}

/**
 * Every metric that can be read: without a database those of the process are still worth knowing.
 *
 * @param registry of the metrics
 * @param unread that counts the others
 */
async function readAll(registry: Registry, unread: Gauge): Promise<string> {
	const others = registry.getMetricsAsArray().filter(({ name }) => name !== UNREAD)
	const read = await Promise.all(others.map(async ({ name }) => await readOne(registry, name)))
	const shown = read.filter((text) => text !== undefined)
	unread.set(read.length - shown.length)
	return `${[...shown, await registry.getSingleMetricAsString(UNREAD)].join('\n\n')}\n`
}

/**
 * @param registry of the metrics
 * @param name of the metric
 * @return undefined when it cannot be read in time
 */
async function readOne(registry: Registry, name: string): Promise<string | undefined> {
	return await inTime(registry.getSingleMetricAsString(name).catch(() => undefined), PATIENCE_MILLISECONDS, undefined)
}

/**
 * The operation or the template of the route that answered, never an address with an id: those have no end.
 *
 * @param request that was answered
 */
function routeOf(request: Request): string {
	const path: unknown = request.res?.locals.operation ?? request.route?.path
	return typeof path === 'string' ? path : 'none'
}

/**
 * Whether a request carries a secret, in constant time.
 *
 * @param request to check
 * @param token expected
 */
export function isBearer(request: Request, token: string): boolean {
	const given = Buffer.from(request.get('authorization') ?? '')
	const expected = Buffer.from(`Bearer ${token}`)
	return given.length === expected.length && timingSafeEqual(given, expected)
}
