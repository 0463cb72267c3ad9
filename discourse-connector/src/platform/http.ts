/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Express, Request, Response, Router } from 'express'
import type { Configuration } from './configuration.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

import express from 'express'
import helmet from 'helmet'
import { randomUUID } from 'node:crypto'
import { pinoHttp } from 'pino-http'
import { describeError } from './log.ts'
import { notFound, Problem, problemHandler } from './problem.ts'

/** What the application is made of. */
export interface HttpParts {
	configuration: Pick<Configuration, 'publicUrl' | 'trustProxy'>
	log: Log
	metrics: Metrics
	/** Whether the database answers. */
	isReady: () => Promise<boolean>
}

/** The application: it answers /healthz from the start, and everything else once it is opened. */
export interface HttpApplication {
	app: Express
	/** Lets requests through to the routes. */
	open(routes: Router): void
	/** Answers 503 to what comes from now on. */
	close(): void
}

/**
 * Everything around the routes: security headers, the log, metrics, the sub-path of the public address and problems.
 *
 * @param parts that it is made of
 */
export function createHttp(parts: HttpParts): HttpApplication {
	const { configuration, log, metrics, isReady } = parts
	let routes: Router | undefined
	const app = express()
	app.disable('x-powered-by')
	app.set('trust proxy', configuration.trustProxy)
	app.set('query parser', 'simple')
	app.use(logRequests(log), metrics.measure, securityHeaders(configuration.publicUrl?.startsWith('https:') ?? false))

	const everything = express.Router()
	everything.get('/healthz', (_request, response) => {
		response.json({ status: 'alive' })
	})
	everything.get('/readyz', async (_request, response) => {
		if (!routes || !await isReady()) {
			throw new Problem('not-ready', { headers: { 'Retry-After': '5' } })
		}
		response.json({ status: 'ready' })
	})
	everything.get('/metrics', metrics.show)
	everything.use((request, response, next) => {
		if (!routes) {
			throw new Problem('not-ready', { headers: { 'Retry-After': '5' } })
		}
		routes(request, response, next)
	})

	// A reverse proxy may or may not take the path of the public address away.
	const below = configuration.publicUrl ? new URL(configuration.publicUrl).pathname : '/'
	if (below !== '/') {
		app.use(below, everything)
	}
	app.use(everything)
	app.use(notFound)
	app.use(problemHandler((error, request) => request.log.error({ err: error }, 'A request failed in a way nobody expected')))
	return {
		app,
		open(router) {
			routes = router
		},
		close() {
			routes = undefined
		},
	}
}

/**
 * One line for each request: never a query, which holds what people search for, nor headers or bodies.
 *
 * @param log to write to
 */
function logRequests(log: Log) {
	return pinoHttp<Request, Response>({
		logger: log,
		genReqId: (request, response) => {
			const given = request.headers['x-request-id']
			const id = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
			response.setHeader('X-Request-Id', id)
			return id
		},
		autoLogging: { ignore: (request) => /\/(healthz|readyz|metrics)$/.test(request.url ?? '') },
		customLogLevel: (_request, response) => response.statusCode >= 500 ? 'warn' : 'info',
		// What was thrown has a line of its own; an error made up here would only add a stack trace to each 503.
		customErrorObject: (_request, response, _error, line: { err?: unknown }) => {
			const { reason }: { reason?: string } = response.locals
			return { ...line, err: undefined, reason }
		},
		wrapSerializers: false,
		serializers: {
			err: describeError,
			req: (request: { id: string, method: string, url: string }) => ({ id: request.id, method: request.method, path: request.url.split('?', 1)[0] }),
			res: (response: { statusCode: number }) => ({ status: response.statusCode }),
		},
	})
}

/**
 * @param https whether the public address is reached by HTTPS
 */
function securityHeaders(https: boolean) {
	return helmet({
		contentSecurityPolicy: {
			useDefaults: false,
			directives: {
				defaultSrc: ['\'none\''],
				styleSrc: ['\'self\''],
				imgSrc: ['\'self\'', 'data:'],
				scriptSrc: ['\'self\''],
				formAction: ['\'self\''],
				frameAncestors: ['\'none\''],
				baseUri: ['\'none\''],
			},
		},
		strictTransportSecurity: https,
		referrerPolicy: { policy: 'same-origin' },
	})
}
