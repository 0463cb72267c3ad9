/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AnswerWithNeed, OwnAnswer } from '@emancipasso/shared/community/answer'
import type { Need, NeedDraft, Reply } from '@emancipasso/shared/community/need'
import type { NeedErasure } from '@emancipasso/shared/community/need-erasure'
import type { Organisation, Start } from '@emancipasso/shared/contract/app-api'
import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { Answer } from './fake-server.ts'

import { canonicalText, toPublication } from '@emancipasso/shared/community/publication'
import { flushPromises, mount } from '@vue/test-utils'
import { createHash } from 'node:crypto'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { emptyDraft } from '../needs/create-draft.ts'
import { useStart } from '../shell/use-start.ts'
import { documentStore, fakeServer, storedDocument } from './fake-server.ts'

/** An association whose reader may do everything. */
export const organisation: Organisation = {
	id: 'org-00000001',
	name: 'Les Amis du Quartier',
	membersGroup: 'association',
	managersGroup: 'association',
	publishersGroup: 'bureau',
	groupNames: { members: 'Association', managers: 'Association', publishers: 'Bureau' },
	territory: 'FR-44',
	associationSize: 'staff-1-5',
	role: { manager: true, publisher: true },
	createdAt: '2026-01-01T10:00:00.000Z',
}

export const draft: NeedDraft = { ...emptyDraft(), language: 'fr', title: 'Suivre les adhésions', problem: 'Nous relançons chacun à la main, tous les ans.' }

const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/**
 * A cloud with one need of the organisation, and the community that it is published to.
 *
 * @param changes to the draft
 */
export function needServer(changes: Partial<NeedDraft> = {}) {
	const documents = documentStore(storedDocument({ ...draft, ...changes }))
	const world = {
		documents,
		/** As the community has it; null when it does not know it. */
		need: null as Need | null,
		/** Other needs of the list. */
		others: [] as Need[],
		replies: [] as Reply[],
		/** Whether there are replies whose copies were dropped. */
		dropped: false,
		/** Our own answers, with the needs that they answer. */
		given: [] as AnswerWithNeed[],
		/** Our own answers that are not among the replies. */
		answers: [] as OwnAnswer[],
		/** How far the forum has forgotten an erased need. */
		erasure: { topic: 'waiting' } as NeedErasure,
		/** What publishing, approving and withdrawing answer instead of working. */
		refusal: null as Answer | null,
		/** Changes the stored document, as the server would. */
		set(change: Partial<StoredDocument>): Answer {
			documents.store.stored = { ...documents.store.stored, ...change }
			return { status: 200, data: documents.store.stored }
		},
		/** Publishes the need as it is written now. */
		publishNow(fields: Partial<Need> = {}) {
			const publication = toPublication({ ...draft, ...changes }, { name: organisation.name })
			const text = canonicalText(publication)
			world.set({ status: 'published', publication: { hash: hash(text), text, etag: '"1"', at: '2026-01-02T11:00:00.000Z', status: 'published' } })
			world.need = { uuid: documents.store.stored.id, revision: 1, status: 'published', publication, link: { state: 'linked', topicUrl: 'https://forum.example/t/1' }, supports: { total: 0, own: false }, mine: true, replyCount: 0, createdAt: '2026-01-02T11:00:00.000Z', updatedAt: '2026-01-02T11:00:00.000Z', ...fields }
		},
	}
	const server = fakeServer((seen) => {
		const away: Answer = { status: 502, data: { problem: 'connector-unreachable', message: 'The connector does not answer.' } }
		if (seen.path.endsWith('/member-names')) {
			return { status: 200, data: { names: [] } }
		}
		if (/\/needs(\?|$)/.test(seen.path)) {
			return world.need ? { status: 200, data: { items: [world.need, ...world.others], cursor: null } } : away
		}
		if (world.refusal && /\/(conflict|erasure)$/.test(seen.path)) {
			return world.refusal
		}
		if (seen.path.endsWith('/conflict') && world.need) {
			world.need = { ...world.need, link: { ...world.need.link, conflict: undefined, problem: undefined, problemKind: undefined } as object as Need['link'] }
			return { status: 200, data: world.need }
		}
		if (seen.path.endsWith('/erasure')) {
			world.need = null
			const { data: document } = world.set({ publication: { ...documents.store.stored.publication!, status: 'erased' } })
			return { status: 200, data: { document, erasure: world.erasure } }
		}
		if (seen.path.includes('/replies/')) {
			const { name, text, revision } = seen.body ?? {}
			return world.refusal ?? { status: 200, data: { uuid: seen.path.split('/').at(-1), revision: Number(revision ?? 0) + 1, name, text } }
		}
		if (seen.path.endsWith('/answers')) {
			return { status: 200, data: { items: world.given } }
		}
		if (seen.path.includes('/needs/')) {
			return world.need ? { status: 200, data: seen.path.endsWith('/support') ? world.need : { need: world.need, replies: world.replies, answers: world.answers, dropped: world.dropped } } : away
		}
		if (seen.path.includes('/documents?')) {
			return { status: 200, data: { documents: [documents.store.stored] } }
		}
		if (world.refusal && /\/(approval|publication)$/.test(seen.path)) {
			return world.refusal
		}
		const text = String(seen.body?.publication)
		if (seen.path.endsWith('/approval')) {
			return world.set({ approval: { hash: hash(text), by: 'camille', byName: 'Camille Durand', at: '2026-01-02T10:00:00.000Z' } })
		}
		if (seen.path.endsWith('/publication')) {
			world.publishNow({ link: { state: 'queued' } })
			return { status: 200, data: documents.store.stored }
		}
		return documents.route(seen)
	})
	return Object.assign(world, { server })
}

/**
 * Shows a page of the organisation, with its routes.
 *
 * @param page the component
 * @param props of the page
 * @param query of its address
 */
export async function showPage(page: ReturnType<typeof defineComponent>, props: Record<string, unknown> = {}, query: Record<string, string> = {}) {
	useStart().start.value = { user: { id: 'camille', displayName: 'Camille Durand', language: 'en', admin: false }, organisations: [organisation], groups: [], connector: { configured: true, lastContact: null, problem: null }, packs: [] } as object as Start
	const empty = { render: () => null }
	const router = createRouter({
		history: createMemoryHistory(),
		routes: [
			{ path: '/', component: defineComponent({ render: () => h(page, props) }) },
			{ path: '/needs', name: 'needs', component: empty },
			{ path: '/needs/:id', name: 'need', component: empty },
			{ path: '/needs/:id/publication', name: 'publication', component: empty },
			{ path: '/needs/:id/replies', name: 'replies', component: empty },
		],
	})
	await router.push({ path: '/', query })
	const wrapper = mount(RouterView, { attachTo: document.body, global: { plugins: [router] } })
	await flushPromises()
	return wrapper
}
