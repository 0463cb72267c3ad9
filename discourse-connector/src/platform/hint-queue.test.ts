/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { HintQueueOptions, Look, Verdict } from './hint-queue.ts'

import { afterEach, describe, expect, it } from 'vitest'
import { HintQueue } from './hint-queue.ts'
import { leaveHint, leaveHints, Priority } from './hints.ts'
import { onPostgres, withDatabase } from './testing.ts'

describe('the queue of hints', () => {
	const database = withDatabase()
	const queues: HintQueue[] = []
	const clock = { secondsAhead: 0 }

	function queue(look: HintQueueOptions['look'], options: Partial<HintQueueOptions> = {}): HintQueue {
		const made = new HintQueue(database, { look, onFailure: () => {}, clock, ...options })
		queues.push(made)
		return made
	}

	afterEach(async () => {
		clock.secondsAhead = 0
		await Promise.all(queues.splice(0).map((one) => one.stop()))
	})

	async function left() {
		return await database.kysely.selectFrom('hint').select(['record', 'failures', 'last_error']).execute()
	}

	it('looks once at a record that was hinted a hundred times', async () => {
		for (let count = 0; count < 100; count++) {
			await leaveHint(database.kysely, 'need-1', `edit ${count}`)
		}
		const seen: string[] = []
		await queue(async ({ record, reason }) => {
			seen.push(`${record} ${reason}`)
			return 'done'
		}).drain()

		expect(seen).toEqual(['need-1 edit 99'])
		expect(await left()).toEqual([])
	})

	it('forgets a hint whose transaction is rolled back', async () => {
		await database.kysely.transaction().execute(async (transaction) => {
			await leaveHint(transaction, 'need-1', 'published')
			throw new Error('no')
		}).catch(() => {})

		expect(await left()).toEqual([])
	})

	it('looks again when a hint came while it looked', async () => {
		await leaveHint(database.kysely, 'need-1', 'published')
		const seen: string[] = []
		await queue(async ({ reason }) => {
			seen.push(reason)
			if (seen.length === 1) {
				await leaveHint(database.kysely, 'need-1', 'edited')
			}
			return 'done'
		}).drain()

		expect(seen).toEqual(['published', 'edited'])
	})

	it('looks again at a change that was not yet committed when it looked', async ({ skip }) => {
		skip(!onPostgres, 'the embedded database runs one transaction after the other')
		await leaveHint(database.kysely, 'need-1', 'published')
		const looks: string[] = []
		const worker = queue(async ({ reason }) => {
			looks.push(reason)
			return 'done'
		})
		const written = Promise.withResolvers<void>()
		const looked = Promise.withResolvers<void>()
		const changing = database.kysely.transaction().execute(async (transaction) => {
			await leaveHint(transaction, 'need-1', 'edited')
			written.resolve()
			await looked.promise
		})
		await written.promise
		await worker.drain()
		looked.resolve()
		await changing
		await worker.drain()

		expect(looks.at(-1)).toBe('edited')
		expect(await left()).toEqual([])
	})

	it('lets one worker at a time look at a record, and others look at other records meanwhile', async () => {
		await leaveHints(database.kysely, [{ record: 'need-hot', reason: 'a' }])
		const entered = Promise.withResolvers<void>()
		const release = Promise.withResolvers<void>()
		const slow = queue(async () => {
			entered.resolve()
			await release.promise
			return 'done'
		}).drain()
		await entered.promise
		await leaveHints(database.kysely, [{ record: 'need-hot', reason: 'b' }, { record: 'need-other', reason: 'c' }])
		const seen: string[] = []
		const fast = queue(async ({ record }) => {
			seen.push(record)
			return 'done'
		})
		await fast.drain()
		expect(seen).toEqual(['need-other'])

		release.resolve()
		await slow
		expect(await left()).toEqual([])
	})

	it('gives the record of a dead worker to another, and ignores the first when it comes back', async () => {
		await leaveHint(database.kysely, 'need-1', 'published')
		const entered = Promise.withResolvers<Look>()
		const release = Promise.withResolvers<void>()
		const dead = queue(async (look) => {
			entered.resolve(look)
			await release.promise
			return 'done'
		}).drain()
		const look = await entered.promise

		clock.secondsAhead = 61
		const seen: string[] = []
		await queue(async ({ record }) => {
			seen.push(record)
			return { lookAgainAfterSeconds: 600 }
		}).drain()
		expect(seen).toEqual(['need-1'])
		await expect(look.assertMine()).rejects.toThrow('Another worker')
		expect(look.signal.aborted).toBe(true)
		release.resolve()
		await dead
		expect(await left()).toMatchObject([{ record: 'need-1' }])
	})

	it('looks again after the time that the handler asked for, without counting a failure', async () => {
		await leaveHint(database.kysely, 'need-1', 'published')
		const seen: number[] = []
		const worker = queue(async ({ failures }) => {
			seen.push(failures)
			return seen.length < 3 ? { lookAgainAfterSeconds: 30 } : 'done'
		})
		for (const ahead of [0, 29, 31, 62]) {
			clock.secondsAhead = ahead
			await worker.drain()
		}

		expect(seen).toEqual([0, 0, 0])
		expect(await left()).toEqual([])
	})

	it('tries a failing record later and later, says why, and never gives it up', async () => {
		await leaveHint(database.kysely, 'need-1', 'published')
		const failures: number[] = []
		const worker = queue(async () => {
			throw new Error('the forum is away')
		}, { onFailure: (_, look) => failures.push(look.failures) })
		for (let hour = 0; hour < 48; hour++) {
			clock.secondsAhead = hour * 3600
			await worker.drain()
		}

		expect(failures).toHaveLength(48)
		expect(await left()).toMatchObject([{ record: 'need-1', failures: 48, last_error: 'the forum is away' }])
	})

	it('takes people’s hints first, but leaves nothing waiting for ever', async () => {
		await leaveHints(database.kysely, [
			{ record: 'topic-old', reason: 'audit', priority: Priority.audit, afterSeconds: -600 },
			{ record: 'topic-new', reason: 'audit', priority: Priority.audit, afterSeconds: -60 },
			{ record: 'need-1', reason: 'published', priority: Priority.person },
		])
		const seen: string[] = []
		const worker = queue(async ({ record }) => {
			seen.push(record)
			return 'done'
		}, { concurrency: 1 })
		await worker.drain()
		expect(seen).toEqual(['topic-old', 'need-1', 'topic-new'])
	})

	it('gives a record back when it has to stop before the look ends', async () => {
		await leaveHint(database.kysely, 'need-1', 'published')
		const entered = Promise.withResolvers<Look>()
		const worker = queue(async (look) => {
			entered.resolve(look)
			return await new Promise<Verdict>(() => {})
		})
		await worker.start()
		const look = await entered.promise
		await worker.stop(0)

		expect(look.signal.aborted).toBe(true)
		const seen: string[] = []
		await queue(async ({ record }) => {
			seen.push(record)
			return 'done'
		}).drain()
		expect(seen).toEqual(['need-1'])
	})

	it('hears of a committed hint at once while it runs, and stops after the look under way', async () => {
		const seen = Promise.withResolvers<string>()
		const worker = queue(async ({ record }) => {
			seen.resolve(record)
			return 'done'
		}, { pollSeconds: 3600 })
		await worker.start()
		await leaveHint(database.kysely, 'need-1', 'published')

		expect(await seen.promise).toBe('need-1')
		await worker.stop()
		expect(await left()).toEqual([])
	})
})
