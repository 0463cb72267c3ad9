/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** What to send, and how hard. */
export interface Load {
	url: string
	secret: string
	/** At most so many webhooks, in at most so many seconds. */
	count: number
	seconds: number
	connections: number
	/** How many topics they are about, in turn. */
	topics: number
	/** Number of the first of them. */
	firstTopic: number
}

/** What came of it. */
export interface Delivered {
	/** How many answers of each status. */
	answers: Record<number, number>
	seconds: number
}

/**
 * Sends webhooks from a process of its own.
 *
 * @param load what to send
 * @return how many were accepted in a second
 * @throws {Error} when any was refused
 */
export async function deliveredPerSecond(load: Load): Promise<number> {
	const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(new URL('./deliver.ts', import.meta.url)), JSON.stringify(load)])
	const { answers: { 200: accepted = 0, ...refused }, seconds } = JSON.parse(stdout) as Delivered
	if (Object.keys(refused).length > 0) {
		throw new Error(`${load.url} refused webhooks: ${JSON.stringify(refused)}, by status.`)
	}
	return accepted / seconds
}
