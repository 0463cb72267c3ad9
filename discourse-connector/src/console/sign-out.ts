/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Outcome } from './route.ts'
import type { StaffVisit } from './visit.ts'

import { SessionStore } from './session/session-store.ts'

/** POST /sign-out */
export async function signOut({ parts, session }: StaffVisit): Promise<Outcome> {
	await new SessionStore(parts.database).end(session)
	return { to: '/sign-in', text: { fr: '', en: '' }, target: '' }
}
