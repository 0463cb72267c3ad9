/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { RequestHandler } from 'express'

import { isIP } from 'node:net'
import { hostname } from 'node:os'

/**
 * Answers only under names of this machine. A page of the web whose own name was made to lead here would otherwise be
 * let in as if it were the preview's own: its visitors are let in without a password.
 *
 * @param listening the host that the preview listens on
 */
export function onlyOwnNames(listening: string): RequestHandler {
	const own = new Set(['localhost', listening, hostname(), `${hostname()}.local`].map((name) => name.toLowerCase()))
	return (request, response, next) => {
		const name = (request.hostname ?? '').toLowerCase()
		if (own.has(name) || name.endsWith('.localhost') || isIP(name.replace(/^\[|\]$/g, '')) !== 0) {
			next()
			return
		}
		response.status(421).type('text/plain').send('Cette adresse n’est pas celle de l’aperçu : utilisez localhost. / This is not the address of the preview: use localhost.')
	}
}
