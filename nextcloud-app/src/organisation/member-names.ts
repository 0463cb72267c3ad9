/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { MemberNames } from '@emancipasso/shared/contract/app-api'

import { ocs } from '../ocs.ts'

/** Milliseconds; whoever waits for the page would rather have it with fewer names. */
const patience = 4_000

/**
 * The display names of an organisation's people; none when they cannot be had soon.
 *
 * @param organisation id
 */
export async function readMemberNames(organisation: string): Promise<readonly string[]> {
	try {
		const path = `/organisations/${encodeURIComponent(organisation)}/member-names`
		return (await ocs<MemberNames>('GET', path, { signal: AbortSignal.timeout(patience) })).names
	} catch {
		return []
	}
}
