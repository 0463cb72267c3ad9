/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { DiagnosisDocument } from '@emancipasso/shared/diagnosis/answers'

import questionnaire from '@emancipasso/shared/data/questionnaire.json'
import { newDiagnosis } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import DiagnosisPage from './DiagnosisPage.vue'
import { ownDocumentId } from '../documents/own-document-id.ts'
import { diagnosisServer } from '../testing/diagnosis-server.ts'
import { storedDocument } from '../testing/fake-server.ts'

const nowhere = { render: () => null }
const textOf = (id: string) => questionnaire.questions.find((question) => question.id === id)!.text.en

describe('the questions of a diagnosis', () => {
	let close = () => {}

	beforeEach(() => sessionStorage.clear())
	afterEach(async () => {
		close()
		// What was answered is saved before the next test has a server of its own.
		await vi.waitFor(() => expect(Object.keys(sessionStorage).filter((key) => key.startsWith('emancipasso'))).toEqual([]))
		vi.unstubAllGlobals()
	})

	async function open(form: 'short' | 'full', answers: DiagnosisDocument['answers'], query: Record<string, string> = {}, content: Partial<DiagnosisDocument> = {}, others: StoredDocument[] = []) {
		const { store } = diagnosisServer(form, { answers, ...content }, others)
		const router = createRouter({ history: createMemoryHistory(), routes: [
			{ path: '/', name: 'diagnoses', component: nowhere },
			{ path: '/:id', name: 'diagnosis', component: nowhere },
			{ path: '/:id/result', name: 'result', component: nowhere },
			{ path: '/tools', name: 'tools', component: nowhere },
		] })
		await router.push({ name: 'diagnosis', params: { id: store.stored.id }, query })
		const wrapper = mount(DiagnosisPage, { props: { id: store.stored.id }, global: { plugins: [router] }, attachTo: document.body })
		close = () => wrapper.unmount()
		await vi.waitFor(() => expect(wrapper.find('legend').exists()).toBe(true))
		await flushPromises()
		return {
			wrapper,
			router,
			store,
			question: () => wrapper.get('legend').text(),
			async next() {
				await wrapper.get('form').trigger('submit')
				await flushPromises()
			},
		}
	}

	it('go on with those still open when a short diagnosis becomes a full one', async () => {
		const { wrapper, question, next } = await open('full', { 'profile-employees': 'staff-1-5', 'gov-mandate': 'never', 'profile-members': 'lt-50' })
		expect(question()).toBe(textOf('profile-network'))
		await wrapper.get('input[value="no"]').setValue()
		await next()
		expect(question()).toBe(textOf('profile-digital-users'))
	})

	it('pass over what was answered before, and say how many are left', async () => {
		const { wrapper, question, next } = await open('full', { 'profile-employees': 'staff-1-5', 'gov-mandate': 'never' })
		expect(question()).toBe(textOf('profile-members'))
		const left = Number(/^(\d+) questions still to answer$/.exec(wrapper.get('label').text())?.[1])
		expect(left).toBeGreaterThan(40)
		await wrapper.get('input[value="lt-50"]').setValue()
		await next()
		expect(question()).toBe(textOf('profile-network'))
		expect(wrapper.get('label').text()).toBe(`${left - 1} questions still to answer`)
	})

	it('are counted by their number alone while they come in order', async () => {
		const { wrapper, next } = await open('short', {})
		await wrapper.get('input[value="staff-1-5"]').setValue()
		expect(wrapper.get('label').text()).toBe('Question 1 of 20')
		await next()
		expect(wrapper.get('label').text()).toBe('Question 2 of 20')
	})

	it('take the focus when one moves between them', async () => {
		const { wrapper, next } = await open('short', {}, { q: 'gov-mandate' })
		await next()
		expect(document.activeElement).toBe(wrapper.get('legend').element)
		wrapper.get<HTMLElement>('.ea-row button').element.focus()
		await wrapper.get('.ea-row button').trigger('click')
		await flushPromises()
		expect(document.activeElement?.textContent.trim()).toBe(textOf('gov-mandate'))
	})

	it('come one by one when answers are looked through again', async () => {
		const { question, next } = await open('short', { 'profile-employees': 'staff-1-5', 'gov-mandate': 'never', 'gov-lead': 'group' }, { q: 'profile-employees' })
		await next()
		expect(question()).toBe(textOf('gov-mandate'))
		await next()
		expect(question()).toBe(textOf('gov-lead'))
	})

	it('never show an empty choice as if it were made', async () => {
		const { wrapper } = await open('full', {}, { q: 'profile-territory' })
		const chosen = () => wrapper.get<HTMLSelectElement>('select').element.selectedOptions[0]?.textContent.trim()
		expect(chosen()).toBe('Choose…')
		await wrapper.get('select').setValue('FR-44')
		expect(chosen()).toContain('Loire-Atlantique')
	})

	it('keep what is typed about a tool while it is typed, and eat no space under the hand', async () => {
		const { wrapper } = await open('full', {}, { q: 'tools-inventory' })
		await wrapper.get('#ea-add-tool').trigger('click')
		const field = wrapper.get<HTMLInputElement>('input[list]')
		field.element.value = 'Notre '
		await field.trigger('input')
		expect(wrapper.get('.save').text()).toContain('Saving')
		expect(field.element.value).toBe('Notre ')
		const wish = wrapper.get<HTMLTextAreaElement>('textarea')
		wish.element.value = 'Partager '
		await wish.trigger('input')
		expect(wish.element.value).toBe('Partager ')
	})

	it('lead to the result once the last open one is answered, wherever it stands', async () => {
		const all = Object.fromEntries(questionnaire.questions.map(({ id, type, options }) => [id, type === 'multi' ? [] : options?.[0]?.id ?? '']))
		delete all['gov-lead']
		const { wrapper, router, question, next } = await open('short', all)
		expect(question()).toBe(textOf('gov-lead'))
		await wrapper.get('input[value="group"]').setValue()
		expect(wrapper.get('button[type="submit"]').text()).toBe('See the result')
		await next()
		await vi.waitFor(() => expect(router.currentRoute.value.name).toBe('result'))
	})

	it('give way to the result once the diagnosis is closed', async () => {
		const { router } = await open('short', {}, { q: 'gov-lead' }, { closedAt: '2026-01-01T10:00:00.000Z', inventory: {} })
		await vi.waitFor(() => expect(router.currentRoute.value.name).toBe('result'))
	})

	describe('a year after another diagnosis', () => {
		const previous = '22222222-2222-4222-8222-222222222222'
		const earlier = (answers: DiagnosisDocument['answers']) => ({ ...storedDocument({ ...newDiagnosis(questionnaire, 'short'), answers, closedAt: '2025-11-20T10:00:00.000Z' }), id: previous, kind: 'diagnosis' as const })

		it('show what was answered last time and copy nothing', async () => {
			const { wrapper, store } = await open('short', {}, { q: 'gov-lead' }, { previous }, [earlier({ 'gov-lead': 'group' })])
			await vi.waitFor(() => expect(wrapper.text()).toContain('Last time, on November 20, 2025: A pair or a working group'))
			expect(wrapper.findAll('input:checked')).toEqual([])
			expect(store.stored.document.answers).toEqual({})
		})

		const inventory = (looked: string) => ({ ...storedDocument({ schemaVersion: 1, lines: { drive: { use: 'files', tool: 'google-drive', position: 1, looked } } }), id: ownDocumentId('org', 'inventory'), kind: 'inventory' as const })

		it('ask in the full form whether the list of tools is still right, until somebody looked', async () => {
			const { wrapper } = await open('full', {}, { q: 'tools-inventory' }, { previous }, [earlier({}), inventory('2025-02-01')])
			expect(wrapper.get('.review').text()).toContain('Last look: February 1, 2025')
			await wrapper.get('.review button[aria-label$="still right"]').trigger('click')
			expect(wrapper.get('.review').text()).toContain('You have looked at all your tools')
		})

		it('say in the short form, which asks nothing about tools, how many nobody looked at', async () => {
			const { wrapper } = await open('short', {}, {}, { previous }, [earlier({}), inventory('2025-02-01')])
			expect(wrapper.text()).toContain('Nobody has looked at 1 line since last time')
			expect(wrapper.get('.note a').attributes('href')).toBe('/tools?since=2026-01-01')
		})

		it.each([['the first time', {}, '2025-02-01'], ['when somebody looked since', { previous }, '2026-01-01']])('ask nothing about the tools %s', async (_when, content, looked) => {
			const { wrapper } = await open('full', {}, { q: 'tools-inventory' }, content, [earlier({}), inventory(looked)])
			expect(wrapper.find('.review').exists()).toBe(false)
		})

		it('take the answer of last time over when asked to', async () => {
			const { wrapper } = await open('short', {}, { q: 'gov-lead' }, { previous }, [earlier({ 'gov-lead': 'group' })])
			const same = () => wrapper.findAll('button').find((button) => button.text() === 'Still the same')
			await vi.waitFor(() => expect(same()).toBeDefined())
			await same()!.trigger('click')
			expect(wrapper.get<HTMLInputElement>('input:checked').element.value).toBe('group')
			expect(same()).toBeUndefined()
		})

		it('are answered as usual when the earlier one is gone, or had no answer', async () => {
			const { wrapper, question, next } = await open('short', {}, { q: 'gov-mandate' }, { previous }, [earlier({ 'gov-mandate': 'unknown' })])
			expect(question()).toBe(textOf('gov-mandate'))
			expect(wrapper.text()).not.toContain('Last time')
			await next()
			expect(question()).not.toBe(textOf('gov-mandate'))
		})
	})
})
