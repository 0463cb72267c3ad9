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

const database = withDatabase()

const seenByOthers = async () => (await searchNeeds(database, { instance: 'instance-2', organisation: 'organisation-2' }, { limit: 20 })).items.length

it.each(['instance', 'organisation'] as const)('takes the topics of a suspended %s out of the lists, and back once it is resumed', async (what) => {
	await database.kysely.insertInto('instance').values({ id: 'instance-1', name: 'Un cloud' }).execute()
	const { topic, drain } = await publishedNeed(database)
	const setState = (state: 'active' | 'suspended') => what === 'instance'
		? new InstanceStore(database).setState('instance-1', state)
		: new OrganisationStore(database, 10).setState('instance-1', 'organisation-1', state)
	expect(await setState('suspended')).toBe(true)
	expect(await seenByOthers()).toBe(0)
	await drain()
	expect(topic.visible).toBe(false)
	await setState('active')
	await drain()
	expect(topic.visible).toBe(true)
	expect(await seenByOthers()).toBe(1)
})
