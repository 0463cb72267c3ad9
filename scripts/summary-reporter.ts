/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Reporter, TestModule } from 'vitest/node'

import { writeFileSync } from 'node:fs'

/** Names what was skipped and why, and leaves the counts where SUMMARY_FILE says. */
export default class SummaryReporter implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
		const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 }
		const skipped = new Map<string, number>()
		for (const module of modules) {
			if (module.state() === 'failed' && module.errors().length > 0) {
				counts.failed += 1
			}
			for (const test of module.children.allTests()) {
				const { state } = test.result()
				counts[state === 'pending' ? 'skipped' : state] += 1
				if (state === 'skipped') {
					const where = `${test.parent.type === 'suite' ? test.parent.fullName : module.relativeModuleId}`
					skipped.set(where, (skipped.get(where) ?? 0) + 1)
				}
			}
		}
		for (const [where, number] of skipped) {
			console.log(`skipped: ${where} (${number})`)
		}
		console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
		if (process.env.SUMMARY_FILE !== undefined) {
			writeFileSync(process.env.SUMMARY_FILE, JSON.stringify(counts))
		}
	}
}
