/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Result } from '../result.ts'
import type { Size } from './changes.ts'
import type { SyncWorld } from './world.ts'

import { auditOfAll } from './audit.ts'
import { creations, editsInOutage, staffEdits } from './changes.ts'
import { localCost } from './local-cost.ts'
import { recovery, staffEditsWithLosses } from './losses.ts'
import { memory } from './memory.ts'
import { VERSIONS } from './oracle.ts'
import { untold } from './untold.ts'
import { openWorld } from './world.ts'

const SCENARIOS = [creations, editsInOutage, staffEdits, staffEditsWithLosses, recovery]
/** What people wait for among the other figures; a hundred thousand records are for `npm run bench -- memory`. */
const MEMORY_SECONDS = 150
const ALONE_SECONDS = 900

/**
 * What the synchronisation costs the forum, in calls, beside the smallest number that could do the same; and what it
 * costs this machine. Time is moved and never waited for, and the budget of calls holds nothing back.
 *
 * @param quick a tenth of everything
 */
export async function benchSync(quick: boolean): Promise<Result[]> {
	const size = sizeOf(quick)
	const results: Result[] = []
	for (const version of VERSIONS) {
		for (const scenario of SCENARIOS) {
			results.push(...await inWorld(() => openWorld(version), (world) => scenario(world, size)))
		}
		results.push(...await untold(version, size))
	}
	results.push(...await auditOfAll('2026', size), ...await localCost(size), ...await memory(size, quick ? MEMORY_SECONDS / 5 : MEMORY_SECONDS))
	return results
}

/**
 * What the connector itself costs, alone.
 *
 * @param quick a tenth of everything
 */
export async function benchLocalCost(quick: boolean): Promise<Result[]> {
	return await localCost(sizeOf(quick))
}

/**
 * What a process keeps of a hundred thousand records that it looks at, in at most a quarter of an hour.
 *
 * @param quick a tenth of everything
 */
export async function benchMemory(quick: boolean): Promise<Result[]> {
	return await memory(sizeOf(quick), Number(process.env.BENCH_MEMORY_SECONDS ?? ALONE_SECONDS))
}

function sizeOf(quick: boolean): Size {
	return (usual) => quick ? Math.ceil(usual / 10) : usual
}

async function inWorld(open: () => Promise<SyncWorld>, run: (world: SyncWorld) => Promise<Result[]>): Promise<Result[]> {
	const world = await open()
	try {
		return await run(world)
	} finally {
		await world.close()
	}
}
