/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request, RequestHandler, Response } from 'express'
import type { Settings } from '../state/settings.ts'
import type { FaultName, Faults } from './faults.ts'

import { setTimeout as pause } from 'node:timers/promises'
import { limitHeaders, tooMany } from '../access/too-many.ts'
import { failure } from '../answer.ts'
import { say } from '../sentences.ts'

const PAGE = (title: string) => `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`

/** Answers in place of the forum; false lets the call through. */
type Strike = (request: Request, response: Response, settings: Settings, seconds: number) => boolean

const STRIKES: Partial<Record<FaultName, Strike>> = {
	refuse: (request) => done(request.socket.destroy()),
	'rate-limit': (_request, response, settings, seconds) => {
		const { status, body, headers } = tooMany(settings, seconds, 'admin_api_key_rate_limit')
		return done(response.status(status).set(headers).json(body))
	},
	'rate-limit-address': (_request, response, _settings, seconds) => done(response.status(429).set(limitHeaders(seconds, 'ip_10_secs_limit'))
		.type('text/plain').send('Slow down, too many requests from this IP address.')),
	'rate-limit-search': (_request, response, settings) => done(response.status(429).json({ failed: 'FAILED', message: say(settings, 'rateLimited') })),
	gateway: (_request, response) => done(response.status(502).type('html').send(PAGE('502 Bad Gateway'))),
	unavailable: (_request, response) => done(response.status(503).type('html').send(PAGE('503 Service Temporarily Unavailable'))),
	challenge: (_request, response) => done(response.status(200).type('html').send(PAGE('Just a moment...'))),
	redirect: (request, response) => done(response.redirect(301, `https://elsewhere.example${request.originalUrl}`)),
	forbidden: (_request, response, settings) => done(response.status(403).json(failure(403, 'invalid_access', [say(settings, 'invalidAccess')]).body)),
	'server-error': (_request, response) => done(response.status(500).type('html').send(PAGE('Oops'))),
	'read-only': (request, response, settings) => {
		response.set('Discourse-Readonly', 'true')
		return request.method !== 'GET'
			&& done(response.status(503).json(failure(503, 'read_only', [say(settings, 'readOnly')]).body))
	},
}

/**
 * Faults that strike calls of the API before anything was done; people's pages are spared.
 *
 * @param faults the board
 * @param settings give the language of refusals
 */
export function faultsBeforeWork(faults: Faults, settings: Settings): RequestHandler {
	return async (request, response, next) => {
		if (!request.path.endsWith('.json')) {
			next()
			return
		}
		const about = { method: request.method, path: request.path }
		const slow = faults.take('slow', about)
		if (slow !== undefined) {
			await pause((slow.seconds ?? 1) * 1000)
		}
		for (const [name, strike] of Object.entries(STRIKES) as [FaultName, Strike][]) {
			const fault = faults.take(name, about)
			if (fault !== undefined && strike(request, response, settings, fault.seconds ?? 1)) {
				return
			}
		}
		next()
	}
}

function done(answered: unknown): boolean {
	return answered !== null
}
