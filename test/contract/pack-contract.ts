/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Scene } from './scene.ts'

import { appApi, appPackPath, ConnectionTest, Start } from '@emancipasso/shared/contract/app-api'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectorOf, join, part } from './connection.ts'

const Refreshed = appApi.refreshPacks!.answers[200]!.body!

/**
 * The cloud's own copies of the reference data.
 *
 * @param scene of the host
 */
export function packContract(scene: () => Scene): void {
	const read = async (name: string, version: string, user: 'dominique' | 'anonymous' = 'dominique') => {
		const { app } = scene().client
		const path = appPackPath.replace('{name}', name).replace('{version}', encodeURIComponent(version))
		return await fetch(`${app.base}/index.php${path}`, { headers: { Accept: 'application/json', 'OCS-APIRequest': 'true', ...await app.headers(user) }, redirect: 'manual' })
	}

	describe('packs', () => {
		beforeAll(async () => {
			await join(scene(), connectorOf(scene()))
			await scene().client.data(Refreshed, 'admin', 'refreshPacks')
		})
		afterAll(async () => {
			await part(scene())
		})

		test('the test of the connection is good and says the connector’s version', async () => {
			expect(await scene().client.data(ConnectionTest, 'admin', 'testConnection')).toMatchObject({ ok: true, cause: 'ok', version: expect.stringMatching(/^\d+\.\d+/) as unknown })
		})

		test('the first screen lists the four packs with the date of the copy', async () => {
			const { packs, connector } = await scene().client.data(Start, 'dominique', 'start')
			expect(packs.map(({ name }) => name).sort()).toEqual(['directory', 'questionnaire', 'solutions', 'vocabularies'])
			expect(packs.every(({ source, copiedAt }) => source === 'bundled' || copiedAt !== null)).toBe(true)
			expect(connector).toMatchObject({ configured: true, problem: null })
		})

		test('a pack is served with the announced bytes, for ever', async () => {
			const { packs } = await scene().client.data(Start, 'dominique', 'start')
			for (const { name, version, checksum } of packs) {
				const response = await read(name, version)
				const bytes = Buffer.from(await response.arrayBuffer())
				expect(`sha256-${createHash('sha256').update(bytes).digest('hex')}`, name).toBe(checksum)
				expect(response.headers.get('cache-control')).toMatch(/immutable/)
				expect(response.headers.get('content-type')).toMatch(/^application\/json/)
			}
		})

		test('the copies stay when the connector is gone', async () => {
			await part(scene())
			const { packs } = await scene().client.data(Start, 'dominique', 'start')
			expect((await read(packs[0]!.name, packs[0]!.version)).status).toBe(200)
			await join(scene(), connectorOf(scene()))
		})

		test('a version that does not exist, another name and a stranger get nothing', async () => {
			const { packs } = await scene().client.data(Start, 'dominique', 'start')
			expect((await read('directory', '0.0.0-none')).status).toBe(404)
			expect((await read('passwords', packs[0]!.version)).status).toBe(404)
			expect([401, 302, 303]).toContain((await read(packs[0]!.name, packs[0]!.version, 'anonymous')).status)
		})
	})
}
