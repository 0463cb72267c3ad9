/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Scene } from './scene.ts'

import { NeedWithReplies } from '@emancipasso/shared/contract/app-api'
import { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectorOf, join, part } from './connection.ts'
import { publicationText } from './publication-text.ts'
import { at, keepDocument } from './scene.ts'

/**
 * The only door to the outside: approved words, byte for byte.
 *
 * @param scene of the host
 */
export function publicationContract(scene: () => Scene): void {
	const act = async (operation: string, id: string, publication?: string) => await scene().client.data(StoredDocument, 'camille', operation, { ...at(scene().ours, id), ...publication !== undefined && { body: { publication } } })
	const refused = async (problem: Parameters<Scene['client']['problem']>[0], id: string, publication: string) => await scene().client.problem(problem, 'camille', 'publish', { ...at(scene().ours, id), body: { publication } })
	const publish = async (text: string, id?: string) => {
		const need = id ?? (await keepDocument(scene(), { kind: 'need', title: 'Agenda' })).id
		await act('approvePublication', need, text)
		return await act('publish', need, text)
	}
	const readNeed = async (id: string) => (await scene().client.data(NeedWithReplies, 'dominique', 'readCommunityNeed', at(scene().ours, id))).need

	describe('publications', () => {
		beforeAll(async () => {
			await join(scene(), connectorOf(scene()))
		})
		afterAll(async () => {
			await part(scene())
		})

		test('an approval holds who approved which bytes', async () => {
			const { id } = await keepDocument(scene(), { kind: 'need' })
			const text = publicationText({ title: 'L’été, « é » et 🎺' })
			const { approval, revision } = await act('approvePublication', id, text)
			expect(approval).toMatchObject({ by: 'camille', hash: createHash('sha256').update(text, 'utf8').digest('hex') })
			expect(revision).toBe(1)
			expect((await act('revokeApproval', id)).approval).toBeNull()
			await refused('not-approved', id, text)
		})

		test('an approval ends when the document changes, and nothing but a need is approved', async () => {
			const { client, ours } = scene()
			const { id } = await keepDocument(scene(), { kind: 'need' })
			await act('approvePublication', id, publicationText())
			await client.call('dominique', 'patchDocument', { ...at(ours, id), body: { revision: 1, patch: { title: 'autre chose' } } })
			expect((await act('readDocument', id)).approval).toBeNull()
			const { id: diagnosis } = await keepDocument(scene())
			await client.problem('invalid-input', 'camille', 'approvePublication', { ...at(ours, diagnosis), body: { publication: publicationText() } })
		})

		test('words that were not approved are refused, were it by one byte', async () => {
			const { id } = await keepDocument(scene(), { kind: 'need' })
			const text = publicationText()
			await refused('not-approved', id, text)
			await act('approvePublication', id, text)
			await refused('not-approved', id, `${text} `)
			await refused('not-approved', id, publicationText({ title: 'Quel agenda partagé pour une équipe de bénévoles !' }))
			expect((await act('readDocument', id)).publication).toBeNull()
		})

		test.each(['', 'no JSON', '[]', '"text"'])('%j cannot be approved', async (publication) => {
			const { id } = await keepDocument(scene(), { kind: 'need' })
			await scene().client.problem('invalid-input', 'camille', 'approvePublication', { ...at(scene().ours, id), body: { publication } })
		})

		test('approved words are published, and the document keeps the text that left', async () => {
			const text = publicationText()
			const { id, publication } = await publish(text)
			expect(publication).toMatchObject({ text, status: 'published', hash: createHash('sha256').update(text).digest('hex') })
			const need = await readNeed(id)
			expect(need).toMatchObject({ uuid: id, mine: true, publication: JSON.parse(text) as unknown })
			expect(JSON.stringify(need)).not.toContain('rien de ceci ne sort')
		})

		test('a repeated publication is the same publication', async () => {
			const text = publicationText()
			const { id, publication } = await publish(text)
			const { revision } = await readNeed(id)
			expect((await act('publish', id, text)).publication).toMatchObject({ etag: publication!.etag, status: 'published' })
			expect((await readNeed(id)).revision).toBe(revision)
		})

		test('a correction needs its own approval and changes the same need', async () => {
			const { id, publication } = await publish(publicationText())
			const corrected = publicationText({ title: 'Quel agenda partagé pour trois villages ?' })
			await refused('not-approved', id, corrected)
			expect((await publish(corrected, id)).publication!.etag).not.toBe(publication!.etag)
			expect((await readNeed(id)).publication.title).toBe('Quel agenda partagé pour trois villages ?')
		})

		test('a correction of what has changed elsewhere is refused until it is read and approved again', async () => {
			const { client, ours } = scene()
			const { id, publication } = await publish(publicationText())
			const { url, token } = connectorOf(scene())
			const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Emancipasso-Instance': await client.app.instance(), 'Emancipasso-Organisation': ours, 'Emancipasso-Member': 'someone-else', 'If-Match': publication!.etag }
			expect((await fetch(`${url}/api/v1/needs/${id}`, { method: 'PUT', headers, body: publicationText({ title: 'Changé ailleurs entre-temps' }) })).status).toBe(200)
			const corrected = publicationText({ title: 'Une correction trop tardive' })
			await act('approvePublication', id, corrected)
			await refused('stale', id, corrected)
			expect((await act('readDocument', id)).approval).toBeNull()
			expect((await readNeed(id)).publication.title).toBe('Changé ailleurs entre-temps')
			await publish(corrected, id)
			expect((await readNeed(id)).publication.title).toBe('Une correction trop tardive')
		})

		test('what the connector refuses is refused in its words', async () => {
			const { id } = await keepDocument(scene(), { kind: 'need' })
			const text = '{"schemaVersion":1}'
			await act('approvePublication', id, text)
			await refused('connector-refused', id, text)
			expect((await act('readDocument', id)).publication).toBeNull()
		})

		test('what is published is withdrawn before it is deleted', async () => {
			const { client, ours } = scene()
			const { id } = await publish(publicationText())
			await client.problem('still-published', 'camille', 'deleteDocument', at(ours, id))
			expect((await act('withdrawPublication', id)).publication).toMatchObject({ status: 'withdrawn' })
			expect((await act('withdrawPublication', id)).publication).toMatchObject({ status: 'withdrawn' })
			expect((await readNeed(id)).status).toBe('withdrawn')
			await refused('connector-refused', id, publicationText())
			expect((await act('readDocument', id)).publication).toMatchObject({ status: 'withdrawn' })
			expect((await client.call('camille', 'deleteDocument', at(ours, id))).status).toBe(200)
		})

		test('nothing is withdrawn that was never published', async () => {
			const { id } = await keepDocument(scene(), { kind: 'need' })
			expect((await scene().client.call('camille', 'withdrawPublication', at(scene().ours, id))).status).toBe(404)
			expect((await scene().client.call('camille', 'withdrawPublication', at(scene().ours, randomUUID()))).status).toBe(404)
		})
	})
}
