/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { execFileSync } from 'node:child_process'
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A clock ahead of the real one, for every program that is started with its environment. */
export interface ShiftedClock {
	/** To start programs with. */
	env: Record<string, string>
	/** How far it is ahead, in seconds, from now on; programs that run see it at once. */
	setAhead(seconds: number): void
}

/**
 * Makes a clock with Debian's faketime. Only the time of day is shifted: timers and timeouts run as they do.
 *
 * @param folder to keep the shift in
 * @throws {Error} that says how to get faketime, when this machine lacks it
 */
export function shiftedClock(folder: string): ShiftedClock {
	const file = join(folder, 'clock')
	const setAhead = (seconds: number) => {
		// In one step, or a program could read half a number.
		writeFileSync(`${file}.new`, `+${seconds}\n`)
		renameSync(`${file}.new`, file)
	}
	setAhead(0)
	return { env: { LD_PRELOAD: findLibrary(), FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' }, setAhead }
}

function findLibrary(): string {
	try {
		return execFileSync('faketime', ['-f', '+0', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
	} catch {
		throw new Error('This benchmark lets an hour pass with the program faketime, which this machine lacks. On Debian: sudo apt-get install faketime')
	}
}
