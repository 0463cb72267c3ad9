/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { HistoryEntry } from '@emancipasso/shared/contract/app-documents'
import type { Scene } from './scene.ts'

import { appApi, Start } from '@emancipasso/shared/contract/app-api'
import { documentLimit, DocumentLine, StoredDocument } from '@emancipasso/shared/contract/app-documents'
import { OpenedWorkshop } from '@emancipasso/shared/contract/app-workshop'
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ownDocumentId } from '../../nextcloud-app/src/documents/own-document-id.ts'
import { at, keepDocument, newDocument } from './scene.ts'

const Deleted = z.object({ deleted: z.literal(true) })
const Lines = z.object({ documents: z.array(DocumentLine) })

/** Values that storage or PHP may bend: maps that are empty or look like lists, numbers, edges of Unicode, markup. */
const difficult = {
	emptyMap: {},
	emptyList: [],
	nested: { deeper: {}, list: [{}, [], 0] },
	looksLikeAList: { 0: 'a', 1: 'b' },
	numbers: [0, -1, 0.1, 1e21, 12345678901],
	truth: [true, false],
	text: 'é𝒜🧑‍🤝‍🧑 \u0000 \u2028 \\ " / \n\t',
	markup: '<img src=x onerror=alert(1)></script><script>alert(1)</script>',
	'': 'an empty key',
	'a.b': 'a dotted key',
	constructor: 'a key of every object',
}

/**
 * Documents: kept once, changed by merge patches on a revision, never larger than the limit.
 *
 * @param scene of the host
 */
