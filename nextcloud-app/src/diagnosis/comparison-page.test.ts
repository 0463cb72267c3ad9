/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DiagnosisDocument } from '@emancipasso/shared/diagnosis/answers'

import questionnaire from '@emancipasso/shared/data/questionnaire.json'
import solutions from '@emancipasso/shared/data/solutions.json'
import { newDiagnosis } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import ComparisonPage from './ComparisonPage.vue'
import { diagnosisServer } from '../testing/diagnosis-server.ts'
import { storedDocument } from '../testing/fake-server.ts'

const nowhere = { render: () => null }
const files = { 'files-location': 'giant-cloud', 'files-order': 'some', 'files-formats': 'mixed' }

describe('a diagnosis beside an earlier one', () => {
	let close = () => {}

	beforeEach(() => sessionStorage.clear())
	afterEach(() => {
		close()
		vi.unstubAllGlobals()
	})

	function earlier(at: string, content: Partial<DiagnosisDocument>) {
		return { ...storedDocument({ ...newDiagnosis(questionnaire, 'full'), ...content }), id: `${at.slice(0, 4)}0000-0000-4000-8000-000000000000`, kind: 'diagnosis' as const, title: `Diagnosis of ${at.slice(0, 4)}`, createdAt: `${at}T10:00:00.000Z` }
	}

	async function open(answers: DiagnosisDocument['answers'], others: ReturnType<typeof earlier>[], content: Partial<DiagnosisDocument> = {}, prepare = () => {}) {
		const { store } = diagnosisServer('full', { answers, ...content }, others)
		prepare()
		const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:id/result', name: 'result', component: nowhere }, { path: '/:any(.*)*', component: nowhere }] })
		const wrapper = mount(ComparisonPage, { props: { id: store.stored.id }, global: { plugins: [router] }, attachTo: document.body })
		close = () => wrapper.unmount()
		await vi.waitFor(() => expect(wrapper.find('.ea-loading').exists()).toBe(false))
		await flushPromises()
		return wrapper
	}

	it('says of each theme how it stood and stands, and over which questions', async () => {
		const wrapper = await open({ ...files, 'files-location': 'trusted-cloud' }, [earlier('2024-11-20', { answers: files })])
		const row = wrapper.findAll('tbody tr').find((one) => one.text().includes('Documents and formats'))!
		expect(row.findAll('td').map((cell) => cell.text())).toEqual(['Under way', 'Under way', 'betterover 3 questions: 3 points of 9, then 5 points of 9'])
		expect(wrapper.get('[aria-labelledby="ea-compared-answers"]').text()).toContain('Better')
	})

	it('compares with the one that it follows, and with another when asked to', async () => {
		const [older, newer] = [earlier('2023-11-20', { answers: { ...files, 'files-order': 'no' } }), earlier('2024-11-20', { answers: files })]
		const wrapper = await open(files, [newer, older], { previous: older.id })
		const select = wrapper.get<HTMLSelectElement>('select')
		expect(select.element.selectedOptions[0]?.textContent.trim()).toBe('Diagnosis of 2023')
		expect(wrapper.text()).toContain('Better')
		await select.setValue(newer.id)
		await vi.waitFor(() => expect(wrapper.text()).toContain('Of the questions answered both times, none was answered otherwise.'))
	})

	it('says what cannot be compared, and why', async () => {
		const wrapper = await open({ ...files, 'gov-lead': 'group' }, [earlier('2024-11-20', { form: 'short', answers: { 'files-location': 'giant-cloud' } })])
		const levels = wrapper.get('[aria-labelledby="ea-compared-levels"]')
		expect(levels.text().match(/the short form gives no level/gi)).toHaveLength(1)
		expect(levels.get('p').element.compareDocumentPosition(levels.get('table').element) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
		expect(levels.get('p').text()).toBe('The themes are not compared: the short form gives no level.')
		expect(new Set(levels.findAll('[data-label="Movement"]').map((cell) => cell.text()))).toEqual(new Set(['–']))
		expect(levels.text()).not.toContain('The movement comes only from')
		const reasons = wrapper.findAll('[aria-labelledby="ea-not-compared"] summary').map((one) => one.text())
		expect(reasons).toEqual(['The short form did not ask it then: 2 questions', 'Not answered then: 1 question'])
		expect(wrapper.text()).toContain('was not closed')
	})

	it('names the tools that came and went when the earlier one was closed', async () => {
		const tool = (name: string) => ({ use: 'files', tool: name, hosting: 'giant', position: 1 })
		const wrapper = await open({}, [earlier('2024-11-20', { answers: {}, closedAt: '2024-12-01T10:00:00.000Z', inventory: { a: tool('dropbox') } })], { closedAt: '2026-01-01T10:00:00.000Z', inventory: { a: tool('nextcloud-files') } })
		expect(wrapper.get('[aria-labelledby="ea-compared-tools"] dl').text()).toMatch(/New.*Nextcloud Files.*No longer there.*Dropbox/)
	})

	describe('closed with another catalogue', () => {
		const closedAt = '2024-12-01T10:00:00.000Z'
		const tool = (name: string) => ({ use: 'files', tool: name, hosting: 'member', position: 1 })
		const older = (version: string, change: (one: typeof solutions.solutions[number]) => object) => {
			const newest = globalThis.fetch
			vi.stubGlobal('fetch', async (url: string, request?: RequestInit) => url.endsWith(`/solutions/${version}`)
				? new Response(JSON.stringify({ ...solutions, version, solutions: solutions.solutions.map((one) => ({ ...one, ...change(one) })) }))
				: newest(url, request))
		}
		const independence = (wrapper: Awaited<ReturnType<typeof open>>) => wrapper.get('[aria-labelledby="ea-compared-independence"]').text()
		const then = (version: string) => earlier('2024-11-20', { closedAt, catalogue: { version }, inventory: { a: tool('seafile'), b: tool('dropbox') } })
		const now = { closedAt: '2026-01-01T10:00:00.000Z', catalogue: { version: solutions.version }, inventory: { a: tool('seafile') } }

		it('shows each share as its result told it, and says which tools keep them from being compared', async () => {
			const wrapper = await open({}, [then('0.2.1')], now, () => older('0.2.1', ({ id }) => id === 'seafile' ? { freeStatus: 'disputed' } : {}))
			expect(independence(wrapper)).toContain('As each result told it: 0 %, then 100 %.')
			expect(independence(wrapper)).toMatch(/cannot be compared.*Seafile · Files.*By the later catalogue alone: 50 %, then 100 %\./)
		})

		it('says that they can be compared when it judges the same tools the same way', async () => {
			const wrapper = await open({}, [then('0.2.2')], now, () => older('0.2.2', ({ id }) => id === 'cryptpad' ? { freeStatus: 'disputed' } : {}))
			expect(independence(wrapper)).toContain('50 %, then 100 %.The catalogue of tools changed in between. It judges yours the same way')
		})

		it('says that the catalogue of then is gone', async () => {
			const wrapper = await open({}, [then('0.2.3')], now, () => {
				const newest = globalThis.fetch
				vi.stubGlobal('fetch', async (url: string, request?: RequestInit) => url.endsWith('/solutions/0.2.3') ? new Response('', { status: 404 }) : newest(url, request))
			})
			expect(wrapper.text()).toContain('no longer has the catalogue of that diagnosis')
			expect(independence(wrapper)).toContain('By the catalogues that your Nextcloud has: 50 %, then 100 %.')
			expect(independence(wrapper)).not.toContain('As each result told it')
		})
	})

	it('says what to do when there is nothing to compare with', async () => {
		const wrapper = await open(files, [])
		expect(wrapper.text()).toContain('There is no earlier diagnosis to compare with yet.')
	})
})
