/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { User } from './app-under-test.ts'
import type { Scene } from './scene.ts'

import { AdminSettings, appApi, appApiBase, Organisation } from '@emancipasso/shared/contract/app-api'
import { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import { afterEach, describe, expect, test } from 'vitest'
import { at, newDocument } from './scene.ts'

const Erased = appApi.purgeOrganisation!.answers[200]!.body!

/**
 * Organisations that nobody manages any more, since their group was deleted.
 *
 * @param scene of the host
 */
export function lostOrganisationContract(scene: () => Scene): void {
	const made = new Set<string>()
	const hidden = new Set<string>()
	const groups = async (method: 'POST' | 'DELETE', path: string, body?: object) => {
		const { app } = scene().client
		const response = await fetch(`${app.base}/ocs/v2.php/cloud${path}`, { method, headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'OCS-APIRequest': 'true', ...await app.headers('admin') }, body: body ? JSON.stringify(body) : null })
		expect(response.status, `${method} ${path}`).toBe(200)
	}
	const makeGroup = async (groupid: string, ...members: User[]) => {
		await groups('POST', '/groups', { groupid })
		made.add(groupid)
		for (const member of members) {
			await groups('POST', `/users/${member}/groups`, { groupid })
		}
	}
	const deleteGroup = async (groupid: string) => {
		made.delete(groupid)
		await groups('DELETE', `/groups/${groupid}`)
	}
	const hideGroup = async (group: string) => {
		hidden.add(group)
		await scene().client.app.hideGroup(group)
	}
	const showGroup = async (group: string) => {
		hidden.delete(group)
		await makeGroup(group)
	}
	const lost = async () => (await scene().client.data(AdminSettings, 'admin', 'readSettings')).organisationsWithoutGroup
	const inIt = (organisation: string) => ({ parameters: { organisation } })

	/** An organisation of dominique in a group of its own, in which they wrote. */
	const writeInOne = async (kept: { members?: string, publishers?: string } = {}) => {
		const { client } = scene()
		await makeGroup('ephemere', 'dominique')
		const { id } = await client.data(Organisation, 'admin', 'createOrganisation', { body: { name: 'L’Éphémère', membersGroup: kept.members ?? 'ephemere', managersGroup: 'ephemere', publishersGroup: kept.publishers ?? 'ephemere' } })
		const document = await client.data(StoredDocument, 'dominique', 'createDocument', { ...inIt(id), body: newDocument({ title: 'Titre secret', document: { answers: { q: 'réponse secrète' } } }) })
		return { id, document: at(id, document.id) }
	}

	/** One of which that group is deleted. */
	const loseOne = async (kept: { members?: string, publishers?: string } = {}) => {
		const one = await writeInOne(kept)
		await deleteGroup('ephemere')
		return one
	}

	describe('an organisation that nobody manages any more', () => {
		afterEach(async () => {
			const { client } = scene()
			for (const group of hidden) {
				await showGroup(group)
			}
			for (const group of made) {
				await deleteGroup(group)
			}
			for (const { id } of await lost()) {
				await client.call('admin', 'purgeOrganisation', inIt(id))
			}
		})

		test('is listed to the administrator: since when, how many documents, nothing of what they say', async () => {
			const { client } = scene()
			const { id, document } = await loseOne()
			const [one, ...others] = await lost()
			expect([one, others]).toEqual([{ id, name: 'L’Éphémère', missing: ['members', 'managers', 'publishers'], unreachable: [], since: expect.any(String) as unknown, documents: 1 }, []])
			expect(Math.abs(Date.now() - Date.parse(one!.since!))).toBeLessThan(600_000)
			expect((await client.call('admin', 'readSettings')).text).not.toContain('secr')
			expect((await client.call('admin', 'readDocument', document)).status).toBe(404)
			expect((await client.call('dominique', 'readDocument', document)).status).toBe(404)
		})

		test('is given to other groups with all that it wrote', async () => {
			const { client } = scene()
			const { id, document } = await loseOne()
			const settings = await client.data(AdminSettings, 'admin', 'reassignOrganisation', { ...inIt(id), body: { members: 'association', managers: 'bureau', publishers: 'bureau' } })
			expect(settings.organisationsWithoutGroup).toEqual([])
			expect((await client.data(StoredDocument, 'dominique', 'readDocument', document)).title).toBe('Titre secret')
			expect((await client.call('admin', 'readDocument', document)).status).toBe(404)
			await client.data(appApi.deleteOrganisation!.answers[200]!.body!, 'camille', 'deleteOrganisation', inIt(id))
		})

		test('goes to no group that the administrator is in, who would read it', async () => {
			const { client } = scene()
			const { id, document } = await loseOne()
			await makeGroup('administration', 'admin')
			for (const role of ['members', 'managers', 'publishers']) {
				expect(await client.problem('forbidden', 'admin', 'reassignOrganisation', { ...inIt(id), body: { members: 'association', managers: 'bureau', publishers: 'bureau', [role]: 'administration' } })).toMatchObject({ field: role })
			}
			expect((await lost())[0]).toMatchObject({ missing: ['members', 'managers', 'publishers'] })
			expect((await client.call('admin', 'readDocument', document)).status).toBe(404)
		})

		test('keeps the groups that it still has, and takes none that does not exist', async () => {
			const { client } = scene()
			const { id } = await loseOne({ members: 'association' })
			expect((await lost())[0]).toMatchObject({ missing: ['managers', 'publishers'] })
			expect(await client.problem('invalid-input', 'admin', 'reassignOrganisation', { ...inIt(id), body: { members: 'bureau', managers: 'bureau' } })).toMatchObject({ field: 'members' })
			expect(await client.problem('invalid-input', 'admin', 'reassignOrganisation', { ...inIt(id), body: { managers: 'no-such-group' } })).toMatchObject({ field: 'managers' })
			// What a group is comes before whether it is asked for.
			expect(await client.problem('invalid-input', 'admin', 'reassignOrganisation', { ...inIt(id), body: { members: 'bureau', managers: 'no-such-group' } })).toMatchObject({ field: 'managers' })
			await makeGroup('administration', 'admin')
			expect(await client.problem('forbidden', 'admin', 'reassignOrganisation', { ...inIt(id), body: { members: 'bureau', managers: 'administration' } })).toMatchObject({ field: 'managers' })
			expect((await lost())[0]).toMatchObject({ missing: ['managers', 'publishers'] })
		})

		test.each([{}, { members: 'association' }, { members: 'association', publishers: 'bureau' }])('is not given without a group that manages it: %o', async (body) => {
			const { client } = scene()
			const { id, document } = await loseOne()
			expect(await client.problem('invalid-input', 'admin', 'reassignOrganisation', { ...inIt(id), body })).toMatchObject({ field: 'managers' })
			expect((await lost())[0]).toMatchObject({ missing: ['members', 'managers', 'publishers'] })
			expect((await client.call('dominique', 'readDocument', document)).status).toBe(404)
		})

		test('does not go to another group of the same name', async () => {
			const { client } = scene()
			const { id, document } = await loseOne()
			await makeGroup('ephemere', 'dominique')
			expect(await lost()).toMatchObject([{ id, missing: ['members', 'managers', 'publishers'] }])
			expect((await client.call('dominique', 'readDocument', document)).status).toBe(404)
		})

		test('whose group nobody deleted, and which cannot be found now, is neither given nor erased', async () => {
			const { client } = scene()
			const { id, document } = await writeInOne()
			await hideGroup('ephemere')
			const roles = ['members', 'managers', 'publishers']
			expect(await lost()).toEqual([{ id, name: 'L’Éphémère', missing: roles, unreachable: roles, since: null, documents: 1 }])
			await client.problem('not-found', 'admin', 'reassignOrganisation', { ...inIt(id), body: { members: 'association', managers: 'bureau', publishers: 'bureau' } })
			await client.problem('not-found', 'admin', 'purgeOrganisation', inIt(id))
			await showGroup('ephemere')
			expect(await lost()).toEqual([])
			expect((await client.data(StoredDocument, 'dominique', 'readDocument', document)).title).toBe('Titre secret')
		})

		test('keeps a group that cannot be found now beside the one that was deleted', async () => {
			const { client } = scene()
			await makeGroup('lointain', 'sasha')
			const { id, document } = await loseOne({ members: 'lointain' })
			await hideGroup('lointain')
			expect(await lost()).toMatchObject([{ missing: ['members', 'managers', 'publishers'], unreachable: ['members'] }])
			expect(await client.problem('invalid-input', 'admin', 'reassignOrganisation', { ...inIt(id), body: { members: 'association', managers: 'bureau' } })).toMatchObject({ field: 'members' })
			await client.data(AdminSettings, 'admin', 'reassignOrganisation', { ...inIt(id), body: { managers: 'bureau', publishers: 'bureau' } })
			expect(await lost()).toMatchObject([{ missing: ['members'], unreachable: ['members'], since: null }])
			await showGroup('lointain')
			expect((await client.call('sasha', 'readDocument', document)).status).toBe(200)
			expect((await client.call('camille', 'deleteOrganisation', inIt(id))).status).toBe(200)
		})

		test.each(['DELETE', 'PUT'])('is not found at an address that is no text (%s)', async (method) => {
			const { app } = scene().client
			const response = await fetch(`${app.base}${appApiBase}/settings/organisations/%FF`, { method, headers: { Accept: 'application/json', 'OCS-APIRequest': 'true', 'Content-Type': 'application/json', ...await app.headers('admin') }, body: method === 'PUT' ? '{"managers":"bureau"}' : null })
			expect(response.status).toBe(404)
		})

		test('is erased with what it wrote', async () => {
			const { client } = scene()
			const { id, document } = await loseOne()
			expect(await client.data(Erased, 'admin', 'purgeOrganisation', inIt(id))).toEqual({ documents: 1, connector: 'nothing-published' })
			expect(await lost()).toEqual([])
			expect((await client.call('dominique', 'readDocument', document)).status).toBe(404)
		})

		test('that somebody manages is not found, be a group of it gone or none', async () => {
			const { client, ours } = scene()
			await makeGroup('plumes', 'dominique')
			const { id } = await client.data(Organisation, 'admin', 'createOrganisation', { body: { name: 'La Troupe', membersGroup: 'association', managersGroup: 'bureau', publishersGroup: 'plumes' } })
			await deleteGroup('plumes')
			expect(await lost()).toMatchObject([{ id, missing: ['publishers'] }])
			for (const organisation of [ours, id]) {
				await client.problem('not-found', 'admin', 'purgeOrganisation', inIt(organisation))
				await client.problem('not-found', 'admin', 'reassignOrganisation', { ...inIt(organisation), body: { publishers: 'autre-asso' } })
			}
			expect((await client.call('camille', 'deleteOrganisation', inIt(id))).status).toBe(200)
		})

		test.each(['sasha', 'camille', 'dominique'] as const)('%s, who is no administrator of the cloud, gets nothing', async (user) => {
			const { client } = scene()
			const { id } = await loseOne()
			for (const [operation, body] of [['purgeOrganisation'], ['reassignOrganisation', { managers: 'autre-asso' }], ['readSettings']] as const) {
				const reply = await client.call(user, operation, { ...inIt(id), ...body && { body } })
				expect([operation, reply.status]).toEqual([operation, 403])
				expect(reply.text).not.toContain('Éphémère')
			}
			expect(await lost()).toHaveLength(1)
		})
	})
}
