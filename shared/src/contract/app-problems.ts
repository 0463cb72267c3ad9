/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'

/**
 * Every problem that the app's own API answers, with its HTTP status. `not-found` is also what a stranger to an
 * organisation gets, whether it exists or not.
 */
export const appProblemStatuses = {
	'invalid-input': 400,
	forbidden: 403,
	'not-found': 404,
	conflict: 409,
	'still-published': 409,
	'not-approved': 409,
	'not-configured': 409,
	/** The cloud stands elsewhere than when it was joined: until an administrator says whether it is a copy, it sends nothing. */
	moved: 409,
	/** Another connector is asked for while this one still holds something of the cloud. */
	'left-behind': 409,
	stale: 412,
	'too-large': 413,
	'connector-refused': 422,
	'connector-unreachable': 502,
} as const

export type AppProblemId = keyof typeof appProblemStatuses

const ids = Object.keys(appProblemStatuses) as [AppProblemId, ...AppProblemId[]]

/** The `data` of an OCS answer that is a problem. The exception is a save on an old revision, which answers the stored document. */
export const AppProblem = z.object({
	problem: z.enum(ids),
	/** A sentence in the reader's language: what happened and what to do. */
	message: z.string(),
	/** The field that is not valid, such as `title`. */
	field: z.string().optional(),
}).meta({ id: 'AppProblem' })
export type AppProblem = z.infer<typeof AppProblem>
