/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Scene } from './scene.ts'

import { AnswerWithNeed, OwnAnswer } from '@emancipasso/shared/community/answer'
import { NeedWithReplies } from '@emancipasso/shared/contract/app-api'
import { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { connectorOf, join, part } from './connection.ts'
import { publicationText } from './publication-text.ts'
import { at, keepDocument } from './scene.ts'

const Answers = z.object({ items: z.array(AnswerWithNeed) })
const said = { name: 'L’épicerie du port', text: 'Nous avons choisi Nextcloud.\n\nVenez voir.' }

/**
 * Answers that an organisation writes to the needs of others.
 *
 * @param scene of the host
 */
export function answerContract(scene: () => Scene): void {
	const place = (organisation: string, id: string, reply: string) => ({ parameters: { organisation, id, reply } })
	const read = async (user: 'dominique' | 'sasha', organisation: string, id: string) => await scene().client.data(NeedWithReplies, user, 'readCommunityNeed', at(organisation, id))

	describe('an answer to a need', () => {
		let id = ''
		beforeAll(async () => {
			await join(scene(), connectorOf(scene()))
			id = (await keepDocument(scene(), { kind: 'need' })).id
			const body = { publication: publicationText({ title: 'Une caisse libre pour le café du port ?' }) }
			await scene().client.data(StoredDocument, 'camille', 'approvePublication', { ...at(scene().ours, id), body })
			await scene().client.data(StoredDocument, 'camille', 'publish', { ...at(scene().ours, id), body })
		})
		afterAll(async () => {
			await part(scene())
		})

		test('is sent, corrected on the revision that was read, and taken back', async () => {
			const { client, ours, theirs } = scene()
			const reply = randomUUID()
			const send = (body: object) => client.data(OwnAnswer, 'sasha', 'putReply', { ...place(theirs, id, reply), body })
			expect(await send({ ...said, revision: null })).toMatchObject({ uuid: reply, revision: 1, ...said })
			expect(await send({ ...said, revision: null })).toMatchObject({ revision: 1 })
			expect(await send({ ...said, name: 'Sasha', revision: 1 })).toMatchObject({ revision: 2, name: 'Sasha' })
			await client.problem('stale', 'sasha', 'putReply', { ...place(theirs, id, reply), body: { ...said, name: 'Sacha', revision: 1 } })
			expect((await read('sasha', theirs, id)).answers).toMatchObject([{ uuid: reply, name: 'Sasha' }])
			expect((await read('dominique', ours, id)).answers).toEqual([])
			expect(await client.data(OwnAnswer, 'sasha', 'withdrawReply', place(theirs, id, reply))).toMatchObject({ status: 'withdrawn' })
			const { message } = await client.problem('connector-refused', 'sasha', 'putReply', { ...place(theirs, id, reply), body: { ...said, revision: 3 } })
			expect(message).toContain('Écrivez-en une nouvelle')
		})

		test('can be found and taken back also when the need was erased since', async () => {
			const { client, ours, theirs } = scene()
			const need = (await keepDocument(scene(), { kind: 'need' })).id
			const body = { publication: publicationText({ title: 'Un besoin qui sera effacé' }) }
			await client.data(StoredDocument, 'camille', 'approvePublication', { ...at(ours, need), body })
			await client.data(StoredDocument, 'camille', 'publish', { ...at(ours, need), body })
			const reply = randomUUID()
			await client.data(OwnAnswer, 'sasha', 'putReply', { ...place(theirs, need, reply), body: { ...said, revision: null } })
			const found = async (user: 'dominique' | 'sasha', organisation: string) => (await client.data(Answers, user, 'listAnswers', { parameters: { organisation } })).items.find(({ answer }) => answer.uuid === reply)
			expect(await found('sasha', theirs)).toMatchObject({ need: { uuid: need, title: 'Un besoin qui sera effacé' }, answer: said })
			expect(await found('dominique', ours)).toBeUndefined()

			await client.call('camille', 'erasePublication', at(ours, need))
			expect((await found('sasha', theirs))?.need).toEqual({ uuid: need })
			expect(await client.data(OwnAnswer, 'sasha', 'withdrawReply', place(theirs, need, reply))).toMatchObject({ status: 'withdrawn' })
		})

		test.each([
			['name', { ...said, name: '', revision: null }],
			['name', { ...said, name: 'x'.repeat(61), revision: null }],
			['text', { ...said, text: ' ', revision: null }],
			['text', { ...said, text: 'x'.repeat(5001), revision: null }],
			['revision', { ...said, revision: 0 }],
		])('without a good %s is refused, and says which field it is', async (field, body) => {
			const { client, theirs } = scene()
			expect((await client.problem('invalid-input', 'sasha', 'putReply', { ...place(theirs, id, randomUUID()), body })).field).toBe(field)
		})

		test('of another organisation, or to a need that is not there, is not found', async () => {
			const { client, ours, theirs } = scene()
			const reply = randomUUID()
			await client.data(OwnAnswer, 'sasha', 'putReply', { ...place(theirs, id, reply), body: { ...said, revision: null } })
			await client.problem('not-found', 'camille', 'withdrawReply', place(ours, id, reply))
			await client.problem('not-found', 'camille', 'putReply', { ...place(ours, id, reply), body: { ...said, revision: 1 } })
			await client.problem('not-found', 'sasha', 'putReply', { ...place(theirs, randomUUID(), randomUUID()), body: { ...said, revision: null } })
			await client.problem('not-found', 'sasha', 'withdrawReply', place(theirs, id, 'no-uuid'))
		})
	})
}
