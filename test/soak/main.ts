/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * `npm run soak`: three connectors, a forum that fails and a kill every twenty seconds, for SOAK_MINUTES (30), by
 * SOAK_SEED. Writes docs/soak.md, or the file in SOAK_REPORT, and fails when anything was lost, doubled or different.
 */
import type { Outcome } from './report.ts'

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { randomFrom } from '../support/random.ts'
import { disturb } from './disturb.ts'
import { findings } from './findings.ts'
import { isGood, reportOf } from './report.ts'
import { comeToRest, lookAtAll } from './rest.ts'
import { openStage } from './stage.ts'

const minutes = Number(process.env.SOAK_MINUTES ?? 30)
const seed = Number(process.env.SOAK_SEED ?? Date.now() % 1_000_000)
const file = process.env.SOAK_REPORT ?? fileURLToPath(new URL('../../docs/soak.md', import.meta.url))

const stage = await openStage(randomFrom(seed + 1))
const outcome: Outcome = { date: new Date().toISOString().slice(0, 10), seed, minutes, restSeconds: 0, driftBeforeAudit: 0, lost: [], doubled: [], different: [], broken: null }
try {
	await disturb(stage, minutes * 60, seed)
	outcome.restSeconds = await comeToRest(stage.database, stage.lively)
	outcome.driftBeforeAudit = (await findings(stage.database, stage.cloud, stage.lively)).different.length
	await lookAtAll(stage.database)
	await comeToRest(stage.database, stage.lively)
	stage.replicas.weigh()
	Object.assign(outcome, await findings(stage.database, stage.cloud, stage.lively))
} catch (error) {
	outcome.broken = error instanceof Error ? error.message : String(error)
} finally {
	const report = reportOf(stage, outcome)
	writeFileSync(file, report)
	console.log(report)
	process.exitCode = isGood(stage, outcome) ? 0 : 1
	await stage.close()
}
