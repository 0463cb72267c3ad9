/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { World } from './world.ts'

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { empty, withDatabase } from '../../platform/testing.ts'
import { anything } from './commands.ts'
import { expectInvariants } from './invariants.ts'
import { newWorld } from './world.ts'

const database = withDatabase()

/** Worlds in one run; CONVERGENCE_RUNS asks for more. */
const RUNS = Number(process.env.CONVERGENCE_RUNS ?? 15)

/** The same worlds each time, so that a red run says something of the change; CONVERGENCE_SEED=random tries others. */
const SEED = process.env.CONVERGENCE_SEED === 'random' ? Date.now() : Number(process.env.CONVERGENCE_SEED ?? 20261122)

it('comes to the same on both sides whatever people, faults and crashes do, and loses no text', { timeout: RUNS * 30_000 }, async () => {
	const seen = { kills: 0, conflicts: 0, added: 0, topics: 0 }
	await fc.assert(fc.asyncProperty(fc.array(anything, { minLength: 60, maxLength: 120 }), async (commands) => {
		await empty(database)
		const world = await newWorld(database)
		try {
			await fc.asyncModelRun(() => ({ model: { needs: 2 }, real: world }), commands)
			seen.conflicts += await conflictsIn(world)
			await world.settle()
			await expectInvariants(world)
			seen.kills += world.kills
			for (const need of world.needs) {
				seen.added += need.added.length
				seen.topics += world.topicsOf(need).length
			}
		} finally {
			await world.forum.close()
		}
	}), { seed: SEED, numRuns: RUNS, endOnFailure: process.env.CONVERGENCE_SHRINK === undefined })
	// A run in which nothing happens would prove nothing.
	expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(RUNS / 10)
})

async function conflictsIn({ database: { kysely } }: World): Promise<number> {
	return (await kysely.selectFrom('topic_link').select('record_id').where('conflict', 'is not', null).execute()).length
}
