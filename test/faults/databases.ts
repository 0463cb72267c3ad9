/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { startCluster } from '../../discourse-connector/src/platform/testing-cluster.ts'
import { postgresAvailable } from '../../discourse-connector/src/platform/testing-postgres.ts'

/** A kind of database that a connector can be started on. */
export interface DatabaseKind {
	name: string
	/** Why it cannot be used here. */
	missing?: string
	/** @return what to add to the connector's environment, and how to end it */
	open(): Promise<{ env: Record<string, string>, close: () => Promise<void> }>
}

const embedded: DatabaseKind = {
	name: 'the embedded database',
	open: async () => ({ env: {}, close: async () => {} }),
}

const server: DatabaseKind = {
	name: 'PostgreSQL',
	...(postgresAvailable() ? {} : { missing: 'no PostgreSQL on this machine' }),
	async open() {
		const { url, stop } = await startCluster()
		return { env: { DATABASE_URL: url }, close: stop }
	},
}

/** Both kinds, as they stand in the titles of tests. */
export const databases = [embedded, server].map((kind) => ({ kind, title: kind.missing === undefined ? kind.name : `${kind.name}: ${kind.missing}` }))
