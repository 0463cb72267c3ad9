/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Result } from '../result.ts'
import type { Size } from './changes.ts'
import type { MemoryAt } from './memory-child.ts'

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** What a process may keep of each record that it looked at: less than its number. */
const MOST_BYTES_A_RECORD = 50
const MEGABYTE = 1024 * 1024
/** What compiling and caches of a process that runs for minutes only come to. */
const WARMING = 2 * MEGABYTE

/**
 * What a process that looks at one record after the other keeps of them: its heap after the tenth part and at the end,
 * each time after everything unused was given back.
 *
 * @param size of it
 * @param mostSeconds when to stop at what was reached by then
 */
export async function memory(size: Size, mostSeconds: number): Promise<Result[]> {
	const file = fileURLToPath(new URL('./memory-child.ts', import.meta.url))
	const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', file, JSON.stringify({ records: size(100_000), mostSeconds })], { maxBuffer: MEGABYTE })
	const [first, last] = JSON.parse(stdout) as [MemoryAt, MemoryAt]
	const grown = last.heapUsed - first.heapUsed
	const perRecord = grown / (last.records - first.records)
	return [
		{ metric: `heap after ${last.records} records, beside after ${first.records}, ${last.store}`, value: last.heapUsed / MEGABYTE, unit: 'MB', baseline: first.heapUsed / MEGABYTE, ratio: last.heapUsed / first.heapUsed, aim: `flat: ≤ ${MOST_BYTES_A_RECORD} bytes a record (now ${perRecord.toFixed(0)}), or 2 MB in all`, ok: grown <= Math.max(WARMING, MOST_BYTES_A_RECORD * (last.records - first.records)) },
		{ metric: 'resident memory at the same moments', value: last.rss / MEGABYTE, unit: 'MB', baseline: first.rss / MEGABYTE, ratio: last.rss / first.rss, aim: 'none of its own: the heap is what counts', ok: true },
	]
}
