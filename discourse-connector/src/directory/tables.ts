/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PackName } from '@emancipasso/shared/contract/connector-input'
import type { Provider } from '@emancipasso/shared/directory/provider'
import type { ProviderStatus } from '@emancipasso/shared/vocabulary/provider-statuses'
import type { ColumnType } from 'kysely'

/** Set by the database. */
type SetInstant = ColumnType<Date, Date | string | undefined, Date | string>

/** What is known of a provider. A withdrawn one keeps its row without a document, so that no import brings it back. */
interface ProviderTable {
	id: string
	source_id: string
	/** Empty for a withdrawn one. */
	name: string
	status: ProviderStatus
	/** Its own `status` is not to be trusted: the column says it. */
	document: ColumnType<Provider | null, string | null, string | null>
	created_at: SetInstant
	updated_at: SetInstant
}

/** One version of a pack of reference data; never changed, never deleted. */
interface PackTable {
	name: PackName
	/** 1 for the first version of the pack. */
	number: number
	version: string
	/** SHA-256 of what says whether the pack changed. */
	content_hash: string
	/** `sha256-` and the SHA-256 of the bytes served. */
	checksum: string
	bytes: number
	body: string
	created_at: SetInstant
}

declare module '../platform/tables.ts' {
	interface Tables {
		provider: ProviderTable
		pack: PackTable
	}
}
