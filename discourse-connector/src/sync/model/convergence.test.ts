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

/**
 * A failure is shrunk to the fewest commands until the time is over; CONVERGENCE_SHRINK=0 shows it as it is.
 * The same worlds each time, so that a red run says something of the change; CONVERGENCE_SEED=random tries others. */
const SEED = process.env.CONVERGENCE_SEED === 'random' ? Date.now() : Number(process.env.CONVERGENCE_SEED ?? 20261122)

/** Of the world to try again, as a failure says it. */
const PATH = process.env.CONVERGENCE_PATH

/** Without a least length, so that a failure can be shrunk; unbiased, since short worlds prove little. */
const WORLD = fc.noBias(fc.array(anything, { maxLength: 180, size: 'max' }))

it('comes to the same on both sides whatever people, faults and crashes do, and loses no text', { timeout: RUNS * 30_000 }, async () => {
	const seen = { kills: 0, conflicts: 0, added: 0, topics: 0, answers: 0, suspended: 0 }
	await fc.assert(fc.asyncProperty(WORLD, async (commands) => {
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
				seen.answers += need.answers.length
				seen.suspended += need.suspended ? 1 : 0
				seen.topics += world.topicsOf(need).length
			}
		} finally {
			await world.forum.close()
		}
	}), { seed: SEED, numRuns: RUNS, endOnFailure: process.env.CONVERGENCE_SHRINK === '0', interruptAfterTimeLimit: RUNS * 25_000, ...(PATH === undefined ? {} : { path: PATH }) })
	// A run in which nothing happens would prove nothing.
	expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(RUNS / 10)
})

async function conflictsIn({ database: { kysely } }: World): Promise<number> {
	return (await kysely.selectFrom('topic_link').select('record_id').where('conflict', 'is not', null).execute()).length
}
