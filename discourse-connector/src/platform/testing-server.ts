/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TestProject } from 'vitest/node'

import { findPostgres, startCluster } from './testing-cluster.ts'

declare module 'vitest' {
	interface ProvidedContext {
		/** URL of the server that all files of a run share; absent where there is none. */
		postgresServer: string | undefined
	}
}

/**
 * Starts one PostgreSQL server for all test files of a run, in which each has a database of its own. TEST_POSTGRES_URL
 * names another.
 *
 * @param project that gets its URL
 * @return stops the server
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const given = process.env.TEST_POSTGRES_URL
	const started = given || findPostgres() === undefined ? undefined : await startCluster()
	project.provide('postgresServer', given || started?.url)
	return async () => await started?.stop()
}
