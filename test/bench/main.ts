/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * `npm run bench -- intake | search | idle | diagnosis | sync | local-cost | memory [--json] [--quick]`: honest figures beside their
 * baselines, measured in one run. `local-cost` and `memory` are parts of `sync` alone, and with --quick these three do a
 * tenth of everything. `memory` looks at 100,000 records and stops after 15 minutes, or BENCH_MEMORY_SECONDS, at what it
 * reached by then.
 */
import type { Result } from './result.ts'

const isQuick = process.argv.includes('--quick')

const benchmarks: Record<string, () => Promise<Result[]>> = {
	intake: async () => (await import('./intake.ts')).benchIntake(),
	search: async () => (await import('./search.ts')).benchSearch(),
	idle: async () => (await import('./idle.ts')).benchIdle(),
	diagnosis: async () => (await import('./diagnosis.ts')).benchDiagnosis(),
	'local-cost': async () => (await import('./sync/sync.ts')).benchLocalCost(isQuick),
	memory: async () => (await import('./sync/sync.ts')).benchMemory(isQuick),
	sync: async () => (await import('./sync/sync.ts')).benchSync(isQuick),
}

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const unknown = words.find((word) => !(word in benchmarks))
if (unknown !== undefined || words.length === 0) {
	console.error(`Which benchmark? npm run bench -- ${Object.keys(benchmarks).join(' | ')} [--json] [--quick]`)
	process.exit(2)
}

const results: Result[] = []
for (const word of words) {
	results.push(...await benchmarks[word]!())
}

if (process.argv.includes('--json')) {
	console.log(JSON.stringify(results, null, 2))
} else {
	console.table(results.map(({ value, baseline, ratio, ok, ...row }) => ({
		metric: row.metric,
		value: Number(value.toPrecision(4)),
		unit: row.unit,
		baseline: baseline === null ? '' : Number(baseline.toPrecision(4)),
		ratio: ratio === null ? '' : Number(ratio.toPrecision(3)),
		aim: row.aim,
		ok: ok ? 'yes' : 'NO',
	})))
}
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1
