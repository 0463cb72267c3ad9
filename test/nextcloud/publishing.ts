/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { Scene } from './scene.ts'

import { beforeAll, describe, expect, test } from 'vitest'
import { Association } from './association.ts'
import { problem } from './scripted-connector.ts'

/**
 * Publishing when answers get lost.
 *
 * @param scene of the Nextcloud
 */
export function publishing(scene: () => Scene): void {
	describe('publishing', () => {
		let association: Association

		beforeAll(async () => {
			association = await new Association(scene().nextcloud).found()
			await association.join(scene().connector.url)
		})

		/** Keeps one need as a connector does; `lost` says which of the puts get no answer. */
		function keepNeed(lost: (put: number) => boolean): { revision: number, text: string } {
			const kept = { revision: 0, text: '' }
			let puts = 0
			scene().connector.follow(({ method, headers, body }, answer, lose) => {
				const etag = () => ({ ETag: `"${kept.revision}"` })
				const need = () => ({ revision: kept.revision, mine: true, publication: JSON.parse(kept.text) as unknown })
				if (method === 'GET') {
					answer(200, need(), etag())
					return
				}
				const fits = kept.revision === 0 ? headers['if-none-match'] === '*' : headers['if-match'] === `"${kept.revision}"`
				if (!fits) {
					answer(412, problem('stale'))
					return
				}
				Object.assign(kept, { revision: kept.revision + 1, text: body })
				puts += 1
				if (lost(puts)) {
					lose()
				} else {
					answer(200, need(), etag())
				}
			})
			return kept
		}

		test('the very bytes that were approved leave, for an organisation and a member without names', async () => {
			keepNeed(() => false)
			const text = '{ "title" : "L’été, « é » et 🎺",  "b":1,"a":{} }'
			const { data } = await association.publish(await association.write(), text)
			expect(data.publication).toMatchObject({ text, etag: '"1"', status: 'published' })
			const [sent] = scene().connector.calls
			expect(sent!.body).toBe(text)
			expect(sent!.headers).toMatchObject({ authorization: 'Bearer a-token-for-tests', 'emancipasso-organisation': association.id, 'emancipasso-instance': await scene().nextcloud.instanceId(), 'if-none-match': '*' })
			expect(sent!.headers['emancipasso-member']).toMatch(/^[0-9a-f]{40}$/)
			expect(JSON.stringify(sent)).not.toMatch(/camille|Ateliers|Durand/i)
		})

		test('a publication whose answer was lost is published by the same call, once', async () => {
			const kept = keepNeed((put) => put === 1)
			const id = await association.write()
			const lost = await association.publish(id, '{"title":"Un besoin"}')
			expect(lost).toMatchObject({ status: 502, data: { problem: 'connector-unreachable' } })
			expect((await association.call('camille', 'DELETE', `/organisations/${association.id}/documents/${id}`)).data.problem).toBe('still-published')
			expect((await association.publish(id, '{"title":"Un besoin"}')).data.publication).toMatchObject({ status: 'published', etag: '"1"' })
			expect(kept.revision).toBe(1)
		})

		test('other words after a lost answer replace what arrived', async () => {
			const kept = keepNeed((put) => put === 1)
			const id = await association.write()
			await association.publish(id, '{"title":"Les premiers mots"}')
			expect((await association.publish(id, '{"title":"Les seconds"}')).data.publication).toMatchObject({ text: '{"title":"Les seconds"}', etag: '"2"' })
			expect(kept.text).toBe('{"title":"Les seconds"}')
		})

		test('a correction whose answer was lost is told from a change by somebody else', async () => {
			const kept = keepNeed((put) => put === 2)
			const id = await association.write()
			await association.publish(id, '{"title":"Un"}')
			expect((await association.publish(id, '{"title":"Deux"}')).status).toBe(502)
			expect((await association.publish(id, '{"title":"Deux"}')).data.publication).toMatchObject({ etag: '"2"', text: '{"title":"Deux"}' })
			Object.assign(kept, { revision: 3, text: '{"title":"Changé sur le forum"}' })
			expect(await association.publish(id, '{"title":"Trois"}')).toMatchObject({ status: 412, data: { problem: 'stale' } })
			expect(kept.text).toBe('{"title":"Changé sur le forum"}')
			expect((await association.read(id)).approval).toBeNull()
			expect((await association.publish(id, '{"title":"Trois"}')).data.publication).toMatchObject({ etag: '"4"' })
		})

		test('what never arrived can be taken back and deleted', async () => {
			scene().connector.follow(({ method }, answer, lose) => method === 'PUT' ? lose() : answer(404, problem('not-found')))
			const id = await association.write()
			await association.publish(id, '{"title":"Jamais arrivé"}')
			const path = `/organisations/${association.id}/documents/${id}`
			expect((await association.call<StoredDocument>('camille', 'DELETE', `${path}/publication`)).data.publication).toBeNull()
			expect((await association.call('camille', 'DELETE', path)).status).toBe(200)
		})

		test('what the connector has lost is let go, and deleted; what it may have is not', async () => {
			const lose = (answers: [number, string]) => scene().connector.follow(({ method }, answer) => method === 'PUT' ? answer(200, { status: 'published' }, { ETag: '"1"' }) : answer(method === 'POST' ? 404 : answers[0], problem(method === 'POST' ? 'not-found' : answers[1])))
			lose([404, 'not-found'])
			const id = await association.write()
			const path = `/organisations/${association.id}/documents/${id}`
			await association.publish(id, '{"title":"Perdu"}')
			lose([503, 'unavailable'])
			expect((await association.call('camille', 'DELETE', `${path}/publication`)).status).toBeGreaterThanOrEqual(400)
			expect((await association.call('camille', 'DELETE', path)).data.problem).toBe('still-published')
			lose([404, 'not-found'])
			expect((await association.call<StoredDocument>('camille', 'DELETE', `${path}/publication`)).data.publication).toBeNull()
			expect((await association.call('camille', 'DELETE', path)).status).toBe(200)
		})

		test('an erasure without an answer is asked for again, and what a moderator has to do is passed on', async () => {
			const byHand = { topic: 'by-hand', problem: { fr: 'Une personne de la modération doit le faire.', en: 'A moderator must do it.' } }
			let lost = true
			scene().connector.follow(({ method }, answer, lose) => method === 'PUT' ? answer(200, { status: 'published' }, { ETag: '"1"' }) : lost ? lose() : answer(202, byHand))
			const id = await association.write()
			const path = `/organisations/${association.id}/documents/${id}`
			await association.publish(id, '{"title":"À effacer"}')
			expect((await association.call('camille', 'PUT', `${path}/erasure`)).status).toBe(502)
			expect((await association.read(id)).publication).toMatchObject({ status: 'published' })
			lost = false
			expect(await association.call('camille', 'PUT', `${path}/erasure`)).toMatchObject({ status: 200, data: { document: { publication: { status: 'erased' } }, erasure: byHand } })
			expect(scene().connector.calls.at(-1)).toMatchObject({ method: 'DELETE', path: `/needs/${id}` })
		})

		test('an erasure to which a page on the way says yes is none', async () => {
			scene().connector.follow(({ method }, answer) => answer(200, method === 'PUT' ? { status: 'published' } : { welcome: true }, { ETag: '"1"' }))
			const id = await association.write()
			await association.publish(id, '{"title":"À effacer"}')
			expect((await association.call('camille', 'PUT', `/organisations/${association.id}/documents/${id}/erasure`)).status).toBe(502)
			expect((await association.read(id)).publication).toMatchObject({ status: 'published' })
		})

		test('the version that an author chose is passed on, in the name of nobody', async () => {
			scene().connector.follow((_asked, answer) => answer(200, { revision: 1 }, { ETag: '"1"' }))
			const id = await association.write()
			expect((await association.call('camille', 'POST', `/organisations/${association.id}/needs/${id}/conflict`, { keep: 'forum' })).status).toBe(200)
			expect(scene().connector.calls.at(-1)).toMatchObject({ method: 'POST', path: `/needs/${id}/conflict`, body: '{"keep":"forum"}' })
		})

		test('a refusal says the connector’s own sentence, and leaves nothing behind', async () => {
			scene().connector.follow((_asked, answer) => answer(429, problem('too-many-publications', 'Réessayez demain.'), { 'Retry-After': '60' }))
			const id = await association.write()
			expect(await association.publish(id, '{"title":"Un de trop"}')).toMatchObject({ status: 422, data: { problem: 'connector-refused', message: 'Réessayez demain.' } })
			expect((await association.call('camille', 'DELETE', `/organisations/${association.id}/documents/${id}`)).status).toBe(200)
		})

		test('only a publisher publishes, and only a need', async () => {
			const id = await association.write()
			expect((await association.call('dominique', 'PUT', `/organisations/${association.id}/documents/${id}/approval`, { publication: '{}' })).status).toBe(403)
			expect(scene().nextcloud.log().filter(({ level }) => level >= 3)).toEqual([])
		})
	})
}
