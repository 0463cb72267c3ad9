/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AppAccess } from '@emancipasso/shared/contract/app-api'
import type { User } from './app-under-test.ts'
import type { Scene } from './scene.ts'

import { appApi } from '@emancipasso/shared/contract/app-api'
import { documentKinds, StoredDocument } from '@emancipasso/shared/contract/app-documents'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { at, keepDocument } from './scene.ts'

/** Who is turned away from a route, and how: by the access that the contract gives to it. */
const refusals: Record<AppAccess, [User, number][]> = {
	// Nobody by who they are: whoever has not the right path finds nothing.
	public: [['anonymous', 404], ['sasha', 404], ['camille', 404]],
	user: [['anonymous', 401]],
	member: [['anonymous', 401], ['sasha', 404]],
	manager: [['anonymous', 401], ['sasha', 404], ['dominique', 403]],
	publisher: [['anonymous', 401], ['sasha', 404], ['dominique', 403]],
	admin: [['anonymous', 401], ['sasha', 403], ['dominique', 403], ['camille', 403]],
}

/**
 * Rights, on every route that the contract lists.
 *
 * @param scene of the host
 */
export function rightsContract(scene: () => Scene): void {
	describe('rights', () => {
		let id = ''
		beforeAll(async () => {
			id = (await keepDocument(scene(), { kind: 'need' })).id
		})

		const table = Object.entries(appApi).flatMap(([operation, route]) => refusals[route.access].map(([user, status]) => ({ operation, user, status })))
		test.each(table)('$operation answers $status to $user', async ({ operation, user, status }) => {
			const { client, ours } = scene()
			const reply = await client.call(user, operation, { ...at(ours, id), body: appApi[operation]!.method === 'GET' ? undefined : {} })
			expect(reply.status).toBe(status)
		})

		test.each(Object.keys(appApi).filter((operation) => appApi[operation]!.path.includes('/documents/{id}')))('%s does not reach a document of another organisation', async (operation) => {
			const { client, ours, theirs } = scene()
			const reply = await client.call('sasha', operation, { ...at(theirs, id), body: appApi[operation]!.method === 'GET' ? undefined : { revision: 1, patch: {}, publication: '{}' } })
			expect([404, 409]).toContain(reply.status)
			expect(reply.text).not.toContain('Diagnostic de l’été')
			expect((await client.data(StoredDocument, 'dominique', 'readDocument', at(ours, id))).revision).toBe(1)
		})

		test.each(Object.keys(appApi).filter((operation) => appApi[operation]!.path.includes('{organisation}')))('%s answers the same for an organisation that does not exist', async (operation) => {
			const { client, ours } = scene()
			const body = appApi[operation]!.method === 'GET' ? undefined : {}
			const stranger = await client.call('sasha', operation, { ...at(ours, id), body })
			const nobody = await client.call('sasha', operation, { ...at('AAAAAAAAAAAAAAAA', randomUUID()), body })
			expect([nobody.status, nobody.data]).toEqual([stranger.status, stranger.data])
		})

		test('an administrator of the cloud is no member by that alone', async () => {
			const { client, ours } = scene()
			expect((await client.call('admin', 'readDocument', at(ours, id))).status).toBe(404)
		})

		test('a stranger sees nothing of the organisation on the first screen', async () => {
			const { client } = scene()
			const { text } = await client.call('sasha', 'start')
			expect(text).not.toContain('Ateliers')
			expect(text).toContain('Une autre asso')
		})

		test('a request without the sign of the app is refused, so that other sites cannot make one', async () => {
			const { app } = scene().client
			const headers = Object.fromEntries(Object.entries(await app.headers('camille')).filter(([header]) => /^(authorization|cookie)$/i.test(header)))
			const response = await fetch(`${app.base}/ocs/v2.php/apps/emancipasso/api/v1/organisations`, { method: 'POST', headers: { ...headers, Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'name=x' })
			expect(response.status).toBe(412)
		})

		test('an unknown route is not found', async () => {
			const { app } = scene().client
			const response = await fetch(`${app.base}/ocs/v2.php/apps/emancipasso/api/v1/nothing`, { headers: { Accept: 'application/json', 'OCS-APIRequest': 'true', ...await app.headers('camille') } })
			expect(response.status).toBe(404)
		})

		test.each(documentKinds)('a document of the kind %s can be kept', async (kind) => {
			expect((await keepDocument(scene(), { kind })).kind).toBe(kind)
		})
	})
}
