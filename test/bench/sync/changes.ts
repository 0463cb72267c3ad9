/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Result } from '../result.ts'
import type { Change, Work } from './oracle.ts'
import type { Linked, SyncWorld } from './world.ts'

import { randomFrom } from '../../support/random.ts'
import { leastCalls } from './oracle.ts'

/** How many of what usually is a thousand. */
export type Size = (usual: number) => number

/** In a small run a single page of a list would be a large part of all. */
const FEW_CALLS = 10
const OUTAGE_SECONDS = 3600
const RECORDS_IN_OUTAGE = 100
const EDITS_IN_A_ROUND = 100

/**
 * A figure beside the smallest possible.
 *
 * @param metric in words, without the forum
 * @param world in which it was counted
 * @param work that was done
 * @param most how many times the smallest it may be
 * @param value calls that were made; those since they were counted last, when left out
 */
export function compare(metric: string, world: SyncWorld, work: Work, most: number, value = world.count().work): Result {
	const baseline = leastCalls(work, world.version)
	return { metric: `${metric}, forum ${world.version}`, value, unit: 'calls', baseline, ratio: value / baseline, aim: `≤ ${most}, or ${FEW_CALLS} calls more`, ok: value <= Math.max(most * baseline, baseline + FEW_CALLS) }
}

/**
 * Needs that are published at once, on a forum that tells of its new topics.
 *
 * @param world empty
 * @param size of it
 */
export async function creations(world: SyncWorld, size: Size): Promise<Result[]> {
	const count = size(1000)
	await world.publish(count)
	await world.drain()
	await world.settle()
	const { work, facts } = world.count()
	return [compare(`${count} creations`, world, { creations: count }, 1.02, work), { metric: `asked once an hour whatever happens, forum ${world.version}`, value: facts, unit: 'calls', baseline: null, ratio: null, aim: '≤ 5', ok: facts <= 5 }]
}

/**
 * Authors correct their needs again and again while the forum is away for an hour.
 *
 * @param world any
 * @param size of it
 */
export async function editsInOutage(world: SyncWorld, size: Size): Promise<Result[]> {
	const [edits, records] = [size(1000), size(RECORDS_IN_OUTAGE)]
	const linked = await world.linked(records)
	const before = await Promise.all(linked.map(({ uuid }) => world.wanted(uuid)))
	const random = randomFrom(1)
	world.forum.faults.set('refuse', { count: Infinity })
	for (let edit = 0; edit < edits; edit++) {
		await correctSomething(world, linked[Math.floor(random() * records)], edit, random())
		world.pass(OUTAGE_SECONDS / edits)
		if (edit % 10 === 0) {
			await world.drain()
		}
	}
	const probes = world.count().work
	world.forum.faults.clear()
	for (let minute = 0; minute < 10; minute++) {
		world.pass(60)
		await world.drain()
	}
	await world.settle()
	const changes = await Promise.all(linked.map(async ({ uuid }, index): Promise<Change> => {
		const after = await world.wanted(uuid)
		return { before: before[index] ?? after, after }
	}))
	return [
		compare(`${edits} edits to ${records} records while the forum is away, once it is back`, world, { changes }, 1.05),
		{ metric: `an hour in which the forum is away and ${edits} edits come, forum ${world.version}`, value: probes, unit: 'calls', baseline: null, ratio: null, aim: '≤ 60, one a minute', ok: probes <= 60 },
	]
}

/**
 * One field or two, as authors do.
 *
 * @param world of the need
 * @param linked need
 * @param number that makes the text new
 * @param dice from 0 to 1
 */
export async function correctSomething(world: SyncWorld, linked: Linked | undefined, number: number, dice: number): Promise<void> {
	await world.correct(linked?.uuid ?? '', (publication) => ({
		...publication,
		...(dice < 0.4 ? { title: `Quel agenda partagé choisir, question ${number} ?` } : {}),
		...(dice > 0.3 ? { sections: publication.sections.map((section) => section.id === 'context' ? { ...section, text: `Nous sommes une association, texte ${number}.` } : section) } : {}),
	}))
}

/**
 * Moderators edit texts, each of another topic in a round, and the forum tells of each.
 *
 * @param world any
 * @param size of it
 */
export async function staffEdits(world: SyncWorld, size: Size): Promise<Result[]> {
	const edits = size(1000)
	const linked = await world.linked(size(EDITS_IN_A_ROUND))
	for (let edit = 0; edit < edits; edit++) {
		editByStaff(world, linked[edit % linked.length], edit)
		if ((edit + 1) % linked.length === 0) {
			await world.settle()
			world.pass(600)
		}
	}
	return [compare(`${edits} edits by staff, told by webhook`, world, { read: edits }, 1.05)]
}

/**
 * @param world of the topic
 * @param linked need
 * @param number that makes the text new
 */
export function editByStaff(world: SyncWorld, linked: Linked | undefined, number: number): void {
	if (linked !== undefined) {
		world.marie.edit(linked.first, linked.first.raw.replace(/Nous(?:, le groupe \d+,)? nous marchons/u, `Nous, le groupe ${number}, nous marchons`))
	}
}
