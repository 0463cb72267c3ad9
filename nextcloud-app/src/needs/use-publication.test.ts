/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedDraft } from '@emancipasso/shared/community/need'
import type { Organisation } from '@emancipasso/shared/contract/app-api'
import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { Answer } from '../testing/fake-server.ts'

import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { documentStore, fakeServer, storedDocument } from '../testing/fake-server.ts'
import { emptyDraft } from './create-draft.ts'
import { usePublication } from './use-publication.ts'

const organisation: Organisation = {
	id: 'org-00000001',
	name: 'Les Amis du Quartier',
	membersGroup: 'association',
	managersGroup: 'association',
	publishersGroup: 'bureau',
	territory: 'FR-44',
	associationSize: 'staff-1-5',
	groupNames: { members: 'Association', managers: 'Association', publishers: 'Bureau' },
	role: { manager: true, publisher: true },
	createdAt: '2026-01-01T10:00:00.000Z',
}
const draft: NeedDraft = { ...emptyDraft(), showRegion: true, language: 'fr', title: 'Suivre les adhésions', problem: 'Camille Durand relance chacun au 06 12 34 56 78, à la main.' }
const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

describe('the door between the draft and the forum', () => {
	let documents: ReturnType<typeof documentStore>
	let server: ReturnType<typeof fakeServer>
	let colleagues: Answer
	const set = (change: Partial<StoredDocument>) => {
		documents.store.stored = { ...documents.store.stored, ...change }
		return { status: 200, data: documents.store.stored }
	}

	beforeEach(() => {
		documents = documentStore(storedDocument({ ...draft }))
		colleagues = { status: 200, data: { names: ['Camille Durand', 'Dominique Petit'] } }
		server = fakeServer((seen) => {
			if (seen.path === `/organisations/${organisation.id}/member-names`) {
				return colleagues
			}
			const text = String(seen.body?.publication)
			const { approval } = documents.store.stored
			if (seen.path.endsWith('/approval')) {
				return set({ approval: seen.method === 'DELETE' ? null : { hash: hash(text), by: 'camille', byName: 'Camille Durand', at: '2026-01-02T10:00:00.000Z' } })
			}
			if (seen.path.endsWith('/publication')) {
				return approval?.hash === hash(text)
					? set({ publication: { hash: hash(text), text, etag: '"1"', at: '2026-01-02T11:00:00.000Z', status: 'published' } })
					: { status: 409, data: { problem: 'not-approved', message: 'Not approved.' } }
			}
			return documents.route(seen)
		})
	})
	afterEach(() => vi.unstubAllGlobals())

	async function open() {
		const publication = usePublication(organisation, documents.store.stored.id, 'Sasha Leroy')
		await publication.load()
		return publication
	}

	it('points out a name and a phone number before anything leaves', async () => {
		const { redactions } = await open()
		expect(redactions.value.map(({ kind, excerpt }) => [kind, excerpt])).toEqual([['name', 'Camille Durand'], ['phone', '06 12 34 56 78']])
	})

	it('points out the names of all colleagues, and the writer’s own', async () => {
		documents.changeByOther({ problem: 'Dominique relance chacun, Sasha aussi.' })
		const { redactions } = await open()
		expect(redactions.value.map(({ excerpt }) => excerpt)).toEqual(['Dominique', 'Sasha'])
	})

	it('opens with the writer’s own name only, without a word, when the names of the others cannot be had', async () => {
		colleagues = { status: 500, message: 'Out of order.' }
		documents.changeByOther({ problem: 'Dominique relance chacun, Sasha aussi.' })
		const { redactions, problem, stored } = await open()
		expect(stored.value).not.toBeNull()
		expect(problem.value).toBeNull()
		expect(redactions.value.map(({ excerpt }) => excerpt)).toEqual(['Sasha'])
	})

	it('shows a region instead of the département, and never the budget', async () => {
		documents.changeByOther({ budgetHint: '2000 euros de la mairie' })
		const { text, publication } = await open()
		expect(publication.value?.region?.code).toBe('FR-PDL')
		expect(text.value).not.toContain('mairie')
	})

	it('publishes the very words that were approved', async () => {
		const page = await open()
		expect(page.approvalState.value).toBe('none')
		await page.approve()
		expect(page.approvalState.value).toBe('valid')
		expect(await page.publish()).toBe(true)
		const [approved, published] = server.seen.filter(({ method }) => method === 'PUT').map(({ body }) => body?.publication)
		expect(published).toBe(approved)
		expect(page.publicationState.value).toBe('online')
		expect(documents.store.stored.status).toBe('published')
	})

	it('asks for approval again when one word changed after it', async () => {
		await (await open()).approve()
		documents.changeByOther({ title: 'Suivre les adhérents' })
		const later = await open()
		expect(later.approvalState.value).toBe('stale')
		expect(await later.publish()).toBe(false)
		expect(later.failure.value).toEqual({ step: 'publish', message: 'Not approved.' })
		expect(later.problem.value).toBeNull()
		expect(later.publicationState.value).toBe('none')
	})

	it('sees that what is online is older than the draft', async () => {
		const page = await open()
		await page.approve()
		await page.publish()
		documents.changeByOther({ mustHave: 'Un export ouvert.' })
		expect((await open()).publicationState.value).toBe('changed')
	})

	it('says what is missing instead of publishing an empty need', async () => {
		documents.changeByOther({ title: '', problem: 'Trop court' })
		const { missing } = await open()
		expect(missing.value.map(({ field }) => field)).toEqual(['title', 'problem'])
	})
})
