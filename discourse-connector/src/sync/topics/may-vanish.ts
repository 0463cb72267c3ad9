/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Why } from '../detection/vanished.ts'
import type { AgreeParts } from './agree.ts'
import type { Link } from './link-store.ts'

import { noteAsked } from '../detection/last-read.ts'
import { mayMarkGone } from '../detection/vanished.ts'

/**
 * Whether a topic that is not there may be marked as gone. One that may not was asked for all the same.
 *
 * @param parts of looking
 * @param stored its link
 * @param why it is gone
 */
export async function mayVanish(parts: Pick<AgreeParts, 'database' | 'onAlarm'>, stored: Link, why: Why): Promise<boolean> {
	// Nobody waits with forgetting what became personal.
	if (stored.state === 'gone' || why === 'personal') {
		return true
	}
	const { kysely } = parts.database
	const { may, raised } = await mayMarkGone(kysely, stored.record, why)
	if (raised !== undefined) {
		parts.onAlarm?.(raised)
	}
	if (!may) {
		await noteAsked(kysely, stored.record)
	}
	return may
}
