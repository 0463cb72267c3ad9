/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StepResult } from './run-step.ts'

/**
 * `npm run check`: everything that can be said of the sources without running them. Ends without warnings or fails.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { runStep } from './run-step.ts'

const steps: (() => StepResult | StepResult[] | Promise<StepResult[]>)[] = [
	() => runStep('style', 'eslint', ['.', '--max-warnings', '0'], 'npx eslint . --fix mends most of it'),
	() => runStep('types of the programs', 'tsc', ['--noEmit']),
	() => runStep('types of the screens', 'vue-tsc', ['--noEmit', '-p', 'nextcloud-app']),
	() => runStep('no dead code', 'knip', ['--no-progress', '--treat-config-hints-as-errors']),
	() => runStep('generated documents', 'node', ['scripts/generate.ts', '--check']),
	() => runStep('French is complete', 'node', ['nextcloud-app/scripts/check-l10n.ts']),
	() => existsSync('nextcloud-app/js')
		? runStep('weight of the first page', 'node', ['nextcloud-app/scripts/check-bundle-size.ts'])
		: { name: 'weight of the first page', outcome: 'skipped', note: 'the front end is not built: npm run build -w nextcloud-app' },
	async () => (await import('./check-php.ts')).checkPhp(),
]

const results: StepResult[] = []
for (const step of steps) {
	for (const result of [await step()].flat()) {
		console.log(`${{ passed: '✓', failed: '✗', skipped: '–' }[result.outcome]} ${result.name}${result.note ? `: ${result.note}` : ''}`)
		results.push(result)
	}
}

const count = (outcome: StepResult['outcome']) => results.filter((result) => result.outcome === outcome).length
const counts = { passed: count('passed'), failed: count('failed'), skipped: count('skipped') }
if (process.env.SUMMARY_FILE !== undefined) {
	writeFileSync(process.env.SUMMARY_FILE, JSON.stringify(counts))
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exitCode = counts.failed === 0 ? 0 : 1
