/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Findings } from './findings.ts'
import type { Stage } from './stage.ts'

import { availableParallelism, totalmem } from 'node:os'
import { BUDGET, REPLICAS } from './stage.ts'

const GIGABYTE = 2 ** 30

/** What came of it. */
export interface Outcome extends Findings {
	date: string
	seed: number
	minutes: number
	/** How long it took to come to rest once nothing failed any more. */
	restSeconds: number
	/** Needs that only the audit would have found to differ, before it was asked for all. */
	driftBeforeAudit: number
	/** The error that ended it, when it did not come to its end. */
	broken: string | null
}

/** @return whether nothing was lost, doubled or different, and the budget held, although there were needs, faults and kills */
export function isGood({ cloud, lively, replicas }: Stage, { lost, doubled, different, broken }: Outcome): boolean {
	const isTrial = cloud.needs.length > 0 && lively.faults > 0 && replicas.all.some(({ kills }) => kills > 0)
	return isTrial && lost.length + doubled.length + different.length === 0 && broken === null && lively.forum.calls.busiestMinute <= BUDGET
}

/**
 * The report, in Markdown.
 *
 * @param stage that was played on
 * @param outcome of it
 */
export function reportOf(stage: Stage, outcome: Outcome): string {
	const { cloud, lively, replicas } = stage
	const { calls, state } = lively.forum
	const kills = replicas.all.reduce((sum, replica) => sum + replica.kills, 0)
	const rows: [string, string | number][] = [
		['Length', `${outcome.minutes} minutes`],
		['Connectors', `${REPLICAS}, on one PostgreSQL`],
		['Kills (`kill -9`)', kills],
		['Needs published', cloud.needs.length],
		['Acts of people in the cloud', cloud.acts],
		['Their calls that had to be repeated', cloud.repeats],
		['Acts of people on the forum', lively.acts],
		['Faults switched on, each for one to three calls or webhooks', lively.faults],
		['Calls to the forum', calls.total],
		['Time to come to rest afterwards', `${outcome.restSeconds} s`],
		['Differences that only the audit would have found', outcome.driftBeforeAudit],
		['**Lost** (needs, texts of either side)', `**${outcome.lost.length}**`],
		['**Doubled** (topics of one need)', `**${outcome.doubled.length}**`],
		['**Different** on the two sides', `**${outcome.different.length}**`],
		['**Calls in the busiest minute**, of the budget', `**${calls.busiestMinute}** of ${BUDGET}`],
		...replicas.all.map(({ peak, now, kills: killed }, index): [string, string] => [`Memory of connector ${index + 1} (killed ${killed} times)`, `${now} MB at the end, ${peak} MB at most`]),
		['Topics on the forum', state.data.topics.length],
	]
	const troubles = [...outcome.lost, ...outcome.doubled, ...outcome.different, ...outcome.broken === null ? [] : [outcome.broken]]
	return `<!--
SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
SPDX-License-Identifier: AGPL-3.0-or-later
-->

# Soak

Written by \`npm run soak\`: ${REPLICAS} connectors on one PostgreSQL and a sandbox forum that fails. Every twenty seconds one
of the connectors is killed and started again, while people on both sides publish, correct, withdraw, edit, reply, delete
and bring back. At the end nothing fails any more, all comes to rest, every need is looked at once as the audit does, and
what people did is compared with what is there. \`SOAK_MINUTES\` sets its length, \`SOAK_SEED\` repeats its chances (not the
moments at which processes meet).

On ${outcome.date}, with seed ${outcome.seed}, on ${availableParallelism()} cores with ${Math.round(totalmem() / GIGABYTE)} GB of memory: ${isGood(stage, outcome) ? '**nothing lost, nothing doubled**' : '**NOT as it must be**'}.

| what | how much |
|---|---|
${rows.map(([what, value]) => `| ${what} | ${value} |`).join('\n')}
${troubles.length === 0 ? '' : `\n## What went wrong\n\n${troubles.slice(0, 50).map((trouble) => `- ${trouble}`).join('\n')}\n`}`
}
