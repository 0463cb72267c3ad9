/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { eraseNeed } from '../../community/erase-need.ts'
import { eraseOrganisation } from '../../community/erasure.ts'
import { recordOf } from '../../community/tables.ts'
import { withDatabase } from '../../platform/testing.ts'
import { publishedNeed } from '../edge-cases/testing.ts'
import { confirmErased, explainDeletion } from '../operator-actions.ts'

const database = withDatabase()

const caller = { instance: 'instance-1', organisation: 'organisation-1', member: undefined }
const erase = () => eraseOrganisation(database, caller.instance, caller.organisation)

async function corrected() {
	const need = await publishedNeed(database)
	need.pass(1000)
	await need.correct(need.uuid, { sections: [{ id: 'problem', text: 'Un texte que l’on voudra faire oublier un jour.' }] })
	await need.drain()
	need.pass(1000)
	return need
}

it('hides the earlier versions of an erased need, and says when nothing is left', async () => {
	const { drain, first, link, uuid } = await corrected()
	expect(await erase()).toMatchObject({ needs: 1, topics: { erased: 0, waiting: 1 } })
	await drain()
	expect(first.revisions.length).toBeGreaterThan(1)
	expect(first.revisions.every(({ hidden }) => hidden)).toBe(true)
	expect(await link(uuid)).toMatchObject({ erasure: 'done', problem: null })
	expect(await erase()).toEqual({ needs: 0, supports: 0, answers: 0, topics: { erased: 1, waiting: 0, byHand: 0 } })
})

it('leaves to a moderator what the key may not hide, and says where it is', async () => {
	const { drain, first, link, uuid, forum, topic } = await corrected()
	forum.faults.set('forbidden', { count: Infinity, path: `/posts/${first.id}/revisions` })
	await erase()
	await drain()
	expect(first.raw).not.toContain('oublier')
	expect(await link(uuid)).toMatchObject({ erasure: 'by-hand', problem: { kind: 'erasure', text: { fr: expect.stringContaining(`${forum.url}/t/${topic.id}`) } } })
	expect(await erase()).toMatchObject({ topics: { byHand: 1 } })
})

it('says that the erasure is done once a moderator has hidden what the key may not', async () => {
	const { drain, first, look, link, uuid, forum } = await corrected()
	forum.faults.set('forbidden', { count: Infinity, method: 'PUT', path: `/posts/${first.id}/revisions` })
	await erase()
	await drain()
	first.revisions.slice(1).forEach((revision) => Object.assign(revision, { hidden: true }))
	await look()
	expect(await link(uuid)).toMatchObject({ erasure: 'by-hand' })
	first.revisions.forEach((revision) => Object.assign(revision, { hidden: true }))
	await look()
	expect(await link(uuid)).toMatchObject({ erasure: 'done', problem: null })
	expect(await eraseNeed(database, caller, uuid)).toEqual({ topic: 'erased' })
})

it('erases what was deleted with its text once a moderator brings it back', async () => {
	const { drain, look, link, first, uuid, moderator, topic } = await corrected()
	moderator.deleteTopic(topic)
	await erase()
	await drain()
	moderator.recoverTopic(topic)
	await look()
	expect(first.raw).not.toContain('oublier')
	expect(await link(uuid)).toMatchObject({ erasure: 'done', problem: null })
})

it('takes the word of a moderator that a deleted topic is gone for good, until it is back', async () => {
	const { drain, look, link, first, uuid, moderator, topic, writes } = await corrected()
	moderator.deleteTopic(topic)
	await erase()
	await drain()
	expect(await confirmErased(database.kysely, recordOf(uuid))).toBe(true)
	expect(await eraseNeed(database, caller, uuid)).toEqual({ topic: 'erased' })
	await look()
	expect(writes()).toEqual([])
	expect(await link(uuid)).toMatchObject({ erasure: 'done', problem: null })
	moderator.recoverTopic(topic)
	await look()
	expect(first.raw).not.toContain('oublier')
	expect(first.revisions.every(({ hidden }) => hidden)).toBe(true)
	expect(await confirmErased(database.kysely, recordOf(uuid))).toBe(false)
})

it('erases the topic of one need and leaves that of another, and says each time how far it came', async () => {
	const { publish, drain, topics, first, uuid } = await corrected()
	const other = await publish({ title: 'Un besoin qui reste en ligne' })
	await drain()
	expect(await eraseNeed(database, caller, uuid)).toEqual({ topic: 'waiting' })
	await drain()
	expect(await eraseNeed(database, caller, uuid)).toEqual({ topic: 'erased' })
	expect(first.raw).not.toContain('oublier')
	expect(topics(uuid)[0]).toMatchObject({ closed: true, title: expect.stringContaining('Besoin effacé') })
	expect(topics(other)[0]).toMatchObject({ closed: false, title: 'Un besoin qui reste en ligne' })
})

it('erases a need that was withdrawn before', async () => {
	const { withdraw, drain, first, uuid, pass } = await corrected()
	await withdraw(uuid)
	await drain()
	pass(1000)
	await eraseNeed(database, caller, uuid)
	await drain()
	expect(await eraseNeed(database, caller, uuid)).toEqual({ topic: 'erased' })
	expect(first.raw).not.toContain('oublier')
})

it('tells who erases one need what only a moderator can remove, and where', async () => {
	const { drain, first, uuid, forum, topic } = await corrected()
	forum.faults.set('forbidden', { count: Infinity, path: `/posts/${first.id}/revisions` })
	await eraseNeed(database, caller, uuid)
	await drain()
	expect(await eraseNeed(database, caller, uuid)).toEqual({ topic: 'by-hand', problem: { fr: expect.stringContaining(`${forum.url}/t/${topic.id}`), en: expect.stringContaining('A moderator must do it') } })
})

it('leaves to a moderator a topic that was deleted with its text', async () => {
	const { drain, link, uuid, moderator, topic } = await corrected()
	moderator.deleteTopic(topic)
	await erase()
	await drain()
	expect(await link(uuid)).toMatchObject({ erasure: 'by-hand', problem: { kind: 'erasure' } })
})

it('is done at once with a need that never reached the forum', async () => {
	const { publish, drain, forum, link } = await publishedNeed(database)
	forum.settings.minPostLength = 5000
	const unsent = await publish({ title: 'Un besoin que le forum refuse' })
	await drain()
	forum.settings.minPostLength = 20
	await erase()
	await drain()
	expect(await link(unsent)).toMatchObject({ erasure: 'done', topicId: null })
	expect(await eraseNeed(database, caller, unsent)).toEqual({ topic: 'none' })
})

it('forgets the reason that a moderator gave for what is erased now', async () => {
	const { drain, uuid, moderator, topic, look } = await corrected()
	moderator.deleteTopic(topic)
	await look()
	await explainDeletion(database.kysely, recordOf(uuid), 'Parce que Mireille Dupont y est nommée')
	await erase()
	await drain()
	const links = async () => JSON.stringify(await database.kysely.selectFrom('topic_link').selectAll().execute())
	expect(await links()).not.toContain('Mireille')
	// A page of the console that was open before.
	await explainDeletion(database.kysely, recordOf(uuid), 'Parce que Mireille Dupont y est nommée')
	expect(await links()).not.toContain('Mireille')
})
