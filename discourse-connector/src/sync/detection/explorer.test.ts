/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { person } from '../../../sandbox-forum/people.ts'
import { sweepQuery } from '../../forum/sweep-query.ts'
import { withDatabase } from '../../platform/testing.ts'
import { hearingForum } from './testing.ts'

const database = withDatabase()

it.each(['2026', '3.1'] as const)('E26 hears in one call of what moves nothing in the lists (forum %s)', async (version) => {
	const { published, detect, settle, goDeaf, forum, marie, pass, link, told } = await hearingForum(database, { version })
	forum.state.data.queries.push({ id: 7, ...sweepQuery })
	const [need] = await published(4)
	person(forum.forum, 'Paul').reply(need!.topic, 'Nous utilisons Nextcloud depuis deux ans.')
	await settle()
	await detect('detect-explorer')
	expect(told.join()).toContain('Data Explorer tells')
	goDeaf()
	pass(1000)
	const [first] = forum.state.postsOf(need!.topic.id)
	marie.edit(first!, `${first!.raw}\n\nLa modération ajoute un mot.`)
	const calls = await detect('detect-explorer')
	expect(calls.map((call) => call.replace('discourse-data-explorer', 'explorer'))).toEqual(['POST /admin/plugins/explorer/queries/N/run.json', 'GET /t/N.json'])
	expect((await link(need!.uuid)).forumText?.html).toContain('La modération ajoute')
	expect(await detect('detect-explorer')).toHaveLength(1)
})

it('E35 hears that a topic was deleted', async () => {
	const { published, detect, goDeaf, forum, marie, pass, link } = await hearingForum(database)
	forum.state.data.queries.push({ id: 7, ...sweepQuery })
	const [need] = await published(1)
	await detect('detect-explorer')
	goDeaf()
	pass(1000)
	marie.deleteTopic(need!.topic)
	await detect('detect-explorer')
	expect(await link(need!.uuid)).toMatchObject({ state: 'gone' })
})

it('asks once a day where there is no such query, and is quiet about it', async () => {
	const { detect, told, calls, pass, drain } = await hearingForum(database)
	await detect('detect-explorer')
	calls.length = 0
	pass(80_000)
	await drain()
	expect(calls).toEqual([])
	expect(told).toEqual([])
})
