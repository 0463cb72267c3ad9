/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Result } from '../result.ts'
import type { Size } from './changes.ts'
import type { SyncWorld } from './world.ts'

import { leaveHints, Priority } from '../../../discourse-connector/src/platform/hints.ts'
import { randomFrom } from '../../support/random.ts'
import { compare, correctSomething, editByStaff } from './changes.ts'

const ROUND = 100
const DAY_SECONDS = 86_400
const STEP_SECONDS = 300
const LONGEST_PAUSE_SECONDS = 300

/**
 * The same as when each edit is told, but of one edit in a hundred nothing arrives: of half of these the forum never
 * sent anything, so only its lists show them; the others its journal knows to have failed. Detection runs once at the end.
 *
 * @param world any
 * @param size of it
 */
export async function staffEditsWithLosses(world: SyncWorld, size: Size): Promise<Result[]> {
	const [edits, ofRound] = [size(1000), size(ROUND)]
	const losses = Math.ceil(edits / 100)
	const linked = await world.linked(losses + ofRound)
	// Topics of their own, whose loss no later event heals.
	const [untold, told] = [linked.slice(0, losses), linked.slice(losses)]
	await beginDetection(world)
	const since = world.forum.forum.now().toISOString()
	for (let edit = 0; edit < edits - losses; edit++) {
		editByStaff(world, told[edit % ofRound], edit)
		if (edit % 100 === 50) {
			const lost = Math.floor(edit / 100)
			await lose(world, lost % 2 === 0, () => editByStaff(world, untold[lost], edits + lost))
		}
		if (edit % ofRound === ofRound - 1) {
			await world.settle()
			world.pass(600)
		}
	}
	await world.settle()
	world.pass(600)
	const webHookEvents = world.forum.state.data.webHookEvents.filter(({ createdAt }) => createdAt >= since)
	const deliveries = { deliveries: webHookEvents.length, failed: webHookEvents.filter(({ status }) => status === 503).length }
	await world.detect('detect-journal', 'detect-lists')
	await world.settle()
	const result = compare(`${edits} edits by staff, of which ${losses} are not told`, world, { read: edits, detection: { activity: linked.length, created: 0, ...deliveries } }, 1.05)
	const missed = await stale(world, linked)
	return [result, { metric: `edits of these that were not found, forum ${world.version}`, value: missed, unit: 'edits', baseline: null, ratio: null, aim: '0', ok: missed === 0 }]
}

/**
 * Something happens that no webhook tells.
 *
 * @param world where
 * @param silently whether the forum never sends anything; otherwise its journal says that it was not taken
 * @param act what happens
 */
export async function lose(world: SyncWorld, silently: boolean, act: () => void): Promise<void> {
	await world.forum.webhooks.idle()
	if (silently) {
		world.forum.faults.set('webhook-lost', { count: Infinity })
		act()
		world.forum.faults.clear()
		return
	}
	world.hears = false
	act()
	await world.forum.webhooks.idle()
	world.hears = true
}

/**
 * Lets detection find where it is, and forget the calls that this takes.
 *
 * @param world with topics
 */
export async function beginDetection(world: SyncWorld): Promise<void> {
	world.pass(STEP_SECONDS)
	await world.detect('detect-journal', 'detect-lists')
	world.pass(STEP_SECONDS)
	world.count()
}

/** How many topics say something else than what was read last. */
async function stale(world: SyncWorld, linked: readonly { topic: { id: number }, first: { raw: string } }[]): Promise<number> {
	const rows = await world.database.kysely.selectFrom('topic_link').select(['topic_id', 'forum_text']).execute()
	const shown = new Map(rows.map((row) => [Number(row.topic_id), row.forum_text?.html ?? '']))
	return linked.filter(({ topic, first }) => {
		const group = /le groupe \d+/u.exec(first.raw)?.[0]
		return group !== undefined && !shown.get(topic.id)?.includes(group)
	}).length
}

/**
 * A day in which the forum and the connector do not reach each other, while people on both sides go on.
 *
 * @param world any
 * @param size of it
 */
export async function recovery(world: SyncWorld, size: Size): Promise<Result[]> {
	const [created, corrected, edited, replied] = [size(20), size(30), size(60), size(20)]
	const linked = await world.linked(corrected + edited + replied)
	const before = await Promise.all(linked.map(({ uuid }) => world.wanted(uuid)))
	await beginDetection(world)
	await world.database.kysely.updateTable('detection').set({ done_at: null }).execute()
	const random = randomFrom(3)
	const offset = world.forum.state.data.webHookEvents.length
	world.forum.faults.set('refuse', { count: Infinity })
	world.hears = false
	await leaveHints(world.database.kysely, ['detect-journal', 'detect-lists'].map((record) => ({ record, reason: 'bench', priority: Priority.detection })))
	const steps = DAY_SECONDS / STEP_SECONDS
	for (let step = 0; step < steps; step++) {
		if (step % Math.floor(steps / created) === 0 && step / Math.floor(steps / created) < created) {
			await world.publish(1)
		}
		await correctSomething(world, linked[Math.floor(random() * corrected)], step, random())
		if (step < edited) {
			editByStaff(world, linked[corrected + step], step)
		} else if (step < edited + replied) {
			world.marie.reply(linked[corrected + step]!.topic, 'Nous avons la même question, et nous aimerions en parler.')
		}
		world.pass(STEP_SECONDS)
		await world.drain()
	}
	await world.forum.webhooks.idle()
	const probes = world.count().work
	const failed = world.forum.state.data.webHookEvents.length - offset
	world.forum.faults.clear()
	world.hears = true
	for (let minute = 0; minute < 60 && !await isQuiet(world); minute++) {
		world.pass(60)
		await world.drain()
	}
	await world.settle()
	const changes = await Promise.all(linked.map(async ({ uuid }, index) => {
		const after = await world.wanted(uuid)
		return { before: before[index] ?? after, after }
	}))
	const detection = { activity: created + corrected + edited + replied, created, deliveries: failed, failed }
	const missed = await stale(world, linked)
	return [
		compare(`recovery after a day: ${created} creations, ${corrected} corrected records, ${edited} edits and ${replied} replies on the forum`, world, { creations: created, changes, read: edited + replied, detection }, 1.1),
		{ metric: `the day in which they do not reach each other, forum ${world.version}`, value: probes, unit: 'calls', baseline: DAY_SECONDS / LONGEST_PAUSE_SECONDS, ratio: probes / (DAY_SECONDS / LONGEST_PAUSE_SECONDS), aim: '≤ 1.05: one after each pause of five minutes', ok: probes <= 1.05 * DAY_SECONDS / LONGEST_PAUSE_SECONDS },
		{ metric: `edits of that day that were not found, forum ${world.version}`, value: missed, unit: 'edits', baseline: null, ratio: null, aim: '0', ok: missed === 0 },
	]
}

/** Whether detection ran and nothing that it or anybody hinted at is left. */
async function isQuiet({ database: { kysely } }: SyncWorld): Promise<boolean> {
	const waiting = await kysely.selectFrom('hint').select('record').where('record', 'not like', 'detect-%').execute()
	const done = await kysely.selectFrom('detection').select('name').where('name', 'in', ['journal', 'lists']).where('done_at', 'is not', null).execute()
	return waiting.length === 0 && done.length === 2
}
