/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { searchNeeds } from '../community/need-search.ts'
import { InstanceStore } from '../instances/instance-store.ts'
import { OrganisationStore } from '../instances/organisation-store.ts'
import { withDatabase } from '../platform/testing.ts'
import { publishedNeed } from './edge-cases/testing.ts'
import { joinForum } from './testing.ts'

const database = withDatabase()

const suspending = {
	instance: (state: 'active' | 'suspended') => new InstanceStore(database).setState('instance-1', state),
	organisation: (state: 'active' | 'suspended') => new OrganisationStore(database, 10).setState('instance-1', 'organisation-1', state),
}

const addInstance = () => database.kysely.insertInto('instance').values({ id: 'instance-1', name: 'Un cloud' }).execute()

const seenByOthers = async () => (await searchNeeds(database, { instance: 'instance-2', organisation: 'organisation-2' }, { limit: 20 })).items.length

it.each(['instance', 'organisation'] as const)('takes the topics of a suspended %s out of the lists, and back once it is resumed', async (what) => {
	await addInstance()
	const { topic, drain } = await publishedNeed(database)
	const setState = suspending[what]
	expect(await setState('suspended')).toBe(true)
	expect(await seenByOthers()).toBe(0)
	await drain()
	expect(topic.visible).toBe(false)
	await setState('active')
	await drain()
	expect(topic.visible).toBe(true)
	expect(await seenByOthers()).toBe(1)
})

it.each(['instance', 'organisation'] as const)('sends no need of a suspended %s that was not sent yet, and sends it once it is resumed', async (what) => {
	await addInstance()
	const { publish, drain, link, topics } = await joinForum(database)
	const uuid = await publish()
	await suspending[what]('suspended')
	await drain()
	expect(topics(uuid)).toEqual([])
	expect(await link(uuid)).toMatchObject({ state: 'none', problem: null })
	await suspending[what]('active')
	await drain()
	expect(topics(uuid)).toMatchObject([{ visible: true }])
	expect((await link(uuid)).state).toBe('linked')
})
