/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Member } from '@emancipasso/shared/contract/app-api'

import { ocs } from '../ocs.ts'

/**
 * The people of an organisation, who can take care of its actions, by name.
 *
 * @param organisation id
 */
export async function listMembers(organisation: string): Promise<Member[]> {
	return (await ocs<{ members: Member[] }>('GET', `/organisations/${encodeURIComponent(organisation)}/members`)).members
}
