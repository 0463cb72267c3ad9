/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { person } from '../../../sandbox-forum/people.ts'
import { renameUser } from '../../../sandbox-forum/topics/move-posts.ts'
import { withDatabase } from '../../platform/testing.ts'
import { hearingForum, letTimePass } from './testing.ts'

const CALLER = { instance: 'instance-1', organisation: 'organisation-1', member: 'member-1' }
const DAY = 86_400
const database = withDatabase()

const reads = (calls: readonly string[]) => calls.filter((call) => /^GET \/t\/\d+\.json/.test(call)).length

it('E32 finds what nothing ever tells, and says that it drifted', async () => {
	const { published, detect, settle, forum, needs, pass, drifts } = await hearingForum(database)
	const [need] = await published(1)
	const paul = person(forum.forum, 'Paul')
	person(forum.forum, 'Marie').reply(need!.topic, 'Merci beaucoup pour tout, @Paul !')
	await settle()
	renameUser(forum.forum, paul.user, 'Paulin')
	pass(DAY + 1)
	await detect('audit-topics')
	expect(JSON.stringify(await database.kysely.selectFrom('reply').select('html').execute())).toContain('Paulin')
	expect((await needs.read(CALLER, need!.uuid)).replyCount).toBe(1)
	expect(drifts).toEqual(['audit'])
	expect(await database.kysely.selectFrom('drift_count').selectAll().execute()).toMatchObject([{ found_by: 'audit', records: 1 }])
})

it('E26 finds an edit of the first post below replies, which moves nothing in the lists', async () => {
	const { published, detect, settle, goDeaf, forum, marie, pass, link } = await hearingForum(database)
	const [need] = await published(1)
	person(forum.forum, 'Paul').reply(need!.topic, 'Nous utilisons Nextcloud depuis deux ans.')
	await settle()
	await detect('detect-lists')
	goDeaf()
	pass(DAY + 1)
	const [first] = forum.state.postsOf(need!.topic.id)
	marie.edit(first!, `${first!.raw}\n\nLa modération ajoute un mot.`)
	await detect('detect-lists')
	expect((await link(need!.uuid)).forumText).toBeNull()
	await detect('audit-topics')
	expect((await link(need!.uuid)).forumText?.html).toContain('La modération ajoute')
})

it('counts no drift in its own writing, nor in what a webhook told', async () => {
	const { published, detect, settle, correct, forum, pass, drifts } = await hearingForum(database)
	const [need] = await published(1)
	await correct(need!.uuid, { title: 'Quel agenda partagé pour treize bénévoles ?', urgency: 'now' })
	await settle()
	person(forum.forum, 'Paul').reply(need!.topic, 'Nous utilisons Nextcloud depuis deux ans.')
	await settle()
	pass(DAY + 1)
	await detect('audit-topics')
	expect(drifts).toEqual([])
})

it('reads every topic within its daily calls, the oldest first, and none twice in a day', async () => {
	const hearing = await hearingForum(database, {}, { auditCallsPerDay: 48 })
	await hearing.published(30)
	await database.kysely.updateTable('topic_link').set({ audited_at: new Date(Date.now() - 2 * DAY * 1000) }).execute()
	hearing.calls.length = 0
	await letTimePass(database, hearing, DAY / 2, 900)
	expect(reads(hearing.calls)).toBeGreaterThan(20)
	expect(reads(hearing.calls)).toBeLessThanOrEqual(25)
	await letTimePass(database, hearing, DAY / 4, 900)
	expect(reads(hearing.calls)).toBe(30)
})

it('does not make up for the time in which the forum was away', async () => {
	const hearing = await hearingForum(database, {}, { auditCallsPerDay: 288 })
	await hearing.published(40)
	await hearing.detect('audit-topics')
	hearing.forum.faults.set('gateway', { count: Infinity })
	hearing.pass(2 * DAY)
	await letTimePass(database, hearing, DAY / 4, 900)
	hearing.forum.faults.clear()
	hearing.pass(DAY)
	hearing.calls.length = 0
	await letTimePass(database, hearing, 1800, 300)
	expect(reads(hearing.calls)).toBeLessThanOrEqual(8)
})

it('spends no call on a topic that was read for another reason', async () => {
	const { published, detect, forum, settle, calls } = await hearingForum(database)
	const [heard, other] = await published(2)
	await database.kysely.updateTable('topic_link').set({ audited_at: new Date(Date.now() - 2 * DAY * 1000) }).execute()
	person(forum.forum, 'Paul').reply(heard!.topic, 'Nous utilisons Nextcloud depuis deux ans.')
	await settle()
	await detect('audit-topics')
	expect(calls).toEqual([`GET /t/${other!.topic.id}.json`])
})

it('reads topics that were born on the forum in their turn, and no oftener than the others', async () => {
	const hearing = await hearingForum(database, {}, { auditCallsPerDay: 864 }, new Date(0))
	const paul = person(hearing.forum.forum, 'Paul')
	for (let count = 0; count < 4; count++) {
		paul.newTopic({ title: `Un agenda pour la chorale numéro ${count} ?`, raw: 'Nous cherchons un agenda commun pour quarante personnes.', categoryId: 6 })
	}
	await hearing.settle()
	await hearing.published(1)
	await database.kysely.updateTable('topic_link').set({ audited_at: new Date(Date.now() - 3 * DAY * 1000) }).execute()
	await letTimePass(database, hearing, DAY / 12, 300)
	expect(hearing.calls.filter((call) => call.startsWith('GET /t/')).sort()).toEqual(hearing.forum.state.data.topics.filter(({ categoryId }) => categoryId === 6).map(({ id }) => `GET /t/${id}.json`).sort())
})
