/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PlannedAction } from '@emancipasso/shared/papers/context'
import type { Result } from './result.ts'

import { evaluate } from '@emancipasso/shared/diagnosis/evaluate'
import { questionnaire, reference, solutions } from '@emancipasso/shared/diagnosis/testing/reference-data'
import { boardReport } from '@emancipasso/shared/papers/board-report'
import { renderHtml } from '@emancipasso/shared/papers/format/html-page'
import { renderOdt } from '@emancipasso/shared/papers/format/odt'
import { contextIn, diagnosisOf } from '@emancipasso/shared/papers/testing/example'
import { linesInPlan } from '@emancipasso/shared/plan/inventory'
import { planProgress } from '@emancipasso/shared/plan/progress'
import { toolName } from '@emancipasso/shared/plan/solution-lookup'
import { timelineOf } from '@emancipasso/shared/plan/timeline'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pageSize } from '../../nextcloud-app/scripts/check-bundle-size.ts'
import { makePlan, openPlan } from './plan.ts'
import { percentile } from './result.ts'

const ROUNDS = 200
const OPENINGS = 30
const BUDGET_KB = 150
const TODAY = '2026-06-01'

/** Longest that people take for at once, in milliseconds. */
const AT_ONCE = 100

const app = fileURLToPath(new URL('../../nextcloud-app', import.meta.url))

/**
 * What an association waits for: the evaluation of all rules after each answer, the board's report, the opening of a
 * large plan beside reading its actions one by one, and the first load of each screen beside its budget.
 */
export async function benchDiagnosis(): Promise<Result[]> {
	return [evaluations(), ...reports(), ...await plans(), ...screens()]
}

function evaluations(): Result {
	const milliseconds = timed(ROUNDS, () => {
		for (const { answers, inventory } of reference.associations) {
			evaluate({ questionnaire, solutions, answers, inventory, form: 'full' })
		}
	})
	const value = 1000 * reference.associations.length / milliseconds
	return alone(`evaluations of ${questionnaire.rules.length} rules, reference associations, p50`, value, 'per second', '≥ 100 per second', value >= 100)
}

function reports(): Result[] {
	const { actions } = makePlan(200, 100)
	const input = { context: contextIn('fr'), diagnosis: diagnosisOf(), actions }
	const kinds = { ODT: () => renderOdt(boardReport(input)), HTML: () => renderHtml(boardReport(input)) }
	return Object.entries(kinds).map(([kind, render]) => atOnce(`board’s report as ${kind}, 200 actions, p50`, timed(ROUNDS, render)))
}

async function plans(): Promise<Result[]> {
	const plan = await openPlan(makePlan(200, 100))
	try {
		const [opened, oneByOne, called]: [number[], number[], number[]] = [[], [], []]
		// What is measured first pays for what is not compiled yet, so round 0 does not count.
		for (let round = 0; round <= OPENINGS; round++) {
			const start = performance.now()
			const actions = await plan.readActions()
			const read = performance.now()
			show(actions, await plan.readLines())
			const end = performance.now()
			await plan.readActionsOneByOne()
			if (round > 0) {
				called.push(read - start)
				opened.push(end - start)
				oneByOne.push(performance.now() - end)
			}
		}
		const [value, baseline] = [percentile(called, 0.5), percentile(oneByOne, 0.5)]
		return [
			{ metric: 'reading 200 actions in one call, beside one call each, p50', value, unit: 'ms', baseline, ratio: value / baseline, aim: '≤ 0.5 of one call each', ok: value <= baseline / 2 },
			atOnce('opening a plan of 200 actions and 100 tools, with its views, p50', percentile(opened, 0.5)),
		]
	} finally {
		await plan.close()
	}
}

/** Computes what the views of the plan and the tools show: progress, columns, timeline, moves, lines. */
function show(actions: readonly PlannedAction[], lines: Parameters<typeof linesInPlan>[0]): unknown[] {
	const contents = actions.map(({ action }) => action)
	return [
		planProgress(contents),
		Map.groupBy(contents, ({ status }) => status),
		timelineOf(contents, (action) => action, TODAY),
		contents.flatMap(({ migration }) => migration ? [[toolName(solutions, migration.from), toolName(solutions, migration.to)]] : []),
		linesInPlan(lines, contents),
	]
}

function screens(): Result[] {
	if (!existsSync(`${app}/js/emancipasso-main.mjs`)) {
		throw new Error('The front end is not built: npm run build -w nextcloud-app')
	}
	const { first, views } = pageSize(app, 'main')
	const pages = Object.entries(views).filter(([view]) => view.endsWith('Page'))
	return pages.map(([view, bytes]) => {
		const value = (first + bytes) / 1000
		return { metric: `first load of ${view}, JavaScript after gzip`, value, unit: 'KB', baseline: BUDGET_KB, ratio: value / BUDGET_KB, aim: `≤ ${BUDGET_KB} KB`, ok: value <= BUDGET_KB }
	})
}

function alone(metric: string, value: number, unit: string, aim: string, ok: boolean): Result {
	return { metric, value, unit, baseline: null, ratio: null, aim, ok }
}

function atOnce(metric: string, value: number): Result {
	return alone(metric, value, 'ms', `≤ ${AT_ONCE} ms`, value <= AT_ONCE)
}

/**
 * The median time of a work in milliseconds, once it is compiled.
 *
 * @param rounds how often it is measured
 * @param work what is measured
 */
function timed(rounds: number, work: () => unknown): number {
	const times: number[] = []
	for (let round = -rounds / 10; round < rounds; round++) {
		const start = performance.now()
		work()
		if (round >= 0) {
			times.push(performance.now() - start)
		}
	}
	return percentile(times, 0.5)
}
