/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AdminSettings, Start } from '@emancipasso/shared/contract/app-api'
import type { Scene } from './scene.ts'

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Association } from './association.ts'
import { occIn } from './server.ts'

const words = '{"title":"Un besoin d’avant le déménagement"}'

/**
 * A Nextcloud that stands elsewhere than when it was joined: moved, or a copy of the one that was.
 *
 * @param scene of the Nextcloud
 */
export function moving(scene: () => Scene): void {
	describe('a Nextcloud that was moved or copied', () => {
		let association: Association
		let need = ''
		const path = () => `/organisations/${association.id}/documents/${need}`
		const sent = () => scene().connector.calls.filter(({ method }) => method !== 'GET').map(({ method, path: to }) => `${method} ${to}`)
		const address = async (url: string) => await scene().nextcloud.occ('config:system:set', 'overwrite.cli.url', `--value=${url}`)
		const settings = async () => (await association.call<AdminSettings>('admin', 'GET', '/settings')).data
		const failing = async (...args: string[]) => await scene().nextcloud.occ(...args).then(() => 'did not fail', (error: { stdout: string }) => error.stdout)
		const good = () => scene().connector.follow(({ method, path: to }, answer) => method === 'GET' && to.startsWith('/changes') ? answer(200, { items: [], cursor: 'c1', packs: [], version: '0.1.0' }) : answer(200, { items: [], cursor: null, status: method === 'POST' ? 'withdrawn' : 'published' }, { ETag: '"1"' }))

		beforeAll(async () => {
			association = await new Association(scene().nextcloud).found('Les Déménageurs')
			await association.join(scene().connector.url)
			good()
			need = await association.write()
			await association.publish(need, words)
			await address('https://ailleurs.example.org')
			good()
		})
		afterAll(async () => {
			await scene().nextcloud.occ('emancipasso:moved', '--this-is-the-original')
		})

		test('sends nothing: no publication, no correction, no support, no withdrawal, no erasure', async () => {
			const gone = await new Association(scene().nextcloud).found('Éphémère')
			const draft = await association.write()
			const refused = { status: 409, data: { problem: 'moved', message: expect.stringMatching(/déplacé ou copié.+administration/) as unknown } }
			expect(await association.publish(draft, '{"title":"Un autre"}')).toMatchObject(refused)
			expect(await association.publish(need, '{"title":"Corrigé"}')).toMatchObject(refused)
			expect(await association.call('camille', 'DELETE', `${path()}/publication`)).toMatchObject(refused)
			expect(await association.call('camille', 'PUT', `/organisations/${association.id}/needs/${need}/support`)).toMatchObject(refused)
			expect(await association.call('camille', 'DELETE', `/organisations/${association.id}/needs/${need}/support`)).toMatchObject(refused)
			expect((await gone.call('camille', 'DELETE', `/organisations/${gone.id}`)).data).toMatchObject({ connector: 'nothing-published' })
			await scene().nextcloud.runJob()
			expect(await failing('emancipasso:purge', '--yes')).toMatch(/déplacé ou copié|moved or copied/)
			expect(sent()).toEqual([])
			expect((await association.call('camille', 'DELETE', `/organisations/${association.id}/documents/${draft}`)).status).toBe(200)
			expect((await association.read(need)).publication).toMatchObject({ status: 'published', text: words })
		})

		test('goes on reading', async () => {
			good()
			expect((await association.call('dominique', 'GET', `/organisations/${association.id}/needs`)).status).toBe(200)
			expect((await association.call<Start>('dominique', 'GET', '/start')).data.connector).toMatchObject({ moved: true, problem: null })
		})

		test('tells its administrator everywhere, and cannot be joined anew before it is answered', async () => {
			expect((await settings()).moved).toEqual(['address'])
			expect(await failing('emancipasso:moved')).toMatch(/address.*\n.*--this-is-the-original\n.*--this-is-a-copy/)
			expect(await failing('emancipasso:status')).toContain('occ emancipasso:moved')
			expect(await scene().nextcloud.occ('setupchecks', '--output=json').catch((error: { stdout: string }) => error.stdout)).toMatch(/emancipasso:moved/)
			expect((await association.call('admin', 'PUT', '/settings', { token: 'the-same-token-again' })).data.problem).toBe('moved')
			await expect(scene().nextcloud.connect(scene().connector.url, 'the-same-token-again')).rejects.toThrow()
		})

		test('goes on as itself once one says that it was moved, on the command line or in the settings', async () => {
			await scene().nextcloud.occ('emancipasso:moved', '--this-is-the-original')
			expect((await settings()).moved).toEqual([])
			await address('https://encore-ailleurs.example.org')
			expect((await settings()).moved).toEqual(['address'])
			await association.call('admin', 'POST', '/settings/move', { answer: 'original' })
			expect(JSON.parse(await scene().nextcloud.occ('emancipasso:status', '--output=json').catch((error: { stdout: string }) => error.stdout))).toMatchObject({ connector: { moved: false } })
			good()
			expect((await association.publish(need, '{"title":"Corrigé après"}')).status).toBe(200)
			expect(sent()).toEqual([`PUT /needs/${need}`])
		})

		test('made with cp -r, it erases nothing of the original, and is disconnected by one answer', async () => {
			const { root } = scene().nextcloud
			const copy = `${root}-copy`
			cpSync(root, copy, { recursive: true })
			cpSync(join(root, '../data'), join(root, '../data-copy'), { recursive: true })
			const config = join(copy, 'config/config.php')
			writeFileSync(config, readFileSync(config, 'utf8').replaceAll(join(root, '../data'), join(root, '../data-copy')))
			const occ = occIn(copy)
			try {
				good()
				await expect(occ('emancipasso:purge', '--yes')).rejects.toThrow()
				const status = JSON.parse(await occ('emancipasso:status', '--output=json').catch((error: { stdout: string }) => error.stdout)) as { problems: string[] }
				expect(status.problems.join()).toMatch(/server-folder, data-folder/)
				await occ('emancipasso:moved', '--this-is-a-copy')
				await occ('emancipasso:purge', '--yes')
				expect(sent()).toEqual([])
				expect(JSON.parse(await occ('emancipasso:status', '--output=json'))).toMatchObject({ connector: { configured: false, moved: false } })
			} finally {
				rmSync(copy, { recursive: true, force: true })
				rmSync(join(root, '../data-copy'), { recursive: true, force: true })
			}
			expect((await association.read(need)).publication).toMatchObject({ status: 'published' })
		})
	})
}
