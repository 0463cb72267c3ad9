/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Programs that are started over and over again compile their sources once. */
const compileCache = { NODE_COMPILE_CACHE: resolve('node_modules/.cache/node') }

export default defineConfig({
	test: {
		reporters: ['default', './scripts/summary-reporter.ts'],
		// The runner leaves a core to others by default: half of a machine that has two.
		maxWorkers: '100%',
		projects: [
			// No file of these three keeps state in a module: a worker reads the sources once, and not once for each file.
			{ test: { name: 'shared', isolate: false, include: ['shared/**/*.test.ts'], testTimeout: 30_000 } },
			{ test: { name: 'connector', isolate: false, include: ['discourse-connector/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
			// The same suite where the data is on a server; without one its tests are skipped by name.
			{ test: { name: 'connector on PostgreSQL', isolate: false, include: ['discourse-connector/src/{community,console,directory,forum,instances,platform,sync}/**/*.test.ts'], env: { TEST_DATABASE: 'postgres' }, globalSetup: 'discourse-connector/src/platform/testing-server.ts', testTimeout: 60_000, hookTimeout: 60_000 } },
			'nextcloud-app/vitest.config.ts',
			// These start whole programs, some a real Nextcloud: behind the others.
			{ test: { name: 'whole', include: ['test/**/*.test.ts', 'nextcloud-app/preview/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 180_000, env: compileCache, sequence: { groupOrder: 1 } } },
		],
	},
})
