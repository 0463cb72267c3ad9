/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Reporter, TestCase, TestModule } from 'vitest/node'

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
					const what = whyOf(test)
					skipped.set(what, (skipped.get(what) ?? 0) + 1)
				}
			}
		}
		for (const [what, number] of skipped) {
			console.log(`skipped: ${what} (${number})`)
		}
		console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
		if (process.env.SUMMARY_FILE !== undefined) {
			writeFileSync(process.env.SUMMARY_FILE, JSON.stringify(counts))
		}
	}
}

/** The reason that a test gave, or else its name with the outermost suite, one of which says it. */
function whyOf(test: TestCase): string {
	const result = test.result()
	if (result.state === 'skipped' && result.note) {
		return `${test.project.name}: ${result.note}`
	}
	const [outermost = '', ...inner] = test.fullName.split(' > ')
	return `${test.project.name}: ${/: |\(skipped/.test(outermost) ? outermost : [outermost, ...inner].join(' > ')}`
}
