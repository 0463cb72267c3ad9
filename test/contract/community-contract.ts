/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Scene } from './scene.ts'

import { Need } from '@emancipasso/shared/community/need'
import { appApi, NeedWithReplies, Organisation } from '@emancipasso/shared/contract/app-api'
import { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectorOf, join, part } from './connection.ts'
import { publicationText } from './publication-text.ts'
import { at, keepDocument } from './scene.ts'

const Page = appApi.listCommunityNeeds!.answers[200]!.body!
type Page = { items: Need[], cursor: string | null }

/**
 * Needs of the community, live from the connector.
 *
 * @param scene of the host
 */
export function communityContract(scene: () => Scene): void {
	const list = async (user: 'dominique' | 'sasha', query: Record<string, string>) => await scene().client.data(Page, user, 'listCommunityNeeds', { parameters: { organisation: user === 'sasha' ? scene().theirs : scene().ours }, query }) as Page

	describe('the community', () => {
		let id = ''
		beforeAll(async () => {
			await join(scene(), connectorOf(scene()))
			id = (await keepDocument(scene(), { kind: 'need' })).id
			const body = { publication: publicationText({ title: 'Une girouette numérique pour le moulin ?', kind: 'technical-help' }) }
			await scene().client.data(StoredDocument, 'camille', 'approvePublication', { ...at(scene().ours, id), body })
			await scene().client.data(StoredDocument, 'camille', 'publish', { ...at(scene().ours, id), body })
		})
		afterAll(async () => {
			await part(scene())
		})

		test('a published need is listed, by its text, its kind and whose it is', async () => {
			expect((await list('dominique', { text: 'girouette' })).items.map(({ uuid }) => uuid)).toEqual([id])
			expect((await list('dominique', { mine: 'true' })).items.map(({ uuid }) => uuid)).toContain(id)
			expect((await list('dominique', { kind: 'shared-development', text: 'girouette' })).items).toEqual([])
			expect((await list('sasha', { mine: 'true' })).items).toEqual([])
		})

		test('a kind that does not exist is refused in words or finds nothing', async () => {
			const { client, ours } = scene()
			const reply = await client.call('dominique', 'listCommunityNeeds', { parameters: { organisation: ours }, query: { kind: 'nonsense' } })
			expect([200, 400, 422]).toContain(reply.status)
		})

		test('another organisation supports it once, and takes the support back', async () => {
			const { client, theirs } = scene()
			const support = async (operation: string) => (await client.data(Need, 'sasha', operation, at(theirs, id))).supports
			expect(await support('supportNeed')).toEqual({ total: 1, own: true })
			expect(await support('supportNeed')).toEqual({ total: 1, own: true })
			expect((await client.data(NeedWithReplies, 'dominique', 'readCommunityNeed', at(scene().ours, id))).need.supports).toEqual({ total: 1, own: false })
			expect(await support('withdrawSupport')).toEqual({ total: 0, own: false })
			expect(await support('withdrawSupport')).toEqual({ total: 0, own: false })
		})

		test('a need of another is read without what only its own people know', async () => {
			const { client, theirs } = scene()
			const { need, replies } = await client.data(NeedWithReplies, 'sasha', 'readCommunityNeed', at(theirs, id))
			expect(need).toMatchObject({ uuid: id, mine: false })
			expect(replies).toEqual([])
			expect(JSON.stringify(need)).not.toMatch(/camille|Ateliers du Port/)
		})

		test('where both sides agree, saying which version stays changes nothing', async () => {
			const { client, ours } = scene()
			const { need: before } = await client.data(NeedWithReplies, 'dominique', 'readCommunityNeed', at(ours, id))
			for (const keep of ['ours', 'forum']) {
				expect(await client.data(Need, 'camille', 'answerConflict', { ...at(ours, id), body: { keep } })).toMatchObject({ uuid: id, mine: true, revision: before.revision, publication: before.publication })
			}
		})

		test('only one of two versions can stay, and only its author says which', async () => {
			const { client, ours, theirs } = scene()
			expect((await client.problem('invalid-input', 'camille', 'answerConflict', { ...at(ours, id), body: { keep: 'both' } })).field).toBe('keep')
			await client.problem('not-found', 'sasha', 'answerConflict', { ...at(theirs, id), body: { keep: 'ours' } })
		})

		test('a need that does not exist is not found', async () => {
			await scene().client.problem('not-found', 'dominique', 'readCommunityNeed', at(scene().ours, randomUUID()))
		})

		test('erasing an organisation erases at the connector what it published', async () => {
			const { client } = scene()
			const { id: organisation } = await client.data(Organisation, 'camille', 'createOrganisation', { body: { name: 'Éphémère', membersGroup: 'association', managersGroup: 'bureau', publishersGroup: 'bureau' } })
			const { id: need } = await keepDocument({ ...scene(), ours: organisation }, { kind: 'need' })
			const body = { publication: publicationText({ title: 'Un besoin qui sera effacé ensuite' }) }
			await client.data(StoredDocument, 'camille', 'approvePublication', { ...at(organisation, need), body })
			await client.data(StoredDocument, 'camille', 'publish', { ...at(organisation, need), body })
			const { data } = await client.call('camille', 'deleteOrganisation', { parameters: { organisation } })
			expect(data).toEqual({ documents: 1, connector: 'erased' })
			expect((await list('dominique', { text: 'effacé ensuite' })).items).toEqual([])
		})
	})
}
