/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { OrganisationCaller } from '../platform/caller.ts'
import type { Tables } from '../platform/tables.ts'

/** What needs and supports ask of whoever knows the organisations. Call it first in a transaction: it locks before needs do. */
export interface Organisations {
	/**
	 * Makes an erasure or a suspension of the organisation wait until the transaction ends.
	 *
	 * @throws {Problem} `organisation-erased` or `organisation-suspended` when one came before
	 */
	holdOff(transaction: Kysely<Tables>, caller: OrganisationCaller): Promise<void>
	/** Ends an organisation for ever. */
	erase(transaction: Kysely<Tables>, instance: string, organisation: string): Promise<void>
}
