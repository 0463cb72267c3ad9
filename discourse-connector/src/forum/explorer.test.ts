/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { person } from '../../sandbox-forum/people.ts'
import { forumUnderTest } from '../../sandbox-forum/testing.ts'
import { findQuery, runSweep } from './explorer.ts'
import { sweepQuery } from './sweep-query.ts'
import { clientOf } from './testing.ts'

const BEGINNING = '2020-01-01T00:00:00.000Z'

async function withQuery(version: '2026' | '3.1') {
	const under = await forumUnderTest({ version })
	under.state.data.queries.push({ id: 7, ...sweepQuery })
	return { ...under, admin: clientOf(under, { apiUsername: 'system' }), marie: person(under.forum, 'Marie', 'moderator') }
}

it.each(['2026', '3.1'] as const)('finds the query by name or number, and which topics changed, on %s', async (version) => {
	const { admin, marie, pass } = await withQuery(version)
	const [first, second] = ['Un premier sujet bien distinct', 'Un second sujet tout différent'].map((title) => marie.newTopic({ title, raw: 'Un texte bien assez long pour ce forum.', categoryId: 6 }))
	marie.personalMessage('Un mot en privé', 'Ceci ne regarde que nous deux.')
	const found = await findQuery(admin, ' Emancipasso: What Changed')
	const all = await runSweep(admin, found ?? { id: 0 }, BEGINNING)
	expect(all?.topics.map(({ topicId }) => topicId)).toEqual([first?.id, second?.id])
	pass(60)
	if (first !== undefined) {
		marie.deleteTopic(first)
	}
	const since = all?.topics.at(-1)?.changedAt ?? ''
	expect((await runSweep(admin, await findQuery(admin, '7') ?? { id: 0 }, since))?.topics.map(({ topicId }) => topicId)).toContain(first?.id)
})

it('reads on where the query gives no more at once, also when all changed at one instant', async () => {
	const { admin, state, marie } = await withQuery('2026')
	const topic = marie.newTopic({ title: 'Un sujet que l’on multiplie', raw: 'Un texte bien assez long pour ce forum.', categoryId: 6 })
	for (let id = 10_000; id < 12_500; id++) {
		state.addTopic({ ...topic, id })
	}
	expect((await runSweep(admin, { id: 7 }, BEGINNING))?.topics).toHaveLength(2501)
})

it('says that there is nothing to run to a key that may not', async () => {
	const { url } = await withQuery('2026')
	const moderator = clientOf({ url })
	expect(await findQuery(moderator, sweepQuery.name)).toBeNull()
	expect(await runSweep(moderator, { id: 7 }, BEGINNING)).toBeNull()
})
