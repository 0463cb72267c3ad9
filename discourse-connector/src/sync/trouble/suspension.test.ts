/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { searchNeeds } from '../../community/need-search.ts'
import { InstanceStore } from '../../instances/instance-store.ts'
import { OrganisationStore } from '../../instances/organisation-store.ts'
import { withDatabase } from '../../platform/testing.ts'
import { ANSWER, joinAnswers, NEIGHBOURS } from '../answers/testing.ts'
import { publishedNeed } from '../edge-cases/testing.ts'
import { joinForum } from '../testing.ts'

const database = withDatabase()

const seenByOthers = async () => (await searchNeeds(database, { instance: 'instance-2', organisation: 'organisation-2' }, { limit: 20 })).items.length

async function suspendable(what: 'instance' | 'organisation', organisation: string) {
	await database.kysely.insertInto('instance').values({ id: 'instance-1', name: 'Un cloud' }).execute()
	return (state: 'active' | 'suspended') => what === 'instance'
		? new InstanceStore(database).setState('instance-1', state)
		: new OrganisationStore(database, 10).setState('instance-1', organisation, state)
}

it.each(['instance', 'organisation'] as const)('takes the topics of a suspended %s out of the lists, and back once it is resumed', async (what) => {
	const setState = await suspendable(what, 'organisation-1')
	const { topic, drain } = await publishedNeed(database)
	expect(await setState('suspended')).toBe(true)
	expect(await seenByOthers()).toBe(0)
	await drain()
	expect(topic.visible).toBe(false)
	await setState('active')
	await drain()
	expect(topic.visible).toBe(true)
	expect(await seenByOthers()).toBe(1)
})

it('posts and corrects no answer of a suspended organisation until it is resumed, and leaves on the forum what is there', async () => {
	const setState = await suspendable('organisation', NEIGHBOURS.organisation)
	const joined = await joinAnswers(database)
	const there = await joined.reply()
	await joined.drain()
	await joined.correctReply(there, { text: 'Une correction qui attend.' })
	const unsent = await joined.reply({ text: 'Une réponse qui attend.' })
	await setState('suspended')
	await joined.drain()
	expect(joined.post(there).raw).toContain('Nous utilisons Nextcloud')
	expect(joined.posts(unsent)).toEqual([])
	joined.pass(7200)
	await joined.drain()
	expect(joined.posts(unsent)).toEqual([])
	await setState('active')
	await joined.drain()
	expect(joined.post(there).raw).toContain('Une correction qui attend.')
	expect(joined.post(unsent).raw).toContain('Une réponse qui attend.')
})

it('lets whoever is suspended take an answer back', async () => {
	const setState = await suspendable('organisation', NEIGHBOURS.organisation)
	const joined = await joinAnswers(database)
	const reply = await joined.reply(ANSWER)
	await joined.drain()
	await setState('suspended')
	await joined.takeBack(reply)
	await joined.drain()
	expect(joined.posts(reply).every(({ deletedAt }) => deletedAt !== null)).toBe(true)
})

it.each(['instance', 'organisation'] as const)('sends no need of a suspended %s that was not sent yet, and sends it once it is resumed', async (what) => {
	const setState = await suspendable(what, 'organisation-1')
	const { publish, drain, link, topics } = await joinForum(database)
	const uuid = await publish()
	await setState('suspended')
	await drain()
	expect(topics(uuid)).toEqual([])
	expect(await link(uuid)).toMatchObject({ state: 'none', problem: null })
	await setState('active')
	await drain()
	expect(topics(uuid)).toMatchObject([{ visible: true }])
	expect((await link(uuid)).state).toBe('linked')
})
