/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request } from 'express'
import type { ConsoleParts } from '../parts.ts'

/**
 * Whether a form was sent from our own pages, as the browser says. One that does not say is not believed.
 *
 * @param request that changes something
 * @param parts of the console
 */
export function isFromOwnPage(request: Request, parts: Pick<ConsoleParts, 'url'>): boolean {
	const origin = URL.parse(request.get('Origin') ?? '')
	// Reached by another name, through a tunnel: the browser's own view of where it is counts as well.
	return origin !== null && (origin.origin === new URL(parts.url).origin || origin.host === request.host)
}
