/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { JoinedForum } from '../testing.ts'

import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { recordOf } from '../../community/tables.ts'
import { withDatabase } from '../../platform/testing.ts'
import { joinForum } from '../testing.ts'

const database = withDatabase()

/** A forum that answers all but what concerns one topic: that always ends in its own failure. */
async function failingAtOne(joined: JoinedForum): Promise<{ bad: string, good: string }> {
	const bad = await joined.publish()
	const good = await joined.publish({ title: 'Un autre besoin, dont le sujet va bien' })
	await joined.drain()
	await joined.correct(bad, { title: 'Quel agenda partagé pour treize bénévoles ?' })
	joined.forum.faults.set('server-error', { count: Infinity, path: `/t/${joined.topics(bad)[0]?.id}.json` })
	return { bad, good }
}

async function hintOf(uuid: string): Promise<{ failures: number, due_at: Date }> {
	return await database.kysely.selectFrom('hint').select(['failures', sql<Date>`due_at`.as('due_at')]).where('record', '=', recordOf(uuid)).executeTakeFirstOrThrow()
}

it('E59 leaves the forum alone for no other record when it fails at one again and again', async () => {
	const joined = await joinForum(database)
	const { good } = await failingAtOne(joined)
	await joined.drain()
	for (let time = 0; time < 5; time++) {
		joined.pass(400)
		await joined.drain()
		expect((await joined.gate.state.read()).pauseSeconds).toBe(0)
		await joined.correct(good, { title: `Un autre besoin, corrigé ${time + 2} fois` })
		await joined.drain()
		expect(joined.topics(good)[0]?.title).toBe(`Un autre besoin, corrigé ${time + 2} fois`)
	}
})

it('asks ever more rarely for a record at which the forum fails, says so in words, and sends it once it is mended', async () => {
	const joined = await joinForum(database)
	const { bad } = await failingAtOne(joined)
	let before = 0
	for (let time = 1; time <= 4; time++) {
		await joined.drain()
		const { failures, due_at: due } = await hintOf(bad)
		expect(failures).toBe(time)
		const wait = due.getTime() - Date.now()
		expect(wait).toBeGreaterThan(before)
		joined.pass((wait - before) / 1000 + 2)
		before = wait
	}
	expect((await joined.link(bad)).problem).toMatchObject({ kind: 'forum-fails', text: { fr: expect.stringContaining('rien à corriger'), en: expect.stringContaining('log') } })
	expect(joined.recordTroubles).toContain(recordOf(bad))
	joined.forum.faults.clear()
	joined.pass(3600)
	await joined.drain()
	expect(await joined.link(bad)).toMatchObject({ state: 'linked', problem: null, attempts: 0 })
	expect(joined.topics(bad)[0]?.title).toBe('Quel agenda partagé pour treize bénévoles ?')
})

it('E59 takes a forum that fails at everything for one that is away, and asks it once after each pause', async () => {
	const joined = await joinForum(database)
	const uuids = []
	for (const name of ['premier', 'second', 'troisième', 'quatrième', 'cinquième']) {
		uuids.push(await joined.publish({ title: `Un ${name} besoin tout à fait neuf` }))
	}
	joined.forum.faults.set('server-error', { count: Infinity })
	await joined.drain()
	joined.pass(6)
	for (let pause = 0; pause < 8; pause++) {
		joined.calls.length = 0
		await joined.drain()
		expect(joined.calls).toHaveLength(1)
		const { pauseSeconds } = await joined.gate.state.read()
		expect(pauseSeconds).toBeGreaterThan(pause < 5 ? 2 ** pause : 60)
		joined.pass(pauseSeconds + 1)
	}
	joined.forum.faults.clear()
	for (let minute = 0; minute < 3; minute++) {
		joined.pass(60)
		await joined.drain()
	}
	for (const uuid of uuids) {
		expect(joined.topics(uuid)).toHaveLength(1)
		expect(await joined.link(uuid)).toMatchObject({ state: 'linked', problem: null })
	}
})
