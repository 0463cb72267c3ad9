/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Scene } from './scene.ts'

import { ErasedPublication } from '@emancipasso/shared/contract/app-api'
import { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { connectorOf, join, part } from './connection.ts'
import { publicationText } from './publication-text.ts'
import { at, keepDocument } from './scene.ts'

/**
 * Taking one need back for ever.
 *
 * @param scene of the host
 */
export function erasureContract(scene: () => Scene): void {
	const act = async (operation: string, id: string, body?: object) => await scene().client.data(StoredDocument, 'camille', operation, { ...at(scene().ours, id), ...body !== undefined && { body } })
	const erase = async (id: string) => await scene().client.data(ErasedPublication, 'camille', 'erasePublication', at(scene().ours, id))
	const readStatus = async (id: string) => (await scene().client.call('dominique', 'readCommunityNeed', at(scene().ours, id))).status
	const publish = async () => {
		const { id } = await keepDocument(scene(), { kind: 'need', document: { title: 'Un brouillon qui reste ici' } })
		const body = { publication: publicationText({ title: 'Un besoin que l’on voudra effacer' }) }
		await act('approvePublication', id, body)
		await act('publish', id, body)
		return id
	}

	describe('erasing a publication', () => {
		beforeAll(async () => {
			await join(scene(), connectorOf(scene()))
		})
		afterAll(async () => {
			await part(scene())
		})

		test('leaves nothing of it in the community, and everything of the document here', async () => {
			const id = await publish()
			const { document, erasure } = await erase(id)
			expect(['waiting', 'erased']).toContain(erasure.topic)
			expect(document).toMatchObject({ document: { title: 'Un brouillon qui reste ici' }, approval: null, publication: { status: 'erased' } })
			expect(document.publication!.text).toContain('Un besoin que l’on voudra effacer')
			expect(await readStatus(id)).toBe(404)
		})

		test('says, asked again, how far the forum has come', async () => {
			const id = await publish()
			await erase(id)
			await vi.waitFor(async () => expect((await erase(id)).erasure.topic).toBe('erased'), { timeout: 20_000, interval: 200 })
			expect((await act('readDocument', id)).publication).toMatchObject({ status: 'erased' })
		}, 30_000)

		test('is also for what was withdrawn', async () => {
			const id = await publish()
			await act('withdrawPublication', id)
			expect(await readStatus(id)).toBe(200)
			expect((await erase(id)).document.publication).toMatchObject({ status: 'erased' })
			expect((await act('withdrawPublication', id)).publication).toMatchObject({ status: 'erased' })
			expect(await readStatus(id)).toBe(404)
		})

		test('is for good: the need is not published again, in words that say what to do', async () => {
			const { client, ours } = scene()
			const id = await publish()
			await erase(id)
			const body = { publication: publicationText({ title: 'Les mêmes mots, une autre fois' }) }
			await act('approvePublication', id, body)
			expect((await client.problem('connector-refused', 'camille', 'publish', { ...at(ours, id), body })).message).toContain('nouveau besoin')
			expect((await act('readDocument', id)).publication).toMatchObject({ status: 'erased' })
			expect((await client.call('camille', 'deleteDocument', at(ours, id))).status).toBe(200)
		})

		test('finds nothing to erase where nothing left', async () => {
			const { client, ours } = scene()
			const { id } = await keepDocument(scene(), { kind: 'need' })
			await client.problem('not-found', 'camille', 'erasePublication', at(ours, id))
		})
	})
}