export function documentContract(scene: () => Scene): void {
	const inOurs = () => ({ parameters: { organisation: scene().ours } })
	/** What a list says before somebody tries. */
	const mayDelete = async (user: 'camille' | 'dominique', id: string) => (await scene().client.data(Lines, user, 'listDocuments', inOurs())).documents.find((one) => one.id === id)!.deletable
	const patch = async (stored: StoredDocument, change: Record<string, unknown>, fields: object = {}) => await scene().client.data(StoredDocument, 'dominique', 'patchDocument', { ...at(scene().ours, stored.id), body: { revision: stored.revision, patch: change, ...fields } })

	describe('documents', () => {
		test('a document comes back as it was given', async () => {
			const stored = await keepDocument(scene(), { document: difficult, dueDate: '2027-02-28' })
			expect(stored.document).toEqual(difficult)
			expect(stored).toMatchObject({ revision: 1, dueDate: '2027-02-28', approval: null, publication: null })
			expect((await scene().client.data(StoredDocument, 'camille', 'readDocument', at(scene().ours, stored.id))).document).toEqual(difficult)
		})

		test('tells when its answers were last saved, which nothing else that is saved changes', async () => {
			const begun = await keepDocument(scene(), { kind: 'diagnosis', document: { answers: {} } })
			expect(begun.answeredAt).toBeNull()
			const answered = await patch(begun, { answers: { 'gov-lead': 'group' } })
			expect(answered.answeredAt).toBe(answered.updatedAt)
			const renamed = await patch(await patch(answered, { decisions: { backup: { decision: 'refused' } }, answers: {} }), {}, { title: 'Autre nom' })
			expect(renamed.answeredAt).toBe(answered.answeredAt)
			const lines = await scene().client.data(Lines, 'camille', 'listDocuments', inOurs())
			expect(lines.documents.find(({ id }) => id === begun.id)!.answeredAt).toBe(answered.answeredAt)
			expect((await keepDocument(scene(), { kind: 'diagnosis', document: { answers: { 'gov-lead': 'group' } } })).answeredAt).not.toBeNull()
		})

		test('an answer can never be taken for a page', async () => {
			const stored = await keepDocument(scene(), { title: difficult.markup, document: difficult })
			for (const operation of ['readDocument', 'listDocuments', 'documentHistory']) {
				const { text, headers } = await scene().client.call('camille', operation, at(scene().ours, stored.id))
				expect(text).not.toContain('<')
				expect(headers.get('content-type')).toMatch(/^application\/json/)
			}
		})

		test('a diagnosis is closed and opened again by who manages; the others then only decide', async () => {
			const { client, ours } = scene()
			const stored = await keepDocument(scene())
			const change = (revision: number, changes: object, fields: object = {}) => ({ ...at(ours, stored.id), body: { revision, patch: changes, ...fields } })
			await client.problem('forbidden', 'dominique', 'patchDocument', change(1, {}, { status: 'analysed' }))
			await client.problem('forbidden', 'dominique', 'patchDocument', change(1, { closedAt: '2026-11-28T10:00:00.000Z' }))
			await client.data(StoredDocument, 'camille', 'patchDocument', change(1, { closedAt: '2026-11-28T10:00:00.000Z' }, { status: 'analysed' }))
			await client.problem('forbidden', 'dominique', 'patchDocument', change(2, { answers: { late: 'yes' } }))
			await client.problem('forbidden', 'dominique', 'patchDocument', change(2, {}, { status: 'draft' }))
			await client.data(StoredDocument, 'dominique', 'patchDocument', change(2, { decisions: { 'r-mail': { decision: 'accepted', at: '2026-11-28' } } }, { status: 'analysed' }))
			expect((await client.data(StoredDocument, 'camille', 'patchDocument', change(3, { closedAt: null }, { status: 'draft' }))).document).toEqual({ answers: {}, decisions: { 'r-mail': { decision: 'accepted', at: '2026-11-28' } } })
		})

		test('the same creation again is the same document', async () => {
			const { client } = scene()
			const body = newDocument({ title: 'Une fois' })
			const first = await client.data(StoredDocument, 'dominique', 'createDocument', { ...inOurs(), body })
			const second = await client.call('dominique', 'createDocument', { ...inOurs(), body })
			expect([second.status, second.data]).toEqual([200, first])
			const { data } = await client.call('dominique', 'listDocuments', inOurs())
			expect((data as { documents: { title: string }[] }).documents.filter(({ title }) => title === 'Une fois')).toHaveLength(1)
		})

		test('an id that another organisation uses is a conflict that shows nothing of it', async () => {
			const { client, theirs } = scene()
			const stored = await keepDocument(scene(), { title: 'Secret des ateliers' })
			const problem = await client.problem('conflict', 'sasha', 'createDocument', { parameters: { organisation: theirs }, body: newDocument({ id: stored.id }) })
			expect(JSON.stringify(problem)).not.toContain('Secret')
		})

		test.each(['inventory', 'plan'] as const)('nobody can take the id of the one %s of an organisation before it does', async (kind) => {
			const { client, ours, theirs } = scene()
			const id = ownDocumentId(ours, kind)
			await client.problem('conflict', 'sasha', 'createDocument', { parameters: { organisation: theirs }, body: newDocument({ id, kind }) })
			await client.problem('conflict', 'sasha', 'createDocument', { parameters: { organisation: theirs }, body: newDocument({ id: id.toUpperCase(), kind: 'action' }) })
			await client.problem('conflict', 'dominique', 'createDocument', { ...inOurs(), body: newDocument({ id, kind: kind === 'plan' ? 'inventory' : 'plan' }) })
			const made = await client.call('dominique', 'createDocument', { ...inOurs(), body: newDocument({ id, kind }) })
			expect(made.status).toBe(201)
			expect((await client.call('camille', 'createDocument', { ...inOurs(), body: newDocument({ id, kind }) })).data).toEqual(made.data)
			expect((await client.call('sasha', 'createDocument', { parameters: { organisation: theirs }, body: newDocument({ id: ownDocumentId(theirs, kind), kind }) })).status).toBe(201)
		})

		test('a merge patch sets, joins and removes, and an empty map stays one', async () => {
			const stored = await keepDocument(scene(), { document: { keep: 1, join: { a: 1 }, remove: true, list: [1, 2] } })
			const { document, revision } = await patch(stored, { join: { b: 2 }, remove: null, list: [], map: {}, new: { in: { depth: {} }, gone: null } })
			expect(document).toEqual({ keep: 1, join: { a: 1, b: 2 }, list: [], map: {}, new: { in: { depth: {} } } })
			expect(revision).toBe(2)
			expect((await scene().client.data(StoredDocument, 'camille', 'readDocument', at(scene().ours, stored.id))).document).toEqual(document)
		})

		test('an empty patch that renames keeps the content', async () => {
			const stored = await keepDocument(scene(), { document: difficult, dueDate: '2027-01-01' })
			const changed = await patch(stored, {}, { title: 'Autre titre', status: 'done', dueDate: null })
			expect(changed).toMatchObject({ title: 'Autre titre', status: 'done', dueDate: null, document: difficult })
		})

		test('a save on an older revision changes nothing and shows what is stored', async () => {
			const { client, ours } = scene()
			const stored = await keepDocument(scene(), { document: { text: 'ancien' } })
			await patch(stored, { text: 'nouveau' })
			const late = await client.call('camille', 'patchDocument', { ...at(ours, stored.id), body: { revision: 1, patch: { text: 'tardif' } } })
			expect(late.status).toBe(409)
			expect(StoredDocument.parse(late.data)).toMatchObject({ revision: 2, document: { text: 'nouveau' } })
			expect(await client.data(StoredDocument, 'camille', 'readDocument', at(ours, stored.id))).toMatchObject({ revision: 2, document: { text: 'nouveau' } })
		})

		test('of two saves at once on one revision, one is stored and the other is told', async () => {
			const { client, ours } = scene()
			const stored = await keepDocument(scene())
			const saves = await Promise.all([1, 2, 3, 4].map((value) => client.call('dominique', 'patchDocument', { ...at(ours, stored.id), body: { revision: 1, patch: { value } } })))
			expect(saves.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
			expect((await client.data(StoredDocument, 'dominique', 'readDocument', at(ours, stored.id))).revision).toBe(2)
		})

		test('the history names who saved what, newest first, and is one entry for what one person writes in one go', async () => {
			const { client, ours } = scene()
			const stored = await keepDocument(scene(), { document: { a: 1, m: { n: 1 } } })
			const third = await patch(await patch(stored, { a: 2, m: { o: 2 } }), { b: {}, m: { n: null } })
			await client.data(StoredDocument, 'camille', 'patchDocument', { ...at(ours, stored.id), body: { revision: third.revision, patch: { a: 3 } } })
			const { history } = await client.data(appApi.documentHistory!.answers[200]!.body!, 'camille', 'documentHistory', at(ours, stored.id)) as { history: HistoryEntry[] }
			expect(history.map(({ revision, byName, patch: change }) => ({ revision, by: byName.split(' ')[0]!.toLowerCase(), change }))).toEqual([
				{ revision: 4, by: 'camille', change: { a: 3 } },
				{ revision: 3, by: 'dominique', change: { a: 2, m: { o: 2, n: null }, b: {} } },
				{ revision: 1, by: 'dominique', change: { a: 1, m: { n: 1 } } },
			])
		})

		test('a list holds the documents of one kind without their contents', async () => {
			const { client, ours } = scene()
			const first = await keepDocument(scene(), { kind: 'plan', title: 'Premier', document: { hidden: 'contenu' } })
			const second = await keepDocument(scene(), { kind: 'plan', title: 'Second' })
			const { data, text } = await client.call('dominique', 'listDocuments', { parameters: { organisation: ours }, query: { kind: 'plan' } })
			const { documents } = data as { documents: { id: string, kind: string }[] }
			expect(new Set(documents.map(({ kind }) => kind))).toEqual(new Set(['plan']))
			expect(documents.map(({ id }) => id)).toEqual(expect.arrayContaining([first.id, second.id]))
			expect(text).not.toContain('contenu')
		})

		test('a document under the limit is kept and one over it is refused in words', async () => {
			const { client, ours } = scene()
			const stored = await keepDocument(scene(), { document: { text: 'a'.repeat(documentLimit - 20) } })
			expect(await client.problem('too-large', 'dominique', 'patchDocument', { ...at(ours, stored.id), body: { revision: 1, patch: { more: 'b'.repeat(100) } } })).toHaveProperty('message')
			await client.problem('too-large', 'dominique', 'createDocument', { ...inOurs(), body: newDocument({ document: { text: 'é'.repeat(documentLimit / 2) } }) })
		})

		test.each([
			['an id that is no UUID', { id: '1' }],
			['a kind that does not exist', { kind: 'secret' }],
			['a title of 201 letters', { title: 'a'.repeat(201) }],
			['a document that is a list', { document: [1] }],
			['a document that is a text', { document: 'x' }],
			['a day that does not exist', { dueDate: '2027-02-30' }],
			['a status of 41 letters', { status: 'a'.repeat(41) }],
			['no document', { document: undefined }],
		])('%s is refused', async (_what, fields) => {
			await scene().client.problem('invalid-input', 'dominique', 'createDocument', { ...inOurs(), body: { ...newDocument(), ...fields } })
		})

		test.each([
			['no revision', { patch: {} }],
			['a revision that is a text', { revision: 'x', patch: {} }],
			['a revision of zero', { revision: 0, patch: {} }],
			['a patch that is a list', { revision: 1, patch: [] }],
			['no patch', { revision: 1 }],
			['a title of 201 letters', { revision: 1, patch: {}, title: 'a'.repeat(201) }],
		])('a save with %s is refused', async (_what, body) => {
			const { id } = await keepDocument(scene())
			await scene().client.problem('invalid-input', 'dominique', 'patchDocument', { ...at(scene().ours, id), body })
		})

		test('a member deletes a diagnosis that they began, also after writing in it', async () => {
			const { client, ours } = scene()
			const { id } = await keepDocument(scene())
			await client.data(StoredDocument, 'dominique', 'patchDocument', { ...at(ours, id), body: { revision: 1, patch: { answers: { a: 'b' } } } })
			expect(await mayDelete('dominique', id)).toBe(true)
			await client.data(Deleted, 'dominique', 'deleteDocument', at(ours, id))
			await client.problem('not-found', 'dominique', 'readDocument', at(ours, id))
		})

		test.each(['need', 'action', 'inventory'] as const)('a member deletes no document of the kind %s', async (kind) => {
			const { client, ours } = scene()
			const { id } = await keepDocument(scene(), { kind })
			expect([await mayDelete('dominique', id), await mayDelete('camille', id)]).toEqual([false, true])
			await client.problem('forbidden', 'dominique', 'deleteDocument', at(ours, id))
		})

		test('a member deletes no diagnosis that is closed, that somebody else began or wrote in, or that has a workshop', async () => {
			const { client, ours } = scene()
			const closed = await keepDocument(scene())
			await client.data(StoredDocument, 'camille', 'patchDocument', { ...at(ours, closed.id), body: { revision: 1, patch: {}, status: 'analysed' } })
			const theirs = newDocument()
			await client.data(StoredDocument, 'camille', 'createDocument', { parameters: { organisation: ours }, body: theirs })
			const shared = await keepDocument(scene())
			await client.data(StoredDocument, 'camille', 'patchDocument', { ...at(ours, shared.id), body: { revision: 1, patch: { answers: { a: 'b' } } } })
			await client.data(StoredDocument, 'dominique', 'patchDocument', { ...at(ours, shared.id), body: { revision: 2, patch: { answers: { a: 'c' } } } })
			const group = await keepDocument(scene())
			const { packs } = await client.data(Start, 'dominique', 'start')
			await client.data(OpenedWorkshop, 'camille', 'openWorkshop', { ...at(ours, group.id), body: { anonymous: true, form: 'short', days: 7, questionnaire: packs.find(({ name }) => name === 'questionnaire')!.version } })
			for (const { id } of [closed, theirs, shared, group]) {
				expect([await mayDelete('dominique', id), await mayDelete('camille', id)]).toEqual([false, true])
				expect((await client.problem('forbidden', 'dominique', 'deleteDocument', at(ours, id))).message).toMatch(/que vous avez commencé/)
				await client.data(Deleted, 'camille', 'deleteDocument', at(ours, id))
			}
		})

		test.each([['its status', { status: 'analysed' }], ['its day', { document: { answers: {}, closedAt: '2026-01-01T10:00:00.000Z' } }]])('a diagnosis that is closed already, by %s, is brought in only by who manages', async (_what, fields) => {
			const { client, ours } = scene()
			const body = newDocument(fields)
			await client.problem('forbidden', 'dominique', 'createDocument', { parameters: { organisation: ours }, body })
			await client.problem('not-found', 'dominique', 'readDocument', at(ours, body.id))
			await client.data(StoredDocument, 'camille', 'createDocument', { parameters: { organisation: ours }, body })
			// The same call again makes nothing and answers what is there.
			expect((await client.call('dominique', 'createDocument', { parameters: { organisation: ours }, body })).status).toBe(200)
		})

		test('a document that is deleted is gone with its history', async () => {
			const { client, ours } = scene()
			const { id } = await keepDocument(scene())
			await client.data(Deleted, 'camille', 'deleteDocument', at(ours, id))
			for (const operation of ['readDocument', 'documentHistory', 'deleteDocument']) {
				await client.problem('not-found', 'camille', operation, at(ours, id))
			}
		})

		test('a document that never was is not found, and neither is an id that is none', async () => {
			const { client, ours } = scene()
			await client.problem('not-found', 'camille', 'readDocument', at(ours, randomUUID()))
			expect((await client.call('camille', 'readDocument', at(ours, 'x\'; drop table'))).status).toBe(404)
		})
	})
}
