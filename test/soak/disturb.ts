/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Stage } from './stage.ts'

import { setTimeout as wait } from 'node:timers/promises'
import { randomFrom } from '../support/random.ts'

const KILL_SECONDS = 20
/** About how often each happens, in seconds. */
const EVERY = { publish: 4, correct: 2, withdraw: 30, edit: 1.5, reply: 2, deleteOrRecover: 20, fail: 8, weigh: 5 } as const

/**
 * Lets everything happen at once until the time is over: people act on both sides, calls fail, and every twenty seconds a
 * connector is killed and started again.
 *
 * @param stage that is open
 * @param seconds how long
 * @param seed of all chances but those on the forum
 * @throws {Error} for an answer to a cloud that repeating would not change
 */
export async function disturb({ cloud, lively, replicas }: Stage, seconds: number, seed: number): Promise<void> {
	const random = randomFrom(seed)
	const end = Date.now() + seconds * 1000
	const again = async (every: number, act: () => unknown) => {
		while (Date.now() < end) {
			await wait(Math.min((0.5 + random()) * every * 1000, Math.max(0, end - Date.now())))
			await act()
		}
	}
	const anyNeed = () => {
		const open = cloud.needs.filter(({ withdrawn }) => !withdrawn)
		return open[Math.floor(random() * open.length)]
	}
	const kill = async () => {
		for (let at = Date.now() + KILL_SECONDS * 1000; at < end; at += KILL_SECONDS * 1000) {
			await wait(Math.max(0, at - Date.now()))
			await replicas.killOne(random())
		}
	}
	// One at a time for each need: two corrections at once would answer one of their authors that it is stale.
	const correcting = async () => {
		const need = anyNeed()
		await (need && (random() < EVERY.correct / EVERY.withdraw ? cloud.withdraw(need) : cloud.correct(need, random() < 0.3)))
	}
	await Promise.all([
		kill(),
		again(EVERY.publish, () => cloud.publish()),
		again(EVERY.correct, correcting),
		again(EVERY.edit, () => lively.edit()),
		again(EVERY.reply, () => lively.reply()),
		again(EVERY.deleteOrRecover, () => lively.deleteOrRecover()),
		again(EVERY.fail, () => lively.fail()),
		again(EVERY.weigh, () => replicas.weigh()),
	])
	lively.forum.faults.clear()
}
