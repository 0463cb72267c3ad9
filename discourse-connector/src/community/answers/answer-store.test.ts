/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { withDatabase } from '../../platform/testing.ts'
import { NeedStore } from '../need-store.ts'
import { ReplyStore } from '../reply-store.ts'
import { ailleurs, amis, hints, needId, publication, voisins } from '../testing.ts'
import { AnswerStore } from './answer-store.ts'

describe('an answer of an organisation', () => {
	const database = withDatabase()
	const limits = { publicationsPerDay: 50, heldPublications: 0 }
	const needs = new NeedStore(database, limits)
	const answers = new AnswerStore(database, limits)
	const replies = new ReplyStore(database)
	const place = { need: needId(1), reply: needId(7) }
	const said = { name: 'Les Voisins', text: 'Nous avons choisi Nextcloud.' }
	const publish = (number = 1) => needs.put(amis, needId(number), publication(), { create: true })
	const answer = (changes: Partial<typeof said> = {}, precondition: { create: true } | { revision: number } = { create: true }) => answers.put(voisins, place, { ...said, ...changes }, precondition)

	it('is one answer however often it is sent, and is looked at', async () => {
		await publish()
		expect(await answer()).toMatchObject({ created: true, answer: { uuid: place.reply, revision: 1, status: 'published', state: 'queued', ...said } })
		expect(await answer()).toMatchObject({ created: false, answer: { revision: 1 } })
		expect(await hints(database.kysely)).toHaveProperty(`reply-${place.reply}`, 'answered')
		await expect(answer({ text: 'Un tout autre texte.' })).rejects.toMatchObject({ id: 'stale' })
	})

	it('is one answer although two calls come at once', async () => {
		await publish()
		const both = await Promise.all([answer(), answer()])
		expect(both.map(({ created }) => created).sort()).toEqual([false, true])
	})

	it('is corrected on the revision that was read, taken back once, and not changed any more then', async () => {
		await publish()
		await answer()
		expect(await answer({ name: 'Jeanne' }, { revision: 1 })).toMatchObject({ answer: { revision: 2, name: 'Jeanne' } })
		await expect(answer({ name: 'Paul' }, { revision: 1 })).rejects.toMatchObject({ id: 'stale' })
		expect(await answers.withdraw(voisins, place)).toMatchObject({ revision: 3, status: 'withdrawn' })
		expect(await answers.withdraw(voisins, place)).toMatchObject({ revision: 3 })
		await expect(answer({}, { revision: 3 })).rejects.toMatchObject({ id: 'answer-withdrawn' })
		await expect(answer()).rejects.toMatchObject({ id: 'answer-withdrawn' })
	})

	it('is known to its own organisation only', async () => {
		await publish()
		await answer()
		const list = async (viewer: typeof amis) => (await replies.list(viewer, needId(1), undefined, 50)).answers
		expect(await list(voisins)).toMatchObject([said])
		expect([await list(amis), await list(ailleurs)]).toEqual([[], []])
		for (const stranger of [amis, ailleurs]) {
			await expect(answers.put(stranger, place, said, { create: true })).rejects.toMatchObject({ id: 'not-found' })
			await expect(answers.withdraw(stranger, place)).rejects.toMatchObject({ id: 'not-found' })
		}
		await expect(answers.withdraw(voisins, { ...place, need: needId(2) })).rejects.toMatchObject({ id: 'not-found' })
	})

	it('is not given to what is not there, withdrawn, or waits for review', async () => {
		await expect(answer()).rejects.toMatchObject({ id: 'not-found' })
		await new NeedStore(database, { ...limits, heldPublications: 1 }).put(voisins, needId(1), publication(), { create: true })
		await expect(answer()).rejects.toMatchObject({ id: 'answers-wait' })
		await publish(2)
		await needs.withdraw(amis, needId(2))
		await expect(answers.put(voisins, { ...place, need: needId(2) }, said, { create: true })).rejects.toMatchObject({ id: 'withdrawn' })
	})

	it('is not taken from a cloud whose first publications are still reviewed', async () => {
		await publish()
		const held = new AnswerStore(database, { ...limits, heldPublications: 1 })
		await expect(held.put(ailleurs, place, said, { create: true })).rejects.toMatchObject({ id: 'answers-wait', status: 403 })
		expect(await held.put(voisins, place, said, { create: true })).toMatchObject({ created: true })
	})

	it.each([
		{ state: 'gone' as const, standing: null },
		{ state: 'linked' as const, standing: { closed: true, archived: false, votes: null, acceptedPost: null } },
		{ state: 'linked' as const, standing: { closed: false, archived: true, votes: null, acceptedPost: null } },
	])('is not sent where moderators ended the discussion: $state, $standing', async ({ state, standing }) => {
		await publish()
		await database.kysely.insertInto('topic_link').values({ record_id: `need-${needId(1)}`, need_id: needId(1), topic_id: 5, state, standing: standing && JSON.stringify(standing) }).execute()
		await expect(answer()).rejects.toMatchObject({ id: 'topic-closed' })
	})

	it('is one of a few a day for each organisation, with the time to wait', async () => {
		await publish()
		const strict = new AnswerStore(database, { publicationsPerDay: 1, heldPublications: 0 })
		const many = async (count: number, from: typeof amis, start: number) => {
			for (let at = 0; at < count; at++) {
				await strict.put(from, { need: needId(1), reply: needId(start + at) }, said, { create: true })
			}
		}
		await many(4, voisins, 100)
		await expect(many(1, voisins, 200)).rejects.toMatchObject({ id: 'too-many-publications', headers: { 'Retry-After': expect.stringMatching(/^\d+$/) } })
		await expect(many(1, ailleurs, 300)).resolves.toBeUndefined()
	})

	it('keeps in its history what it said before', async () => {
		await publish()
		await answer()
		await answer({ text: 'Nous avons gardé Nextcloud.' }, { revision: 1 })
		await answers.withdraw(voisins, place)
		const history = await database.kysely.selectFrom('posted_reply_history').select(['revision', 'text', 'reason']).orderBy('id').execute()
		expect(history).toEqual([{ revision: 1, text: said.text, reason: 'corrected' }, { revision: 2, text: 'Nous avons gardé Nextcloud.', reason: 'withdrawn' }])
	})
})
