/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer, ProblemData } from './association.ts'
import type { Scene } from './scene.ts'
import type { Script } from './scripted-connector.ts'

import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createGzip, gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { Association } from './association.ts'
import { problem } from './scripted-connector.ts'

const words = '{"title":"Un besoin"}'
const others = '{"title":"Un autre"}'

/**
 * Answers that prove less than they seem to, and people who publish at the same moment.
 *
 * @param scene of the Nextcloud
 */
export function doubtfulAnswers(scene: () => Scene): void {
	describe('what is outside, or may be', () => {
		let association: Association
		const path = (id: string) => `/organisations/${association.id}/documents/${id}`
		const remove = async (id: string): Promise<Answer<ProblemData>> => await association.call('camille', 'DELETE', path(id))
		const follow = (script: Script) => scene().connector.follow(script)

		beforeAll(async () => {
			association = await new Association(scene().nextcloud).found('Les Semeurs')
			await association.join(scene().connector.url)
		})

		test('stays known when other words are refused after an answer was lost', async () => {
			follow(({ method, body }, answer, lose) => method === 'PUT' && body === others ? answer(429, problem('too-many-publications')) : lose())
			const id = await association.write()
			await association.publish(id, words)
			expect((await association.publish(id, others)).status).toBe(422)
			expect((await remove(id)).data.problem).toBe('still-published')
		})

		test('stays known when a page on the way says that nothing is found', async () => {
			follow(({ method }, answer, lose) => method === 'PUT' ? lose() : answer(404, '<h1>404</h1>', { 'Content-Type': 'text/html' }))
			const id = await association.write()
			await association.publish(id, words)
			expect((await association.call('camille', 'DELETE', `${path(id)}/publication`)).status).toBe(502)
			expect((await remove(id)).data.problem).toBe('still-published')
		})

		test.each<[string, Script]>([
			['a page', (_asked, answer) => answer(200, '<h1>Bienvenue sur le wifi</h1>', { ETag: '"1"', 'Content-Type': 'text/html' })],
			['a need without its revision', (_asked, answer) => answer(200, {})],
			['a revision that is no text', (_asked, answer) => answer(200, {}, { ETag: '"\u00e9\u00ff"' })],
			['a revision of two thousand letters', (_asked, answer) => answer(200, {}, { ETag: `"${'1'.repeat(2000)}"` })],
		])('is not called published by %s', async (_what, script) => {
			follow(script)
			const id = await association.write()
			expect((await association.publish(id, words)).data.problem).toBe('connector-unreachable')
			expect((await association.read(id)).publication).toBeNull()
		})

		test('is called withdrawn when the connector says so, whatever was approved since', async () => {
			follow(({ method }, answer) => answer(200, { status: method === 'POST' ? 'withdrawn' : 'published' }, { ETag: '"1"' }))
			const id = await association.write()
			await association.publish(id, words)
			follow((_asked, answer) => answer(200, { status: 'withdrawn' }, { ETag: '"2"' }))
			await association.call('camille', 'DELETE', `${path(id)}/publication`)
			expect(await association.publish(id, words)).toMatchObject({ status: 422, data: { message: expect.stringContaining('retiré') as unknown } })
			expect((await association.read(id)).publication?.status).toBe('withdrawn')
		})

		test('is what the app believes when two people publish at once: one goes, the other is told', async () => {
			let outside = ''
			let arrived = () => {}
			const first = new Promise<void>((resolve) => {
				arrived = resolve
			})
			let release = () => {}
			follow(({ body }, answer) => {
				outside = body
				release = () => answer(200, { status: 'published' }, { ETag: '"1"' })
				arrived()
			})
			const id = await association.write()
			const sent = association.publish(id, words)
			await first
			expect((await association.publish(id, others)).data.problem).toBe('conflict')
			expect((await association.call('camille', 'DELETE', `${path(id)}/publication`)).status).toBe(409)
			expect((await remove(id)).data.problem).toBe('still-published')
			release()
			expect((await sent).data.publication?.text).toBe(words)
			expect([outside, (await association.read(id)).publication?.text]).toEqual([words, words])
			expect(scene().connector.calls).toHaveLength(1)
		})

		test('an approval never outlives a change that came after it', async () => {
			for (let round = 0; round < 10; round++) {
				const id = await association.write()
				await Promise.all([
					association.call('camille', 'PUT', `${path(id)}/approval`, { publication: words }),
					association.call('dominique', 'PATCH', path(id), { revision: 1, patch: { text: 'changé' } }),
				])
				const { approval, updatedAt } = await association.read(id)
				expect(approval === null || approval.at >= updatedAt).toBe(true)
			}
		})

		test('a small answer that unpacks to half a gigabyte is an error in words', async () => {
			const megabyte = Buffer.alloc(1_000_000, 97)
			const packed = await buffer(Readable.from(Array.from({ length: 500 }, () => megabyte)).pipe(createGzip({ level: 1 })))
			follow((_asked, _answer, _lose, response) => response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }).end(packed))
			expect((await association.call('dominique', 'GET', `/organisations/${association.id}/needs`)).data.problem).toBe('connector-unreachable')
		})

		test('a packed answer is read', async () => {
			follow((_asked, _answer, _lose, response) => response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }).end(gzipSync('{"items":[],"cursor":"c"}')))
			expect((await association.call('dominique', 'GET', `/organisations/${association.id}/needs?text=agenda`)).data).toEqual({ items: [], cursor: 'c' })
			const [asked] = scene().connector.calls
			expect(asked!.headers).toMatchObject({ 'emancipasso-organisation': association.id, 'accept-encoding': 'gzip' })
			expect(asked!.headers['emancipasso-member'], 'who looks for it is nobody’s business').toBeUndefined()
		})

		test('a redirection to an address that is no text is told all the same', async () => {
			follow((_asked, _answer, _lose, response) => response.writeHead(302, { Location: 'http://\u00e9\u00ff/' }).end())
			expect((await association.call('dominique', 'GET', `/organisations/${association.id}/needs`)).data.message).toContain('renvoie vers')
		})
	})
}
