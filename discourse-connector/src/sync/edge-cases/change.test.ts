/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumClientOptions } from '../../forum/client.ts'
import type { PublishedNeed } from './testing.ts'

import { expect, it } from 'vitest'
import { withDatabase } from '../../platform/testing.ts'
import { publishedNeed } from './testing.ts'

const database = withDatabase()

/** Lets somebody act between our reading and our writing. */
async function withInterruption(options: Parameters<typeof publishedNeed>[1], path: RegExp) {
	const between: { act: (() => void) | null } = { act: null }
	const afterCall: NonNullable<ForumClientOptions['afterCall']> = (call) => {
		if (call.method === 'GET' && path.test(call.path) && between.act !== null) {
			const { act } = between
			between.act = null
			act()
		}
	}
	const need = await publishedNeed(database, options, {}, { afterCall })
	return { ...need, interrupt: (act: (need: PublishedNeed) => void) => {
		between.act = () => act(need)
	} }
}

it.each(['2026', '2.9'] as const)('E20 loses neither change when somebody saves between our reading and our writing (forum %s)', async (version) => {
	const { interrupt, correct, uuid, drain, first } = await withInterruption({ version }, /^\/t\/\d+/)
	interrupt(({ moderator }) => moderator.edit(first, first.raw.replace('quartier', 'commune')))
	await correct(uuid, { urgency: 'now' })
	await drain()
	expect(first.raw).toContain('commune')
	expect(first.raw).toContain('bloquant')
})

it('E21 lets a title that somebody gives between our reading and our writing stay', async () => {
	const { interrupt, correct, uuid, drain, topic, link } = await withInterruption({ version: '2026' }, /^\/t\/\d+/)
	interrupt(({ moderator }) => moderator.change(topic, { title: 'Le titre de la modération' }))
	await correct(uuid, { title: 'Le titre que préfère son autrice' })
	await drain()
	expect(topic.title).toBe('Le titre de la modération')
	expect(await link(uuid)).toMatchObject({ conflict: { fields: ['title'] }, forumText: { title: 'Le titre de la modération' } })
})

it('E22 really changes the title', async () => {
	const { correct, uuid, drain, topic } = await publishedNeed(database)
	await correct(uuid, { title: 'Quel agenda partagé pour treize bénévoles ?' })
	await drain()
	expect(topic.title).toBe('Quel agenda partagé pour treize bénévoles ?')
})

it('E23 sends the text although the forum refuses the new title, and tells it from the other topic', async () => {
	const { correct, publish, uuid, drain, topic, first, link } = await publishedNeed(database)
	await publish({ title: 'Un titre que le forum a déjà' })
	await drain()
	await correct(uuid, { title: 'Un titre que le forum a déjà', urgency: 'now' })
	await drain()
	expect(first.raw).toContain('bloquant')
	expect(topic.title).toMatch(/^Un titre que le forum a déjà \(/)
	expect(await link(uuid)).toMatchObject({ problem: null })
})

it('E25 goes by the text, not by the version, when an edit is undone within five minutes', async () => {
	const { moderator, first, look, link, uuid, writes } = await publishedNeed(database)
	const ours = first.raw
	moderator.edit(first, ours.replace('quartier', 'commune'))
	await look()
	expect((await link(uuid)).forumText?.html).toContain('commune')
	moderator.edit(first, ours)
	await look()
	expect(await link(uuid)).toMatchObject({ forumText: null })
	expect(writes()).toEqual([])
})

it('E27 keeps the address of a topic that gets another title', async () => {
	const { moderator, topic, look, link, uuid, forum } = await publishedNeed(database)
	moderator.change(topic, { title: 'Un tout autre titre pour ce sujet' })
	await look()
	expect(await link(uuid)).toMatchObject({ topicUrl: `${forum.url}/t/${topic.id}`, state: 'linked' })
	expect((await fetch(`${forum.url}/t/${topic.id}`)).status).toBe(200)
})

it('E28 leaves a topic in the category to which moderators moved it', async () => {
	const { moderator, topic, look, correct, drain, uuid, writes, link } = await publishedNeed(database)
	moderator.change(topic, { categoryId: 8 })
	await look()
	await correct(uuid, { urgency: 'now' })
	await drain()
	expect(topic.categoryId).toBe(8)
	expect(writes()).toEqual(['PUT /posts/N.json'])
	expect((await link(uuid)).problem).toBeNull()
})

it.each(['closed', 'archived', 'visible'] as const)('E29 leaves as it is what moderators changed in “%s”, and says it', async (status) => {
	const { moderator, topic, look, correct, drain, uuid, link, writes } = await publishedNeed(database)
	moderator.setStatus(topic, status, status !== 'visible')
	await look()
	expect(writes()).toEqual([])
	await correct(uuid, { urgency: 'now' })
	await drain()
	expect(topic[status]).toBe(status !== 'visible')
	expect(await link(uuid)).toMatchObject({ problem: null, standing: { closed: status === 'closed', archived: status === 'archived' } })
})

it.each(['closed', 'archived'] as const)('E30 corrects the text of a topic that is %s', async (status) => {
	const { moderator, topic, first, correct, drain, uuid } = await publishedNeed(database)
	moderator.setStatus(topic, status, true)
	await correct(uuid, { urgency: 'now' })
	await drain()
	expect(first.raw).toContain('bloquant')
})

it.each([
	['E31 the system points pictures elsewhere', (raw: string) => raw.replace('https://', 'upload://')],
	['E33 the rich editor spells the text its own way', (raw: string) => raw.replaceAll(/^- /gm, '* ').replaceAll('\\', '')],
	['E34 a member edits the wiki', (raw: string) => `${raw}\n\nUne idée de plus.`],
])('%s, and nothing is written back', async (_what, edit) => {
	const { moderator, first, look, writes, link, uuid } = await publishedNeed(database)
	const edited = edit(first.raw)
	moderator.edit(first, edited)
	await look()
	expect(writes()).toEqual([])
	expect(first.raw).toBe(edited)
	expect((await link(uuid)).problem).toBeNull()
})

it('goes on as before when the topic is given to another owner', async () => {
	const { forum, topic, first, moderator, look, writes, link, uuid, correct, drain } = await publishedNeed(database)
	Object.assign(topic, { userId: moderator.user.id })
	Object.assign(first, { userId: moderator.user.id })
	forum.state.reindex()
	await look()
	expect(writes()).toEqual([])
	await correct(uuid, { urgency: 'now' })
	await drain()
	expect(first.raw).toContain('bloquant')
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null })
})
