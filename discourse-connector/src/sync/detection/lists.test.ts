/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { person } from '../../../sandbox-forum/people.ts'
import { splitTopic } from '../../../sandbox-forum/topics/move-posts.ts'
import { withDatabase } from '../../platform/testing.ts'
import { hearingForum } from './testing.ts'

const CALLER = { instance: 'instance-1', organisation: 'organisation-1', member: 'member-1' }
const database = withDatabase()

it('costs two calls and no look while nothing changed, also of our own topics', async () => {
	const { published, detect } = await hearingForum(database)
	await published(3)
	expect(await detect('detect-lists')).toEqual(['GET /latest.json', 'GET /latest.json'])
	expect(await detect('detect-lists')).toEqual(['GET /latest.json', 'GET /latest.json'])
})

it('hears of replies, closing and new titles that no webhook told, and looks at those topics only', async () => {
	const { published, detect, goDeaf, marie, forum, needs, pass } = await hearingForum(database)
	const [first, second, third] = await published(5)
	await detect('detect-lists')
	goDeaf()
	pass(1000)
	person(forum.forum, 'Paul').reply(first!.topic, 'Nous utilisons Nextcloud depuis deux ans.')
	marie.change(second!.topic, { title: 'Quel agenda partagé pour treize bénévoles ?' })
	marie.setStatus(third!.topic, 'closed', true)
	const calls = await detect('detect-lists')
	expect(calls.slice(0, 2)).toEqual(['GET /latest.json', 'GET /latest.json'])
	expect(calls.filter((call) => call === 'GET /t/N.json')).toHaveLength(3)
	expect((await needs.read(CALLER, first!.uuid)).replyCount).toBe(1)
	expect(await detect('detect-lists')).toHaveLength(2)
})

it.each([['2026', 100], ['3.1', 30]] as const)('E63 costs at most three calls a page and ten however many topics are linked (forum %s)', async (version, size) => {
	const { published, detect, goDeaf, forum, pass } = await hearingForum(database, { version })
	const linked = await published(60)
	await detect('detect-lists')
	goDeaf()
	pass(1000)
	const marie = person(forum.forum, 'Marie')
	for (let count = 0; count < 150; count++) {
		marie.newTopic({ title: `Un sujet de personne numéro ${count}, sans rapport`, raw: 'Un texte bien assez long pour ce forum.', categoryId: 8 })
	}
	linked.slice(0, 10).forEach(({ topic }) => marie.reply(topic, 'Une réponse que rien ne dit au connecteur.'))
	const calls = await detect('detect-lists')
	expect(calls.filter((call) => call === 'GET /t/N.json')).toHaveLength(10)
	// The sixty were made in the last minutes before the mark, so they are read again with what came after it.
	expect(calls.length).toBeLessThanOrEqual(3 * Math.ceil(210 / size) + 10)
})

it('E40 finds the topic that replies were split into, and the one that lost them', async () => {
	const { published, detect, settle, goDeaf, marie, forum, needs, pass } = await hearingForum(database)
	const [need] = await published(1)
	const reply = person(forum.forum, 'Paul').reply(need!.topic, 'Une réponse qui déménagera bientôt.')
	await settle()
	expect((await needs.read(CALLER, need!.uuid)).replyCount).toBe(1)
	await detect('detect-lists')
	goDeaf()
	pass(1000)
	const split = splitTopic(forum.forum, need!.topic, [reply], 'Le sujet qui en est né', marie.user)
	await detect('detect-lists')
	expect((await needs.read(CALLER, need!.uuid)).replyCount).toBe(0)
	const { state } = await database.kysely.selectFrom('detection').select('state').where('name', '=', 'lists').executeTakeFirstOrThrow()
	expect(state).toMatchObject({ rows: { [split.id]: expect.any(String) } })
})

it.each(['E61', 'E64', 'E44'] as const)('%s concludes nothing from what is not listed', async () => {
	const { published, detect, forum, link } = await hearingForum(database)
	const needs = await published(12)
	await detect('detect-lists')
	forum.state.data.users.filter(({ id }) => id === 1).forEach((bot) => Object.assign(bot, { mutedCategoryIds: [5, 6, 7, 8] }))
	expect(await detect('detect-lists')).toHaveLength(2)
	for (const { uuid } of needs) {
		expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null })
	}
})

it('is done anew after a crash between reading and keeping', async () => {
	const { published, detect, goDeaf, forum, pass } = await hearingForum(database)
	const [need] = await published(1)
	await detect('detect-lists')
	goDeaf()
	pass(1000)
	person(forum.forum, 'Paul').reply(need!.topic, 'Nous utilisons Nextcloud depuis deux ans.')
	forum.faults.set('cut-body', { count: 1, path: '/latest.json' })
	expect(await detect('detect-lists')).toEqual(['GET /latest.json'])
	pass(400)
	expect(await detect('detect-lists')).toEqual(['GET /latest.json', 'GET /latest.json', 'GET /t/N.json'])
})
