/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request } from 'express'
import type { Precondition } from './need-store.ts'

import { Problem } from '../platform/problem.ts'

/**
 * What a caller says that it knows of the record it writes. If-Match wins over If-None-Match: whoever sends a revision
 * has read the record.
 *
 * @param request that writes
 * @throws {Problem} `stale` for an unreadable revision, `precondition-required` when it says neither
 */
export function preconditionOf(request: Request): Precondition {
	const match = request.get('If-Match')
	if (match !== undefined) {
		const revision = /^(?:W\/)?"(\d{1,9})"$/u.exec(match.trim())?.[1]
		if (revision === undefined) {
			throw new Problem('stale')
		}
		return { revision: Number(revision) }
	}
	if (request.get('If-None-Match')?.trim() === '*') {
		return { create: true }
	}
	throw new Problem('precondition-required')
}
