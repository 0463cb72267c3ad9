/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { User } from './app-under-test.ts'
import type { Scene } from './scene.ts'

import { appApi, MemberNames, Organisation, Start } from '@emancipasso/shared/contract/app-api'
import { describe, expect, test } from 'vitest'
import { keepDocument } from './scene.ts'

const ErasedOrganisation = appApi.deleteOrganisation!.answers[200]!.body!
const groups = { membersGroup: 'association', managersGroup: 'bureau', publishersGroup: 'bureau' }

/**
 * The first screen and the organisations.
 *
 * @param scene of the host
 */
export function organisationContract(scene: () => Scene): void {
	describe('organisations', () => {
		test('the first screen shows each person their own organisations, with what they may do', async () => {
			const { client, ours } = scene()
			const [camille, dominique] = [await client.data(Start, 'camille', 'start'), await client.data(Start, 'dominique', 'start')]
			expect(camille.organisations.find(({ id }) => id === ours)?.role).toEqual({ manager: true, publisher: true })
			expect(dominique.organisations.find(({ id }) => id === ours)?.role).toEqual({ manager: false, publisher: false })
			expect(dominique.user).toMatchObject({ id: 'dominique', admin: false })
		})

		test('a member reads what the groups are called, not their ids', async () => {
			const { client, ours } = scene()
			const { organisations } = await client.data(Start, 'dominique', 'start')
			expect(organisations.find(({ id }) => id === ours)?.groupNames).toEqual({ members: 'Association', managers: 'Bureau', publishers: 'Bureau' })
		})

		test('the first screen offers the groups that one looks after', async () => {
			const { client } = scene()
			const { groups: offered } = await client.data(Start, 'camille', 'start')
			expect(offered.map(({ id }) => id).sort()).toEqual(['association', 'bureau'])
			expect(offered.find(({ id }) => id === 'bureau')!.members).toBeGreaterThan(0)
		})

		test('an organisation keeps its name, territory and size as they were given', async () => {
			const { client } = scene()
			const made = await client.data(Organisation, 'camille', 'createOrganisation', { body: { ...groups, name: 'Fête & <b>fanfare</b> d’été 🎺', territory: 'FR-44', associationSize: 'staff-1-5' } })
			expect(made).toMatchObject({ name: 'Fête & <b>fanfare</b> d’été 🎺', territory: 'FR-44', associationSize: 'staff-1-5' })
			const changed = await client.data(Organisation, 'camille', 'updateOrganisation', { parameters: { organisation: made.id }, body: { ...groups, name: 'La Fanfare' } })
			expect(changed).toMatchObject({ id: made.id, name: 'La Fanfare', createdAt: made.createdAt })
		})

		test('a member learns the names of all people in the three groups, each once and in order, and of nobody else', async () => {
			const { client, ours, theirs } = scene()
			const nameOf = async (user: User) => (await client.data(Start, user, 'start')).user.displayName
			const [camille, dominique, sasha] = [await nameOf('camille'), await nameOf('dominique'), await nameOf('sasha')]
			for (const member of ['camille', 'dominique'] as const) {
				const { names } = await client.data(MemberNames, member, 'memberNames', { parameters: { organisation: ours } })
				expect(names).toEqual(expect.arrayContaining([camille, dominique]))
				expect(names).not.toContain(sasha)
				expect(names).toEqual([...new Set(names)].sort((a, b) => a.localeCompare(b, 'fr')))
			}
			expect(await client.data(MemberNames, 'sasha', 'memberNames', { parameters: { organisation: theirs } })).toEqual({ names: [sasha] })
		})

		test('nobody makes an organisation of groups that are not theirs', async () => {
			const { client } = scene()
			await client.problem('forbidden', 'sasha', 'createOrganisation', { body: { ...groups, name: 'Intruse' } })
			await client.problem('forbidden', 'dominique', 'createOrganisation', { body: { ...groups, name: 'Intruse' } })
		})

		test.each([
			['a name of one letter', { ...groups, name: 'A' }],
			['a name of 200 letters', { ...groups, name: 'A'.repeat(200) }],
			['no name', groups],
			['a name that is a list', { ...groups, name: ['a', 'b'] }],
			['a group that does not exist', { ...groups, name: 'Association', membersGroup: 'nulle-part' }],
			['no groups', { name: 'Association' }],
		])('%s is refused with the field named', async (_what, body) => {
			const { client } = scene()
			expect(await client.problem('invalid-input', 'camille', 'createOrganisation', { body })).toHaveProperty('field')
		})

		test('erasing an organisation erases its documents and nothing of others', async () => {
			const { client, ours } = scene()
			const made = await client.data(Organisation, 'camille', 'createOrganisation', { body: { ...groups, name: 'À effacer' } })
			await keepDocument({ ...scene(), ours: made.id })
			const kept = await keepDocument(scene())
			expect(await client.data(ErasedOrganisation, 'camille', 'deleteOrganisation', { parameters: { organisation: made.id } })).toMatchObject({ documents: 1, connector: 'nothing-published' })
			expect((await client.call('camille', 'listDocuments', { parameters: { organisation: made.id } })).status).toBe(404)
			expect((await client.call('camille', 'readDocument', { parameters: { organisation: ours, id: kept.id } })).status).toBe(200)
		})
	})
}
