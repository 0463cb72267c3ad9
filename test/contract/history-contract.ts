/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Scene } from './scene.ts'

import { DocumentHistory, DocumentLine, historyLimits, OrganisationHistory, StoredDocument } from '@emancipasso/shared/contract/app-documents'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { at, keepDocument, newDocument } from './scene.ts'

const Lines = z.object({ documents: z.array(DocumentLine) })

/**
 * All documents of a kind at once: with their contents, and with what changed since an instant.
 *
 * @param scene of the host
 */
export function historyContract(scene: () => Scene): void {
	const ofActions = (query: Record<string, string> = {}) => ({ parameters: { organisation: scene().ours }, query: { kind: 'action', ...query } })
	const since = (instant: string) => ofActions({ since: instant })

	describe('all documents of a kind', () => {
		test('a list that was asked for with the contents has them, as they were given', async () => {
			const { client } = scene()
			const document = { emptyMap: {}, list: [], text: '</script>' }
			const { id } = await keepDocument(scene(), { kind: 'action', document })
			const { documents } = await client.data(Lines, 'camille', 'listDocuments', ofActions({ content: 'true' }))
			expect(documents.find((line) => line.id === id)?.document).toEqual(document)
			expect(new Set(documents.map(({ kind }) => kind))).toEqual(new Set(['action']))
			const bare = await client.data(Lines, 'camille', 'listDocuments', ofActions())
			expect(bare.documents.find((line) => line.id === id)).not.toHaveProperty('document')
		})

		test('the history of a kind says which document each save changed, and is newest first', async () => {
			const { client, ours } = scene()
			const first = await keepDocument(scene(), { kind: 'action', title: 'Quitter le tableur', document: { status: 'idea' } })
			const second = await keepDocument(scene(), { kind: 'action', title: 'Ouvrir l’agenda' })
			await keepDocument(scene(), { kind: 'need', title: 'Un besoin' })
			await client.data(StoredDocument, 'camille', 'patchDocument', { ...at(ours, first.id), body: { revision: 1, patch: { status: 'done' }, title: 'Tableur quitté' } })
			const { history } = await client.data(OrganisationHistory, 'dominique', 'organisationHistory', since(first.createdAt))
			const ownEntries = history.filter(({ document }) => document === first.id)
			expect(ownEntries.map(({ title, revision, patch }) => ({ title, revision, patch }))).toEqual([
				{ title: 'Tableur quitté', revision: 2, patch: { status: 'done' } },
				{ title: 'Tableur quitté', revision: 1, patch: { status: 'idea' } },
			])
			expect(ownEntries[0]!.byName.toLowerCase()).toContain('camille')
			expect(history.some(({ document }) => document === second.id)).toBe(true)
			expect(history.map(({ title }) => title)).not.toContain('Un besoin')
			const instants = history.map((entry) => Date.parse(entry.at))
			expect(instants).toEqual([...instants].sort((a, b) => b - a))
		})

		test('a history that is too long for one answer says so, and tells the newest', async () => {
			const { client, ours } = scene()
			// Two people by turns, so that each save is an entry of its own.
			const [length, people] = [Math.ceil(historyLimits.bytes / 5), ['camille', 'dominique'] as const]
			const { id, createdAt } = await keepDocument(scene(), { kind: 'shortlist', document: { text: '' } })
			const whole = { parameters: { organisation: ours }, query: { kind: 'shortlist', since: createdAt } }
			const save = async (revision: number) => await client.data(StoredDocument, people[revision % 2]!, 'patchDocument', { ...at(ours, id), body: { revision, patch: { text: String(revision).repeat(length) } } })
			for (const revision of [1, 2, 3]) {
				await save(revision)
			}
			expect(await client.data(DocumentHistory, 'camille', 'documentHistory', at(ours, id))).toMatchObject({ complete: true, history: { length: 4 } })
			expect(await client.data(OrganisationHistory, 'camille', 'organisationHistory', whole)).toMatchObject({ complete: true, history: { length: 4 } })
			let last = await save(4)
			last = await save(last.revision)
			for (const [shape, operation, where] of [[DocumentHistory, 'documentHistory', at(ours, id)], [OrganisationHistory, 'organisationHistory', whole]] as const) {
				const { history, complete } = await client.data(shape, 'camille', operation, where)
				expect([complete, history.map(({ revision }) => revision)]).toEqual([false, [6, 5, 4, 3]])
			}
			const later = { ...whole, query: { ...whole.query, since: last.updatedAt } }
			expect((await client.data(OrganisationHistory, 'camille', 'organisationHistory', later)).complete).toBe(true)
		})

		test('the history of a kind leaves out what came before the instant', async () => {
			const { client } = scene()
			const { updatedAt } = await keepDocument(scene(), { kind: 'action' })
			const later = new Date(Date.parse(updatedAt) + 60_000).toISOString()
			expect(await client.data(OrganisationHistory, 'dominique', 'organisationHistory', since(later))).toEqual({ history: [], complete: true })
		})

		test.each([
			['no instant', { kind: 'action' }],
			['an instant that is none', { kind: 'action', since: 'hier' }],
			['a day that does not exist', { kind: 'action', since: '2026-02-30T10:00:00Z' }],
			['no kind', { since: '2026-01-01T00:00:00Z' }],
			['a kind that does not exist', { kind: 'secret', since: '2026-01-01T00:00:00Z' }],
		])('a history asked for with %s is refused', async (_what, query) => {
			const { client, ours } = scene()
			await client.problem('invalid-input', 'dominique', 'organisationHistory', { parameters: { organisation: ours }, query: query as Record<string, string> })
		})

		test('no history shows what another organisation saved', async () => {
			const { client, ours, theirs } = scene()
			await client.data(StoredDocument, 'sasha', 'createDocument', { parameters: { organisation: theirs }, body: newDocument({ kind: 'action', title: 'Chez les autres' }) })
			const { text } = await client.call('camille', 'organisationHistory', since('2026-01-01T00:00:00Z'))
			expect(text).not.toContain('Chez les autres')
			expect(text).not.toContain(theirs)
			expect(ours).not.toBe(theirs)
		})
	})
}

/**
 * What is told of a document that was saved more often than is kept: five hundred saves, which take a while.
 *
 * @param scene of the host
 */
export function prunedHistoryContract(scene: () => Scene): void {
	test('the history of a kind says so when the older saves of a document are kept no longer, and ends where all are there', async () => {
		const { client, ours } = scene()
		const other = await keepDocument(scene(), { kind: 'shortlist' })
		const { id } = await keepDocument(scene(), { kind: 'shortlist', document: {} })
		// The first save and one for each revision, since none of them changes the content: one more than are kept.
		let last = await client.data(StoredDocument, 'camille', 'readDocument', at(ours, id))
		for (let revision = 1; revision <= historyLimits.kept; revision++) {
			last = await client.data(StoredDocument, 'camille', 'patchDocument', { ...at(ours, id), body: { revision, patch: {} } })
		}
		const asked = async (since: string) => await client.data(OrganisationHistory, 'camille', 'organisationHistory', { parameters: { organisation: ours }, query: { kind: 'shortlist', since } })
		const { history, complete } = await asked(other.createdAt)
		expect([complete, history.length, history.at(-1)!.revision]).toEqual([false, historyLimits.kept, 2])
		expect(new Set(history.map(({ document }) => document))).toEqual(new Set([id]))
		expect((await asked(last.updatedAt)).complete).toBe(true)
		expect((await client.data(DocumentHistory, 'camille', 'documentHistory', at(ours, id))).complete).toBe(false)
		// On a busy machine.
	}, 300_000)
}
