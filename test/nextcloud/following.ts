/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Start } from '@emancipasso/shared/contract/app-api'
import type { Scene } from './scene.ts'

import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { Association } from './association.ts'
import { problem } from './scripted-connector.ts'

/** A directory as the connector serves it. */
function directory(version: string): { text: string, announced: { name: string, version: string, checksum: string, bytes: number, createdAt: string } } {
	const text = JSON.stringify({ name: 'directory', version, providers: [`Médiation ${version}`] })
	return { text, announced: { name: 'directory', version, checksum: `sha256-${createHash('sha256').update(text).digest('hex')}`, bytes: Buffer.byteLength(text), createdAt: '2026-11-22T10:00:00.000Z' } }
}

/**
 * The background job: one conditional request, and packs only when they are new.
 *
 * @param scene of the Nextcloud
 */
export function following(scene: () => Scene): void {
	/** Serves one directory, under a cursor. */
	const serve = ({ text, announced }: ReturnType<typeof directory>, cursor: string, bytes = text) => scene().connector.follow(({ path, headers }, answer) => {
		if (path.startsWith('/packs/')) {
			answer(200, bytes)
		} else if (headers['if-none-match'] === `"${cursor}"`) {
			answer(304)
		} else {
			answer(200, { items: [], cursor, packs: [announced], version: '0.1.0' }, { ETag: `"${cursor}"` })
		}
	})
	const asked = () => scene().connector.calls.map(({ method, path }) => `${method} ${path}`)
	const copy = async () => (await new Association(scene().nextcloud).call<Start>('dominique', 'GET', '/start')).data.packs.find(({ name }) => name === 'directory')
	const settings = async () => await scene().nextcloud.occ('config:list', 'emancipasso', '--private')

	describe('the background job', () => {
		beforeAll(async () => {
			await new Association(scene().nextcloud).join(scene().connector.url)
		})

		test('fetches a new directory once, and then asks one question that costs nothing', async () => {
			serve(directory('1-aa'), 'c1')
			await scene().nextcloud.runJob()
			expect(asked()).toEqual([expect.stringMatching(/^GET \/changes/), 'GET /packs/directory/1-aa'])
			expect(await copy()).toMatchObject({ version: '1-aa', source: 'connector' })
			const before = await settings()
			serve(directory('1-aa'), 'c1')
			await scene().nextcloud.runJob()
			await scene().nextcloud.runJob()
			expect(asked()).toEqual(['GET /changes?after=c1', 'GET /changes?after=c1'])
			expect(scene().connector.calls.every(({ headers }) => headers['if-none-match'] === '"c1"')).toBe(true)
			expect(await settings()).toBe(before)
		})

		test('keeps the good copy when the bytes of a new one are not the announced ones, and tries again', async () => {
			serve(directory('2-bb'), 'c2', '{"name":"directory","version":"2-bb","providers":["forged"]}')
			await scene().nextcloud.runJob()
			expect(await copy()).toMatchObject({ version: '1-aa' })
			serve(directory('2-bb'), 'c2')
			await scene().nextcloud.runJob()
			expect(await copy()).toMatchObject({ version: '2-bb' })
		})

		test('serves the copy as bytes that a browser keeps, packed when it can unpack', async () => {
			const address = `${scene().nextcloud.url}/index.php/apps/emancipasso/packs/directory/2-bb`
			const headers = await scene().nextcloud.headers('dominique')
			const plain = await fetch(address, { headers: { ...headers, 'Accept-Encoding': 'identity' } })
			expect(plain.headers.get('content-encoding')).toBeNull()
			const packed = await fetch(address, { headers: { ...headers, 'Accept-Encoding': 'gzip' } })
			expect(packed.headers.get('content-encoding')).toBe('gzip')
			expect([await packed.text(), await plain.text()]).toEqual([directory('2-bb').text, directory('2-bb').text])
			const again = await fetch(address, { headers: { ...headers, 'If-None-Match': plain.headers.get('etag')! } })
			expect(again.status).toBe(304)
			expect(again.headers.get('cache-control')).toContain('immutable')
		})

		test('begins afresh when the connector does not know its cursor any more', async () => {
			scene().connector.follow(({ method, path }, answer) => method !== 'GET' ? answer(202, {}) : path.includes('after=') ? answer(410, problem('unknown-cursor')) : answer(200, { items: [], cursor: 'new', packs: [], version: '0.1.0' }, { ETag: '"new"' }))
			await scene().nextcloud.runJob()
			// What was erased before is then asked for once more.
			expect(asked().slice(0, 2)).toEqual(['GET /changes?after=c2', 'GET /changes'])
			scene().connector.follow((_asked, answer) => answer(304))
			await scene().nextcloud.runJob()
			expect(asked()).toEqual(['GET /changes?after=new'])
			expect(await copy()).toMatchObject({ version: '2-bb' })
		})

		test('says in words that the connector is down, and that it is back', async () => {
			const association = new Association(scene().nextcloud)
			const state = async () => (await association.call<Start>('dominique', 'GET', '/start')).data.connector
			scene().connector.follow((_asked, _answer, lose) => lose())
			await scene().nextcloud.runJob()
			expect((await state()).problem).toMatch(/ne répond pas/)
			scene().connector.follow((_asked, answer) => answer(304))
			await scene().nextcloud.runJob()
			expect(await state()).toMatchObject({ configured: true, problem: null })
		})
	})
}
