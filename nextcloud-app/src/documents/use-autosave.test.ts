/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { JsonObject } from './merge-patch.ts'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick } from 'vue'
import { documentStore, fakeServer, storedDocument } from '../testing/fake-server.ts'
import { useAutosave } from './use-autosave.ts'

const initial = { title: 'A need', problem: '' }
const { id } = storedDocument({})

interface Content extends JsonObject {
	title: string
	problem: string
}

function open() {
	const scope = effectScope()
	const autosave = scope.run(() => useAutosave<Content>('org', id, ({ title }, { status }) => ({ title, status })))!
	return { ...autosave, close: () => scope.stop() }
}

async function pauseOf(milliseconds: number): Promise<void> {
	await nextTick()
	await vi.advanceTimersByTimeAsync(milliseconds)
}

describe('a document that saves itself', () => {
	let server: ReturnType<typeof fakeServer>
	let documents: ReturnType<typeof documentStore>
	const saves = () => server.seen.filter(({ method }) => method === 'PATCH')

	beforeEach(() => {
		vi.useFakeTimers()
		sessionStorage.clear()
		documents = documentStore(storedDocument(initial))
		server = fakeServer(documents.route)
	})
	afterEach(() => {
		vi.useRealTimers()
		vi.unstubAllGlobals()
	})

	it('sends only what changed, within a second of a pause, with its title for lists', async () => {
		const page = open()
		await page.load()
		page.content.value!.title = 'A be'
		await pauseOf(400)
		page.content.value!.title = 'A better need'
		await pauseOf(1000)
		expect(saves().map(({ body }) => body)).toEqual([{ revision: 1, patch: { title: 'A better need' }, title: 'A better need', status: 'draft' }])
		expect(page.state.value).toBe('saved')
		page.close()
	})

	it('keeps the text in the tab while there is no network, says so, and saves it when the network is back', async () => {
		const page = open()
		await page.load()
		server.offline = true
		page.content.value!.problem = 'Nothing may be lost'
		await pauseOf(1000)
		expect(page.state.value).toBe('failed')
		expect(page.problem.value).toContain('No network')
		expect(page.content.value!.problem).toBe('Nothing may be lost')
		server.offline = false
		window.dispatchEvent(new Event('online'))
		await pauseOf(10)
		expect(page.state.value).toBe('saved')
		expect(documents.store.stored.document.problem).toBe('Nothing may be lost')
		page.close()
	})

	it('tries again by itself after a failure of the server', async () => {
		let broken = true
		server = fakeServer((seen) => seen.method === 'PATCH' && broken ? { status: 503 } : documents.route(seen))
		const page = open()
		await page.load()
		page.content.value!.problem = 'Again'
		await pauseOf(1000)
		expect(page.state.value).toBe('failed')
		broken = false
		await pauseOf(3000)
		expect(documents.store.stored.document.problem).toBe('Again')
		page.close()
	})

	it('finds in a new page of the tab what an ended session kept from being saved', async () => {
		server = fakeServer((seen) => seen.method === 'PATCH' ? { status: 401 } : documents.route(seen))
		const first = open()
		await first.load()
		first.content.value!.problem = 'Typed before the session ended'
		await pauseOf(1000)
		expect(first.problem.value).toContain('session has ended')
		first.close()
		await pauseOf(0)

		server = fakeServer(documents.route)
		const second = open()
		await second.load()
		await pauseOf(1000)
		expect(second.content.value!.problem).toBe('Typed before the session ended')
		expect(documents.store.stored.document.problem).toBe('Typed before the session ended')
		expect(sessionStorage).toHaveLength(0)
		second.close()
	})

	it('joins silently what somebody else changed elsewhere in the document', async () => {
		const page = open()
		await page.load()
		documents.changeByOther({ title: 'Their title' })
		page.content.value!.problem = 'Our problem'
		await pauseOf(2000)
		expect(documents.store.stored.document).toEqual({ title: 'Their title', problem: 'Our problem' })
		expect(page.content.value!.title).toBe('Their title')
		expect(page.state.value).toBe('saved')
		page.close()
	})

	it.each([['ours', 'Ours'], ['theirs', 'Theirs']] as const)('asks when both changed the same place, and keeps %s when told so', async (choice, expected) => {
		const page = open()
		await page.load()
		documents.changeByOther({ problem: 'Theirs' })
		page.content.value!.problem = 'Ours'
		await pauseOf(1000)
		expect(page.state.value).toBe('conflict')
		expect(page.conflicts.value).toEqual([{ path: ['problem'], ours: 'Ours', theirs: 'Theirs' }])
		expect(documents.store.stored.document.problem).toBe('Theirs')
		await page.resolve(choice)
		await pauseOf(1000)
		expect(documents.store.stored.document.problem).toBe(expected)
		expect(page.content.value!.problem).toBe(expected)
		expect(page.state.value).toBe('saved')
		page.close()
	})

	it('goes on asking when something beside the content was saved meanwhile', async () => {
		const page = open()
		await page.load()
		documents.changeByOther({ problem: 'Theirs' })
		page.content.value!.problem = 'Ours'
		await pauseOf(1000)
		documents.changeByOther({})
		page.adopt({ ...documents.store.stored, owner: 'dominique' })
		expect(page.state.value).toBe('conflict')
		expect(page.stored.value!.owner).toBe('dominique')
		await page.resolve('theirs')
		await pauseOf(1000)
		expect(documents.store.stored.document.problem).toBe('Theirs')
		expect(page.state.value).toBe('saved')
		page.close()
	})

	it('does not take for saved what was refused, when something beside it is saved', async () => {
		let refused = true
		server = fakeServer((seen) => seen.method === 'PATCH' && refused ? { status: 413, data: { problem: 'too-large', message: 'Too large.' } } : documents.route(seen))
		const page = open()
		await page.load()
		page.content.value!.problem = 'x'
		await pauseOf(1000)
		documents.changeByOther({})
		page.adopt({ ...documents.store.stored, owner: 'dominique' })
		expect(page.state.value).not.toBe('saved')
		refused = false
		await pauseOf(1000)
		expect(documents.store.stored.document.problem).toBe('x')
		page.close()
	})

	it('saves what was typed while a save was on its way, after it', async () => {
		let answer!: () => void
		const answered = globalThis.fetch
		vi.stubGlobal('fetch', async (url: string, request: RequestInit = {}) => {
			if (request.method === 'PATCH' && saves().length === 0) {
				await new Promise<void>((resolve) => {
					answer = resolve
				})
			}
			return answered(url, request)
		})
		const page = open()
		await page.load()
		page.content.value!.title = 'First'
		await pauseOf(1000)
		page.content.value!.title = 'Second'
		await pauseOf(1000)
		answer()
		await pauseOf(1000)
		expect(saves().map(({ body }) => body?.patch)).toEqual([{ title: 'First' }, { title: 'Second' }])
		expect(page.state.value).toBe('saved')
		page.close()
	})

	it('does not save for ever when the server writes the same thing in another form', async () => {
		server = fakeServer((seen) => {
			const { status, data } = documents.route(seen)
			return { status, data: { ...data as object, document: { ...(data as { document: object }).document, added: 'by the server' } } }
		})
		const page = open()
		await page.load()
		page.content.value!.problem = 'x'
		await pauseOf(20_000)
		expect(saves()).toHaveLength(1)
		page.close()
	})

	it('does not repeat a save that the server refuses for good', async () => {
		server = fakeServer((seen) => seen.method === 'PATCH' ? { status: 413, data: { problem: 'too-large', message: 'Too large.' } } : documents.route(seen))
		const page = open()
		await page.load()
		page.content.value!.problem = 'x'
		await pauseOf(60_000)
		expect(saves()).toHaveLength(1)
		expect(page.problem.value).toBe('Too large.')
		page.close()
	})
})
