/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ConnectionTest, Start } from '@emancipasso/shared/contract/app-api'
import type { Scene } from './scene.ts'
import type { Script } from './scripted-connector.ts'

import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { Association } from './association.ts'
import { problem, ScriptedConnector } from './scripted-connector.ts'

const changes = { items: [], cursor: 'c1', packs: [], version: '0.1.0' }

/**
 * What an administrator learns of the connection.
 *
 * @param scene of the Nextcloud
 */
export function connection(scene: () => Scene): void {
	describe('the connection', () => {
		let admin: Association
		const finding = async () => (await admin.call<ConnectionTest>('admin', 'POST', '/settings/test')).data

		beforeAll(async () => {
			admin = new Association(scene().nextcloud)
			await admin.join(`${scene().connector.url}/`)
		})

		const causes: [ConnectionTest['cause'], string, Script][] = [
			['ok', 'a connector of the next minor version', (_asked, answer) => answer(200, { ...changes, version: '0.2.7' })],
			['version', 'a connector of another time', (_asked, answer) => answer(200, { ...changes, version: '3.0.0' })],
			['not-a-connector', 'a page', (_asked, answer) => answer(200, '<!DOCTYPE html><title>It works!</title>', { 'Content-Type': 'text/html' })],
			['not-a-connector', 'JSON of something else', (_asked, answer) => answer(200, { ok: true })],
			['not-a-connector', 'a page that is not found', (_asked, answer) => answer(404, '<h1>Not found</h1>')],
			['token-refused', 'a token that it does not know', (_asked, answer) => answer(401, problem('token-unknown'))],
			['token-revoked', 'a token that was withdrawn', (_asked, answer) => answer(403, problem('instance-revoked'))],
			['instance-suspended', 'a suspension', (_asked, answer) => answer(403, problem('instance-suspended'))],
			['cloned-instance', 'the token of another server', (_asked, answer) => answer(403, problem('cloned-instance'))],
			['error', 'an error of its own', (_asked, answer) => answer(500, problem('internal'))],
			['error', 'more than a connector has to say', (_asked, answer) => answer(200, `"${'a'.repeat(8_000_000)}"`)],
			['unreachable', 'a closed connection', (_asked, _answer, lose) => lose()],
			['timeout', 'silence', () => {}],
			['timeout', 'an answer that never ends', (_asked, _answer, _lose, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).write('{')],
		]
		test.each(causes)('is found %s by %s', async (cause, _what, script) => {
			scene().connector.follow(script)
			const begun = performance.now()
			expect(await finding()).toMatchObject({ cause, ok: cause === 'ok', message: expect.stringMatching(/\p{L}{2,} .+\.$/u) as unknown })
			expect(performance.now() - begun).toBeLessThan(4500)
		})

		test('a redirection is told and not followed, so that the token reaches nobody else', async () => {
			const elsewhere = await ScriptedConnector.start()
			scene().connector.follow((_asked, answer) => answer(302, '', { Location: `${elsewhere.url}/api/v1/changes` }))
			expect(await finding()).toMatchObject({ cause: 'not-a-connector', message: expect.stringContaining(elsewhere.url) as unknown })
			expect(elsewhere.calls).toEqual([])
			await elsewhere.close()
		})

		test('a certificate that is none is a connection that is not safe', async () => {
			await admin.join(`https://127.0.0.1:${scene().connector.port}`)
			expect((await finding()).cause).toBe('tls')
			await admin.join('http://127.0.0.1:9')
			expect((await finding()).cause).toBe('unreachable')
		})

		test('another address forgets the token, which belongs to one connector', async () => {
			await admin.join(scene().connector.url)
			await admin.call('admin', 'PUT', '/settings', { connectorUrl: 'https://ailleurs.example.org' })
			expect((await admin.call<{ tokenSet: boolean }>('admin', 'GET', '/settings')).data.tokenSet).toBe(false)
		})

		test('the connection is made and checked from the command line too', async () => {
			const { nextcloud, connector } = scene()
			scene().connector.follow((_asked, answer) => answer(200, changes))
			expect(await nextcloud.connect(connector.url, 'from-the-command-line')).toMatch(/fonctionne|works/)
			const status = JSON.parse(await nextcloud.occ('emancipasso:status', '--output=json')) as { connector: { test: ConnectionTest } }
			expect(status.connector.test).toMatchObject({ ok: true, version: '0.1.0' })
			expect([...new Set(connector.calls.map(({ headers }) => headers.authorization))]).toEqual(['Bearer from-the-command-line'])
			expect(await nextcloud.occ('config:list', 'emancipasso')).not.toContain('from-the-command-line')
			scene().connector.follow((_asked, answer) => answer(401, problem('token-unknown')))
			await expect(nextcloud.occ('emancipasso:status')).rejects.toThrow()
		})

		test('a connection that works is not replaced by one that does not, unless it is forced', async () => {
			const { nextcloud, connector } = scene()
			connector.follow((_asked, answer) => answer(200, changes))
			await nextcloud.connect(connector.url, 'one-that-works')
			const typo = await nextcloud.connect('http://127.0.0.1:9', 'another').catch((error: { stdout: string }) => error.stdout)
			expect(typo).toContain(`${connector.url} stays`)
			connector.follow((_asked, answer) => answer(200, changes))
			expect(await finding()).toMatchObject({ ok: true })
			expect(connector.calls[0]!.headers.authorization).toBe('Bearer one-that-works')
			await nextcloud.connect('http://127.0.0.1:9', 'another', '--force').catch(() => '')
			expect((await admin.call('admin', 'GET', '/settings')).data).toMatchObject({ connectorUrl: 'http://127.0.0.1:9', tokenSet: true })
		})

		test('the directory is there as soon as the cloud is joined, and a sentence says when it is not', async () => {
			const { nextcloud, connector } = scene()
			const text = '{"name":"directory","version":"0-joined","providers":[]}'
			const announced = { name: 'directory', version: '0-joined', checksum: `sha256-${createHash('sha256').update(text).digest('hex')}`, bytes: text.length, createdAt: '2026-11-21T10:00:00.000Z' }
			const serve = (status: number) => connector.follow(({ path }, answer) => path.startsWith('/packs/') ? answer(status, status === 200 ? text : problem('internal')) : answer(200, { ...changes, packs: [announced] }))
			serve(500)
			expect(await nextcloud.connect(connector.url, 'one-that-works')).toMatch(/could not be fetched yet/)
			serve(200)
			expect(await nextcloud.connect(connector.url, 'one-that-works')).toMatch(/are here/)
			expect((await admin.call<Start>('dominique', 'GET', '/start')).data.packs).toContainEqual(expect.objectContaining({ name: 'directory', version: '0-joined' }))
		})

		test('the setup check of the overview gives up within two seconds', async () => {
			let waited = 0
			scene().connector.follow((_asked, _answer, _lose, response) => {
				const begun = performance.now()
				response.once('close', () => {
					waited = performance.now() - begun
				})
			})
			expect(await scene().nextcloud.occ('setupchecks', '--output=json').catch((error: { stdout: string }) => error.stdout)).toContain('emancipasso')
			expect(waited).toBeGreaterThan(1000)
			expect(waited).toBeLessThan(2000)
		})
	})
}
