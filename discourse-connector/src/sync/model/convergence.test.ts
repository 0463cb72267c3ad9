/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { empty, withDatabase } from '../../platform/testing.ts'
import { everything } from './commands.ts'
import { expectInvariants } from './invariants.ts'
import { newWorld } from './world.ts'

const database = withDatabase()

/** Worlds in one run; CONVERGENCE_RUNS asks for more. */
const RUNS = Number(process.env.CONVERGENCE_RUNS ?? 25)

it('comes to the same on both sides whatever people, faults and crashes do, and loses no text', { timeout: RUNS * 20_000 }, async () => {
	let steps = 0
	await fc.assert(fc.asyncProperty(fc.commands(everything, { maxCommands: 80, size: 'max' }), async (commands) => {
		await empty(database)
		const world = await newWorld(database)
		try {
			await fc.asyncModelRun(() => ({ model: { needs: 0 }, real: world }), commands)
			await world.settle()
			await expectInvariants(world)
			steps += [...commands].length
		} finally {
			await world.forum.close()
		}
	}), { numRuns: RUNS, endOnFailure: process.env.CONVERGENCE_SHRINK === undefined })
	expect(steps).toBeGreaterThan(RUNS * 5)
})
