/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { CommandContext } from '../../platform/command.ts'

import { expect, it } from 'vitest'
import { purgeTopic } from '../../../sandbox-forum/topics/move-posts.ts'
import { readConfiguration } from '../../platform/configuration.ts'
import { leaveHints } from '../../platform/hints.ts'
import { withDatabase } from '../../platform/testing.ts'
import { topicsCommand } from './command.ts'
import { hearingForum, letTimePass } from './testing.ts'

const database = withDatabase()

async function run(...args: string[]) {
	const said: string[] = []
	const context: CommandContext = { database, configuration: readConfiguration({}), directory: '/', print: (line) => said.push(line), complain: (line) => said.push(line) }
	return { code: await topicsCommand(args, context), said: said.join('\n') }
}

async function withTopics(count: number) {
	const hearing = await hearingForum(database)
	const published = await hearing.published(count)
	const category = hearing.forum.state.category(6)!
	return {
		...hearing,
		onForum: published.map(({ topic }) => topic),
		/** The bot loses its rights and the category is closed to others. */
		hide: (hidden: boolean) => {
			category.staffOnly = hidden
			Object.assign(hearing.forum.state.user(1), { moderator: !hidden })
		},
		lookAtAll: async () => {
			await leaveHints(database.kysely, published.map(({ uuid }) => ({ record: `need-${uuid}`, reason: 'webhook' })))
			await hearing.drain()
		},
		states: async () => (await Promise.all(published.map(({ uuid }) => hearing.link(uuid)))).map(({ state }) => state),
	}
}

it('E44 marks few topics as gone, and none any more when many vanish at once', async () => {
	const { hide, lookAtAll, states, told } = await withTopics(30)
	hide(true)
	await lookAtAll()
	await lookAtAll()
	expect((await states()).filter((state) => state === 'gone')).toHaveLength(9)
	expect(told.filter((sentence) => sentence === 'Many topics vanished')).toHaveLength(1)
	expect((await run('vanished')).said).toContain('of 30 topics vanished')
})

it('E61 takes everything back by itself once the bot has its rights again, and ends the alarm', async () => {
	const { hide, lookAtAll, states, detect, drain, pass } = await withTopics(20)
	hide(true)
	await lookAtAll()
	hide(false)
	await detect('audit-topics')
	pass(5)
	await drain()
	pass(90_000)
	await detect('audit-topics')
	pass(300)
	await detect('audit-topics')
	expect((await states()).every((state) => state === 'linked')).toBe(true)
	expect((await run('vanished')).said).toBe('No topics vanished at once.')
})

it('E38 waits for a person after a restored backup, and then marks what is gone', async () => {
	const { onForum, forum, lookAtAll, states, drain } = await withTopics(14)
	onForum.forEach((topic) => purgeTopic(forum.forum, topic))
	await lookAtAll()
	expect((await states()).filter((state) => state === 'linked')).toHaveLength(5)
	expect(await run('confirm-gone')).toMatchObject({ code: 0, said: expect.stringContaining('5 topics') })
	await drain()
	expect((await states()).every((state) => state === 'gone')).toBe(true)
	expect(await run('confirm-gone')).toMatchObject({ code: 1 })
})

it('E61 reads each of them once when they come back', async () => {
	const { hide, lookAtAll, states, detect } = await withTopics(30)
	hide(true)
	await lookAtAll()
	const held = (await states()).filter((state) => state === 'linked').length
	hide(false)
	const calls = await detect('audit-topics')
	expect(calls.filter((call) => call === 'GET /t/N.json')).toHaveLength(held)
	expect(await database.kysely.selectFrom('vanished_topic').select('record_id').where('held', '=', true).execute()).toEqual([])
})

it('E36 leaves what is lost to the audit, before which people’s actions go', async () => {
	const { onForum, ...hearing } = await withTopics(14)
	const { forum, lookAtAll, calls } = hearing
	onForum.forEach((topic) => purgeTopic(forum.forum, topic))
	await lookAtAll()
	await run('confirm-gone')
	expect(await database.kysely.selectFrom('hint').select('record').where('priority', '=', 0).execute()).toEqual([])
	await hearing.drain()
	calls.length = 0
	await letTimePass(database, hearing, 6 * 3600, 1800)
	expect(calls.filter((call) => /^GET \/t\/\d+\.json/.test(call))).toEqual([])
})

it('lets one topic in twenty vanish of many without asking', async () => {
	const { onForum, marie, lookAtAll, states, told } = await withTopics(30)
	onForum.slice(0, 9).forEach((topic) => marie.deleteTopic(topic))
	await lookAtAll()
	expect((await states()).filter((state) => state === 'gone')).toHaveLength(9)
	expect(told).toEqual([])
})

it('explains its commands', async () => {
	expect(await run('burn')).toMatchObject({ code: 2, said: expect.stringContaining('topics confirm-gone') })
})
