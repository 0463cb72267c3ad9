/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Result } from '../result.ts'
import type { Size } from './changes.ts'
import type { Version } from './oracle.ts'
import type { Linked, SyncWorld } from './world.ts'

import { randomFrom } from '../../support/random.ts'
import { editByStaff } from './changes.ts'
import { linkedLongAgo } from './long-ago.ts'
import { beginDetection, lose } from './losses.ts'
import { leastCalls, pagesToWatermark } from './oracle.ts'
import { openWorld } from './world.ts'

const CHANGED = 10
const FOREIGN_TOPICS = 500
const PAUSE_SECONDS = 1200

/** Who can tell what changed. */
const WAYS = ['lists', 'lists of a busy forum', 'the journal'] as const

type Way = typeof WAYS[number]

/** Rows or deliveries that are newer than what was read last. */
const NEW_ENTRIES: Readonly<Record<Way, number>> = { lists: CHANGED, 'lists of a busy forum': CHANGED + FOREIGN_TOPICS, 'the journal': CHANGED }

/**
 * Of ten thousand linked topics ten change and no webhook tells; the same beside where a tenth as many are linked.
 *
 * @param version of the forum
 * @param size of it
 */
export async function untold(version: Version, size: Size): Promise<Result[]> {
	const [many, few] = [size(10_000), size(1000)]
	const [callsOfMany, callsOfFew] = [await callsWith(version, many), await callsWith(version, few)]
	return WAYS.map((way): Result => {
		const entries = NEW_ENTRIES[way]
		const byJournal = way === 'the journal'
		const pages = byJournal ? 1 : pagesToWatermark(entries, version)
		const baseline = leastCalls({ read: CHANGED, detection: byJournal ? { deliveries: entries, failed: entries } : { activity: entries, created: 0 } }, version)
		const [value, withFew, most] = [callsOfMany.get(way) ?? NaN, callsOfFew.get(way) ?? NaN, 3 * pages + CHANGED]
		return {
			metric: `${CHANGED} of ${many} linked topics changed, told by ${way}, forum ${version}`,
			value,
			unit: 'calls',
			baseline,
			ratio: value / baseline,
			aim: `≤ ${most} (3 × ${pages} pages + ${CHANGED}), as many with ${few} linked: ${withFew}`,
			ok: value <= most && value === withFew,
		}
	})
}

async function callsWith(version: Version, count: number): Promise<Map<Way, number>> {
	const world = await openWorld(version)
	try {
		const linked = await linkedLongAgo(world, count)
		const foreign = foreignTopics(world)
		await beginDetection(world)
		const calls = new Map<Way, number>()
		for (const way of WAYS) {
			await lose(world, way !== 'the journal', () => {
				change(world, linked, way)
				if (way === 'lists of a busy forum') {
					foreign.forEach((topic, index) => world.marie.reply(topic, `Voici encore une réponse à la question numéro ${index}.`))
				}
			})
			world.pass(PAUSE_SECONDS)
			await world.detect(way === 'the journal' ? 'detect-journal' : 'detect-lists')
			await world.settle()
			calls.set(way, world.count().work)
			world.pass(PAUSE_SECONDS)
		}
		return calls
	} finally {
		await world.close()
	}
}

function foreignTopics({ forum, marie, pass }: SyncWorld): Linked['topic'][] {
	forum.faults.set('webhook-lost', { count: Infinity })
	const topics = Array.from({ length: FOREIGN_TOPICS }, (_, number) => {
		pass(60)
		return marie.newTopic({ title: `Une question de quelqu’un d’autre, la ${number}`, raw: `Bonjour, j’ai une question, la numéro ${number}.`, categoryId: 5 })
	})
	forum.faults.clear()
	return topics
}

/** Each way gets ten topics of its own. */
function change(world: SyncWorld, linked: readonly Linked[], way: Way): void {
	const random = randomFrom(WAYS.indexOf(way) + 10)
	const chosen = new Set<number>()
	while (chosen.size < CHANGED) {
		chosen.add(Math.floor(random() * linked.length / WAYS.length) * WAYS.length + WAYS.indexOf(way))
	}
	chosen.forEach((index) => editByStaff(world, linked[index], index))
}
