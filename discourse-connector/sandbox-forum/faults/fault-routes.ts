/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Settings } from '../state/settings.ts'
import type { Faults } from './faults.ts'

import { Router } from 'express'
import { record, whole } from '../fields.ts'
import { FAULT_NAMES, isFaultName } from './faults.ts'

/**
 * The switches, for programs: GET lists, PUT sets (`{"lose-reply": {"count": 1, "path": "/posts"}}`, a bare number is
 * the count, "always" has no end, 0 switches off), DELETE clears. PUT /sandbox/settings changes site settings.
 *
 * @param faults the board
 * @param settings changed in place
 */
export function faultRoutes(faults: Faults, settings: Settings): Router {
	const router = Router()
	router.get('/sandbox/faults', (_request, response) => {
		response.json({ active: faults.list(), known: FAULT_NAMES })
	})
	router.put('/sandbox/faults', (request, response) => {
		const wanted = Object.entries(record(request.body))
		const unknown = wanted.map(([name]) => name).filter((name) => !isFaultName(name))
		if (unknown.length > 0) {
			response.status(422).json({ errors: [`Unknown faults: ${unknown.join(', ')}`], known: Object.keys(FAULT_NAMES) })
			return
		}
		for (const [name, value] of wanted) {
			const details = record(value)
			const count = details.count ?? (typeof value === 'object' && value !== null ? 1 : value)
			if (isFaultName(name)) {
				faults.set(name, {
					count: count === 'always' || count === true ? Infinity : whole(count) ?? 0,
					method: typeof details.method === 'string' ? details.method : undefined,
					path: typeof details.path === 'string' ? details.path : undefined,
					seconds: typeof details.seconds === 'number' ? details.seconds : undefined,
				})
			}
		}
		response.json({ active: faults.list() })
	})
	router.delete('/sandbox/faults', (_request, response) => {
		faults.clear()
		response.json({ active: {} })
	})
	router.put('/sandbox/settings', (request, response) => {
		Object.assign(settings, Object.fromEntries(Object.entries(record(request.body)).filter(([name]) => name in settings)))
		response.json(settings)
	})
	return router
}
