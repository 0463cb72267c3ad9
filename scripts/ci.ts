/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * What .ci/run does once the tools are there: all tests, then all checks, then one line over everything.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'

interface Counts { passed: number, failed: number, skipped: number }

/** Where `npm test` and `npm run check` leave their counts, by the variable that tells them so. */
const summaryFile = 'node_modules/.summary.json'

/**
 *
 * @param script
 */
function run(script: string): Counts {
	rmSync(summaryFile, { force: true })
	const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, SUMMARY_FILE: summaryFile } })
	try {
		const counts = JSON.parse(readFileSync(summaryFile, 'utf8')) as Counts
		// A run that ends badly although nothing failed has still failed.
		return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
	} catch {
		return { passed: 0, failed: 1, skipped: 0 }
	}
}

const runs = ['test', 'check'].map(run)
const total = (key: keyof Counts) => runs.reduce((sum, counts) => sum + counts[key], 0)
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`)
process.exitCode = total('failed') === 0 && total('passed') > 0 ? 0 : 1
