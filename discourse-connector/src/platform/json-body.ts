/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { RequestHandler } from 'express'

import express from 'express'
import { Problem } from './problem.ts'

/**
 * Reads JSON bodies, and refuses what says that it is something else.
 *
 * @param limit in bytes
 */
export function jsonBody(limit: number): RequestHandler[] {
	return [
		(request, _response, next) => {
			// Clients announce a body of no bytes for a POST without one.
			if (request.is('json') === false && request.get('content-length') !== '0') {
				throw new Problem('unsupported-media-type')
			}
			next()
		},
		express.json({ limit }),
	]
}
