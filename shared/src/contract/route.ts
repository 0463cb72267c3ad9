/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { z } from 'zod'

/** One answer of a route: what it means, and its body when it has one. */
export interface Answer {
	description: string
	body?: z.ZodType
	/** Media type of the body; JSON when left out. */
	mediaType?: string
}

/** One route of an API. A table of these is the only place where the contract is written. */
export interface Route<Access extends string> {
	method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'
	/** Path below the API's base, with `{parameter}` parts. */
	path: string
	summary: string
	/** Who may call it; each API names its own kinds of callers. */
	access: Access
	parameters?: z.ZodObject
	query?: z.ZodObject
	headers?: z.ZodObject
	body?: z.ZodType
	answers: Record<number, Answer>
	/** Takes back what was published: the right to that outlives a suspension. */
	whileSuspended?: true
	/** Ids of the problems that this route may answer, beside those of its access. */
	problems?: readonly string[]
}

/**
 * Gives a table of routes its exact type while checking each row.
 *
 * @param routes rows by operation id
 */
export function defineRoutes<Access extends string, Table extends Record<string, Route<Access>>>(routes: Table): Table {
	return routes
}
