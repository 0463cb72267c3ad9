/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { person } from '../../../sandbox-forum/people.ts'
import { withDatabase } from '../../platform/testing.ts'
import { hearingForum } from './testing.ts'

const CALLER = { instance: 'instance-1', organisation: 'organisation-1', member: 'member-1' }
const RAW = 'Un texte bien assez long pour ce forum.'
const database = withDatabase()

it.each(['2026', '3.1'] as const)('E45 hears from the journal what was sent while nobody answered, once (forum %s)', async (version) => {
	const { published, detect, goDeaf, hearAgain, forum, needs, marie, pass } = await hearingForum(database, { version })
	const [need, closed] = await published(2)
	await detect('detect-journal')
	goDeaf()
	person(forum.forum, 'Paul').reply(need!.topic, 'Nous utilisons Nextcloud depuis deux ans.')
	marie.setStatus(closed!.topic, 'closed', true)
	marie.newTopic({ title: 'Un sujet qui n’est pas le nôtre', raw: RAW, categoryId: 6 })
	await forum.webhooks.idle()
	hearAgain()
	pass(60)
	expect(await detect('detect-journal')).toEqual(['GET /admin/api/web_hook_events/N.json', 'GET /t/N.json', 'GET /t/N.json'])
	expect((await needs.read(CALLER, need!.uuid)).replyCount).toBe(1)
	expect(await detect('detect-journal')).toEqual(['GET /admin/api/web_hook_events/N.json'])
})

it('E45 reads every page of a long outage, however often it is cut short', async () => {
	const { published, detect, goDeaf, hearAgain, forum, needs, pass } = await hearingForum(database)
	const [need] = await published(1)
	await detect('detect-journal')
	goDeaf()
	person(forum.forum, 'Paul').reply(need!.topic, 'La première réponse, tout au fond du journal.')
	const talk = person(forum.forum, 'Marie', 'moderator').newTopic({ title: 'Un sujet très bavard du forum', raw: RAW, categoryId: 6 })
	for (let count = 0; count < 120; count++) {
		person(forum.forum, 'Paul').reply(talk, `Une réponse numéro ${count}, sans rapport.`)
	}
	await forum.webhooks.idle()
	hearAgain()
	pass(60)
	for (const after of [1, 2]) {
		forum.faults.set('lose-reply', { count: 1, path: '/admin/api/web_hook_events', method: 'GET' })
		await detect('detect-journal')
		pass(600 * after)
	}
	await detect('detect-journal')
	expect((await needs.read(CALLER, need!.uuid)).replyCount).toBe(1)
})

it('E46 and E48: looks at a topic once whether an event failed, was repeated, or arrived', async () => {
	const { published, detect, settle, forum, delivered, pass } = await hearingForum(database)
	const [need] = await published(1)
	await detect('detect-journal')
	forum.faults.set('webhook-twice')
	person(forum.forum, 'Paul').reply(need!.topic, 'Nous utilisons Nextcloud depuis deux ans.')
	await settle()
	expect(delivered).toEqual(['hint', 'hint'])
	pass(60)
	expect(await detect('detect-journal')).toEqual(['GET /admin/api/web_hook_events/N.json'])
})

it('E47 tells the operator that the forum switched the webhook off, and reads lists more often', async () => {
	const { detect, forum, told, pass, calls, drain } = await hearingForum(database)
	await detect('detect-journal')
	Object.assign(forum.state.data.webHooks[0] ?? {}, { active: false })
	pass(4000)
	await detect('detect-journal')
	await detect('detect-journal')
	expect(told.filter((sentence) => sentence.includes('switched off'))).toHaveLength(1)
	await detect('detect-lists')
	calls.length = 0
	pass(70)
	await drain()
	expect(calls).toEqual(['GET /latest.json', 'GET /latest.json'])
	Object.assign(forum.state.data.webHooks[0] ?? {}, { active: true })
	await detect('detect-journal')
	const { state } = await database.kysely.selectFrom('detection').select('state').where('name', '=', 'journal').executeTakeFirstOrThrow()
	expect(state).toMatchObject({ trouble: null })
})

it('E52 keeps nothing of personal messages and whispers that the journal holds', async () => {
	const { published, detect, goDeaf, forum, marie, pass } = await hearingForum(database)
	const [need] = await published(1)
	await detect('detect-journal')
	goDeaf()
	marie.whisper(need!.topic, 'Entre nous, ce sujet est un doublon.')
	const message = marie.personalMessage('Un mot en privé', 'Ceci ne regarde que nous deux.')
	await forum.webhooks.idle()
	pass(60)
	expect(await detect('detect-journal')).toEqual(['GET /admin/api/web_hook_events/N.json'])
	const kept = JSON.stringify([await database.kysely.selectFrom('hint').selectAll().execute(), await database.kysely.selectFrom('detection').selectAll().execute()])
	expect(kept).not.toMatch(new RegExp(`doublon|privé|topic-${message.id}`))
})

it('says once, in words, that the key may not read the journal, and does without', async () => {
	const { detect, told, pass, forum } = await hearingForum(database)
	forum.faults.set('forbidden', { count: Infinity, path: '/admin/api' })
	expect(await detect('detect-journal')).toEqual(['GET /admin/api/web_hooks.json'])
	pass(1000)
	await detect('detect-journal')
	expect(told.filter((sentence) => sentence.includes('DISCOURSE_READ_API_KEY'))).toHaveLength(1)
	expect(await detect('detect-lists')).toHaveLength(2)
})

it('says that the forum has no webhook that points here', async () => {
	const { detect, told } = await hearingForum(database, {}, { webhookUrl: 'https://elsewhere.example.org/webhooks/discourse' })
	await detect('detect-journal')
	expect(told.filter((sentence) => sentence.includes('no webhook that points here'))).toHaveLength(1)
})
