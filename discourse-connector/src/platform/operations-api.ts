/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ConnectorAccess } from '@emancipasso/shared/contract/connector-api'
import type { Route } from '@emancipasso/shared/contract/route'

import { connectorApi, connectorApiBase } from '@emancipasso/shared/contract/connector-api'
import { z } from 'zod'

const Health = z.object({ status: z.string() })

/** Every route of the connector by its whole path: the contract, and what operators and the forum call beside it. */
export const allRoutes: Readonly<Record<string, Route<ConnectorAccess>>> = {
	...Object.fromEntries(Object.entries(connectorApi).map(([operation, route]) => [operation, { ...route, path: connectorApiBase + route.path }])),
	readContract: {
		method: 'GET',
		path: `${connectorApiBase}/openapi.json`,
		access: 'public',
		summary: 'This description, for programs',
		answers: { 200: { description: 'An OpenAPI 3.1 document', body: z.looseObject({ openapi: z.string() }) } },
	},
	showContract: {
		method: 'GET',
		path: `${connectorApiBase}/docs`,
		access: 'public',
		summary: 'This description, for people',
		answers: { 200: { description: 'A page', body: z.string(), mediaType: 'text/html' } },
	},
	hearForum: {
		method: 'POST',
		path: '/webhooks/discourse',
		access: 'forum',
		summary: 'A webhook of the forum; only which topic it is about is kept',
		headers: z.object({ 'x-discourse-event': z.string(), 'x-discourse-event-signature': z.string() }),
		body: z.looseObject({}),
		answers: { 200: { description: 'Heard; the same whether there is something to do or not' } },
		problems: ['signature-wrong', 'too-large', 'not-ready', 'no-forum'],
	},
	isAlive: {
		method: 'GET',
		path: '/healthz',
		access: 'public',
		summary: 'Whether the process runs; asks no database',
		answers: { 200: { description: 'It does', body: Health } },
	},
	isReady: {
		method: 'GET',
		path: '/readyz',
		access: 'public',
		summary: 'Whether the process and its database answer',
		answers: { 200: { description: 'They do', body: Health } },
		problems: ['not-ready'],
	},
	readMetrics: {
		method: 'GET',
		path: '/metrics',
		access: 'operator',
		summary: 'Counters for Prometheus; not found without METRICS_TOKEN',
		answers: { 200: { description: 'In Prometheus’ text format', body: z.string(), mediaType: 'text/plain' } },
		problems: ['not-found'],
	},
}
