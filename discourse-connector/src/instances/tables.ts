/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ColumnType, Generated } from 'kysely'
import type { Instant } from '../platform/tables.ts'

/** Whether an instance may act: a suspended one can be resumed with the tokens it has, a revoked one has none. */
export type InstanceState = 'active' | 'suspended' | 'revoked'

/** Whether an organisation may publish: an erased one never again. */
export type OrganisationState = 'active' | 'suspended' | 'erased'

/** A Nextcloud that may call. */
interface InstanceTable {
	id: string
	name: string
	/** The Nextcloud's own instance id, once it has called. */
	nextcloud_id: string | null
	state: Generated<InstanceState>
	created_at: Generated<Instant>
	/** A plain day, so that a call costs no write on most days. */
	last_seen_on: ColumnType<string | null, string | null, string>
}

/** What proves to be an instance. */
interface InstanceTokenTable {
	/** SHA-256 of the token, in hexadecimal. */
	hash: string
	instance_id: string
	/** First characters, to recognise it by. */
	prefix: string
	created_at: Generated<Instant>
}

/** An organisation that an instance acted for. */
interface OrganisationTable {
	instance_id: string
	organisation_id: string
	state: Generated<OrganisationState>
	created_at: Generated<Instant>
}

declare module '../platform/tables.ts' {
	interface Tables {
		instance: InstanceTable
		instance_token: InstanceTokenTable
		organisation: OrganisationTable
	}
}
