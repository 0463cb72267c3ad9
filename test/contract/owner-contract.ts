/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Scene } from './scene.ts'

import { Member } from '@emancipasso/shared/contract/app-api'
import { DocumentLine, HistoryEntry, StoredDocument } from '@emancipasso/shared/contract/app-documents'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { at, keepDocument, newDocument } from './scene.ts'

const Members = z.object({ members: z.array(Member) })

/**
 * Who takes care of a document: one of the organisation's people, or nobody.
 *
 * @param scene of the host
 */
export function ownerContract(scene: () => Scene): void {
	const inOurs = () => ({ parameters: { organisation: scene().ours } })
	const nameOf = async (id: string) => (await scene().client.data(Members, 'dominique', 'members', inOurs())).members.find((member) => member.id === id)!.displayName
	const save = (stored: StoredDocument, fields: object) => ({ ...at(scene().ours, stored.id), body: { revision: stored.revision, patch: {}, ...fields } })

	describe('owners', () => {
		test('the people who can own something are those of the organisation, each once and by name', async () => {
			const { client, ours, theirs } = scene()
			const { members } = await client.data(Members, 'dominique', 'members', { parameters: { organisation: ours } })
			const ids = members.map(({ id }) => id)
			expect(ids).toEqual(expect.arrayContaining(['camille', 'dominique']))
			expect(ids).not.toContain('sasha')
			expect(ids).toEqual([...new Set(ids)])
			expect(members.filter(({ id }) => id === 'camille' || id === 'dominique').map(({ id, manager }) => [id, manager])).toEqual(expect.arrayContaining([['camille', true], ['dominique', false]]))
			const names = members.map(({ displayName }) => displayName)
			expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'fr')))
			expect((await client.data(Members, 'sasha', 'members', { parameters: { organisation: theirs } })).members.map(({ id }) => id)).toEqual(['sasha'])
		})

		test('a document that names nobody belongs to nobody', async () => {
			expect(await keepDocument(scene(), { kind: 'action' })).toMatchObject({ owner: null, ownerName: '' })
		})

		test('an owner is kept with the document, named in lists, changed and taken away', async () => {
			const { client, ours } = scene()
			const stored = await keepDocument(scene(), { kind: 'action', owner: 'camille' })
			expect(stored).toMatchObject({ owner: 'camille', ownerName: await nameOf('camille') })
			const changed = await client.data(StoredDocument, 'camille', 'patchDocument', save(stored, { owner: 'dominique' }))
			expect(changed).toMatchObject({ revision: 2, owner: 'dominique', ownerName: await nameOf('dominique') })
			const { documents } = await client.data(z.object({ documents: z.array(DocumentLine) }), 'camille', 'listDocuments', { ...inOurs(), query: { kind: 'action' } })
			expect(documents.find(({ id }) => id === stored.id)).toMatchObject({ owner: 'dominique', ownerName: await nameOf('dominique') })
			const renamed = await client.data(StoredDocument, 'camille', 'patchDocument', save(changed, { title: 'Autre titre' }))
			expect(renamed).toMatchObject({ owner: 'dominique', title: 'Autre titre' })
			await client.data(StoredDocument, 'camille', 'patchDocument', save(renamed, { owner: null }))
			expect(await client.data(StoredDocument, 'camille', 'readDocument', at(ours, stored.id))).toMatchObject({ owner: null, ownerName: '' })
		})

		test('another owner is an entry of the history, also between what the same person writes in one go', async () => {
			const { client, ours } = scene()
			let stored = await keepDocument(scene(), { kind: 'action' })
			for (const fields of [{ patch: { a: 1 } }, { owner: 'camille' }, { patch: { a: 2 } }, { patch: { b: 1 } }]) {
				stored = await client.data(StoredDocument, 'dominique', 'patchDocument', save(stored, fields))
			}
			const { history } = await client.data(z.object({ history: z.array(HistoryEntry) }), 'dominique', 'documentHistory', at(ours, stored.id))
			expect(history.slice(0, -1).map(({ patch }) => patch)).toEqual([{ a: 2, b: 1 }, {}, { a: 1 }])
		})

		test.each([['someone of another organisation', 'sasha'], ['an administrator of the cloud', 'admin'], ['nobody who exists', 'personne'], ['an empty id', ''], ['a list', ['camille']]])('%s cannot be the owner', async (_who, owner) => {
			const { client } = scene()
			expect(await client.problem('invalid-input', 'dominique', 'createDocument', { ...inOurs(), body: { ...newDocument({ kind: 'action' }), owner } })).toMatchObject({ field: 'owner' })
			const stored = await keepDocument(scene(), { kind: 'action', owner: 'camille' })
			expect(await client.problem('invalid-input', 'dominique', 'patchDocument', save(stored, { owner, title: 'Autre titre' }))).toMatchObject({ field: 'owner' })
			expect(await client.data(StoredDocument, 'dominique', 'readDocument', at(scene().ours, stored.id))).toMatchObject({ revision: 1, owner: 'camille', title: stored.title })
		})
	})
}
