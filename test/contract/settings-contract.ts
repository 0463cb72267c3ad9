/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Scene } from './scene.ts'

import { AdminSettings, appApi, ConnectionTest, Start } from '@emancipasso/shared/contract/app-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { join, part } from './connection.ts'
import { at, keepDocument } from './scene.ts'

const Refreshed = appApi.refreshPacks!.answers[200]!.body!

/** An address of this machine where nothing listens. */
const nowhere = 'http://127.0.0.1:9'

/**
 * The administrator's settings, and what works without a connector.
 *
 * @param scene of the host
 */
export function settingsContract(scene: () => Scene): void {
	const write = async (body: object) => await scene().client.data(AdminSettings, 'admin', 'writeSettings', { body })

	describe('settings', () => {
		afterAll(async () => {
			await write({ allowedGroups: [] })
		})

		test('parts that are left out stay, and the token is never shown', async () => {
			await write({ connectorUrl: nowhere, token: 'a-very-secret-token' })
			expect(await write({ allowedGroups: [] })).toEqual({ connectorUrl: nowhere, tokenSet: true, moved: [], allowedGroups: [], organisationsWithoutGroup: [] })
			const { text } = await scene().client.call('admin', 'readSettings')
			expect(text).not.toContain('a-very-secret-token')
			expect(await write({ token: '' })).toMatchObject({ tokenSet: false })
		})

		test.each(['javascript:alert(1)', 'file:///etc/passwd', 'connector', 'ftp://example.org'])('%s is no address of a connector', async (connectorUrl) => {
			expect(await scene().client.problem('invalid-input', 'admin', 'writeSettings', { body: { connectorUrl } })).toMatchObject({ field: 'connectorUrl' })
		})

		test('who is in none of the allowed groups is turned away, and an administrator still sets', async () => {
			await write({ allowedGroups: ['association'] })
			expect((await scene().client.call('dominique', 'start')).status).toBe(200)
			expect([403, 404]).toContain((await scene().client.call('sasha', 'start')).status)
			expect(await write({ allowedGroups: [] })).toMatchObject({ allowedGroups: [] })
			expect((await scene().client.call('sasha', 'start')).status).toBe(200)
		})
	})

	describe('leaving a connector', () => {
		beforeAll(async () => {
			await part(scene())
			await join(scene(), { url: nowhere, token: 'any-token-that-is-long-enough' })
			const { client, ours } = scene()
			const { id } = await keepDocument(scene(), { kind: 'need' })
			const body = { publication: '{"title":"Un besoin"}' }
			await client.call('camille', 'approvePublication', { ...at(ours, id), body })
			await client.call('camille', 'publish', { ...at(ours, id), body })
		})
		afterAll(async () => {
			await part(scene())
		})

		test('another address is refused while this connector may hold something, until one says to leave it there', async () => {
			const { client } = scene()
			expect(await client.problem('left-behind', 'admin', 'writeSettings', { body: { connectorUrl: 'http://127.0.0.1:19' } })).toMatchObject({ field: 'connectorUrl' })
			expect(await client.data(AdminSettings, 'admin', 'readSettings')).toMatchObject({ connectorUrl: nowhere, tokenSet: true })
			expect(await write({ connectorUrl: nowhere, token: 'a-new-token-of-the-same-one' })).toMatchObject({ connectorUrl: nowhere })
			expect(await write({ connectorUrl: 'http://127.0.0.1:19', leaveBehind: true })).toMatchObject({ connectorUrl: 'http://127.0.0.1:19' })
			expect(await write({ connectorUrl: nowhere })).toMatchObject({ connectorUrl: nowhere })
		})

		test('what was moved goes on, and a copy is disconnected', async () => {
			const { client } = scene()
			await write({ token: 'any-token-that-is-long-enough' })
			expect(await client.data(AdminSettings, 'admin', 'answerMove', { body: { answer: 'original' } })).toMatchObject({ connectorUrl: nowhere, tokenSet: true })
			expect(await client.data(AdminSettings, 'admin', 'answerMove', { body: { answer: 'copy' } })).toMatchObject({ connectorUrl: '', tokenSet: false })
			await client.problem('invalid-input', 'admin', 'answerMove', { body: { answer: 'perhaps' } })
		})
	})

	describe('without settings', () => {
		beforeAll(async () => {
			await part(scene())
		})

		test('publishing and reading the community say that no connector is set', async () => {
			const { client, ours } = scene()
			const { id } = await keepDocument(scene(), { kind: 'need' })
			await client.problem('not-configured', 'camille', 'listCommunityNeeds', { parameters: { organisation: ours } })
			await client.problem('not-configured', 'camille', 'readCommunityNeed', at(ours, id))
			await client.problem('not-configured', 'camille', 'supportNeed', at(ours, id))
			expect(await client.data(ConnectionTest, 'admin', 'testConnection')).toMatchObject({ ok: false, cause: 'not-configured' })
			expect((await client.data(Start, 'camille', 'start')).connector.configured).toBe(false)
		})
	})

	describe('while the connector is down', () => {
		beforeAll(async () => {
			await join(scene(), { url: nowhere, token: 'any-token-that-is-long-enough' })
		})
		afterAll(async () => {
			await part(scene())
		})

		test('reading the community fails in words, and our own documents keep working', async () => {
			const { client, ours } = scene()
			await client.problem('connector-unreachable', 'camille', 'listCommunityNeeds', { parameters: { organisation: ours } })
			const { id } = await keepDocument(scene(), { kind: 'need' })
			await client.problem('connector-unreachable', 'camille', 'readCommunityNeed', at(ours, id))
			expect((await client.call('dominique', 'readDocument', at(ours, id))).status).toBe(200)
		})

		test('a publication fails in words and leaves the document as it was', async () => {
			const { client, ours } = scene()
			const { id } = await keepDocument(scene(), { kind: 'need' })
			const body = { publication: '{"title":"Un besoin"}' }
			await client.call('camille', 'approvePublication', { ...at(ours, id), body })
			await client.problem('connector-unreachable', 'camille', 'publish', { ...at(ours, id), body })
			const { data } = await client.call('camille', 'readDocument', at(ours, id))
			expect(data).toMatchObject({ publication: null, approval: { by: 'camille' } })
		})

		test('the first screen and the test of the connection name the cause', async () => {
			const { client } = scene()
			await client.data(Refreshed, 'admin', 'refreshPacks')
			expect((await client.data(Start, 'camille', 'start')).connector).toMatchObject({ configured: true, problem: expect.stringMatching(/\p{L}{2,} .+/u) as unknown })
			expect(await client.data(ConnectionTest, 'admin', 'testConnection')).toMatchObject({ ok: false, cause: 'unreachable' })
		})
	})
}
