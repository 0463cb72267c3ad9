/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { DiagnosisDocument } from '@emancipasso/shared/diagnosis/answers'
import type { VueWrapper } from '@vue/test-utils'
import type { Router } from 'vue-router'

import questionnaire from '@emancipasso/shared/data/questionnaire.json'
import { newDiagnosis } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import ResultPage from './ResultPage.vue'
import { diagnosisServer } from '../testing/diagnosis-server.ts'
import { storedDocument } from '../testing/fake-server.ts'

const nowhere = { render: () => null }
/** Answers with so much to do that the members' own need has no place among the first five. */
const muchToDo: DiagnosisDocument['answers'] = {
	'gov-mandate': 'never',
	'gov-lead': 'one-person',
	'tools-personal-accounts': 'often',
	'tools-supplier-loss': 'stop',
	'files-location': 'devices',
	'collab-chat': 'scattered',
	'public-website': 'none',
	'mgmt-missing': 'Un planning de permanences relié aux adhésions',
	'security-accounts': 'one-password',
	'security-backup': 'none',
	'security-admins': 'one',
	'inclusion-os': 'many',
}

describe('the result of a diagnosis', () => {
	let close = () => {}

	beforeEach(() => sessionStorage.clear())
	afterEach(() => {
		close()
		vi.unstubAllGlobals()
	})

	let router: Router
	let cloud: ReturnType<typeof diagnosisServer>['cloud']

	async function open(form: 'short' | 'full', answers: DiagnosisDocument['answers'], content: Partial<DiagnosisDocument> = {}, others: StoredDocument[] = [], before?: (server: ReturnType<typeof diagnosisServer>) => void): Promise<VueWrapper> {
		const server = diagnosisServer(form, { answers, ...content }, others)
		const { store } = server
		cloud = server.cloud
		before?.(server)
		router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', name: 'start', component: nowhere }, { path: '/directory', component: nowhere }, { path: '/:id', name: 'diagnosis', component: nowhere }, { path: '/:id/comparison', name: 'comparison', component: nowhere }, { path: '/:id/workshop', name: 'workshop', component: nowhere }, { path: '/:any(.*)*', component: nowhere }] })
		const wrapper = mount(ResultPage, { props: { id: store.stored.id }, global: { plugins: [router] }, attachTo: document.body })
		close = () => wrapper.unmount()
		await vi.waitFor(() => expect(wrapper.find('#ea-now').exists()).toBe(true))
		await flushPromises()
		return wrapper
	}

	const inSight = (wrapper: VueWrapper) => {
		const page = wrapper.element.cloneNode(true) as HTMLElement
		page.querySelectorAll('details').forEach((fold) => fold.remove())
		return page.textContent
	}

	it.each(['short', 'full'] as const)('always shows the need in the members’ own words (%s)', async (form) => {
		const wrapper = await open(form, muchToDo)
		expect(inSight(wrapper)).toContain('Un planning de permanences relié aux adhésions')
		expect(wrapper.findAll('button').filter((button) => button.text() === 'Turn it into a need to share')).toHaveLength(1)
	})

	it('shows what was answered too late for a diagnosis that somebody closed, until it was read', async () => {
		const before = { ...newDiagnosis(questionnaire, 'full'), answers: muchToDo }
		sessionStorage.setItem('emancipasso:unsaved:11111111-1111-4111-8111-111111111111', JSON.stringify({ base: before, document: { ...before, answers: { ...muchToDo, 'gov-lead': 'group' } } }))
		const wrapper = await open('full', muchToDo, { closedAt: '2026-01-01T10:00:00.000Z', inventory: {} })
		const late = wrapper.get('[role="alert"]')
		const { text, options } = questionnaire.questions.find(({ id }) => id === 'gov-lead')!
		expect(late.text()).toContain(text.en)
		expect(late.get('strong').text()).toBe(options!.find(({ id }) => id === 'group')!.text.en)
		await late.get('button').trigger('click')
		expect(wrapper.find('[role="alert"]').exists()).toBe(false)
	})

	it('shows four points of attention, the most serious first, and folds the others', async () => {
		const wrapper = await open('short', muchToDo)
		const points = wrapper.get('[aria-labelledby="ea-flags"]')
		expect(points.findAll('h4').length).toBeGreaterThan(7)
		expect(points.get('ul').findAll('h4').map((one) => one.text())).toEqual(['No reliable backup', 'Shared passwords', 'Data on personal accounts', 'Fragile admin access'])
		expect(points.get('details summary').text()).toMatch(/^And \d more$/)
	})

	it('says the first step of an advice once, and goes on from the second', async () => {
		const advice = (await open('short', muchToDo)).get('li:has(ol[start="2"])')
		const first = advice.get('strong').element.nextSibling?.textContent?.trim()
		expect(first).toMatch(/\w/)
		expect(advice.text().split(first!)).toHaveLength(2)
	})

	it('is printed with everything that is folded on the screen', async () => {
		const wrapper = await open('short', muchToDo)
		const folds = wrapper.findAll('details')
		expect(folds.length).toBeGreaterThan(1)
		window.dispatchEvent(new Event('beforeprint'))
		expect(folds.every((fold) => fold.attributes('open') !== undefined)).toBe(true)
		window.dispatchEvent(new Event('afterprint'))
		expect(folds.some((fold) => fold.attributes('open') !== undefined)).toBe(false)
	})

	it('is printed without the pages of sums that the reader has not opened', async () => {
		const wrapper = await open('full', { 'files-location': 'giant-cloud', 'files-order': 'plan', 'files-formats': 'mixed' })
		const sums = wrapper.get('[aria-labelledby="ea-levels"] details')
		window.dispatchEvent(new Event('beforeprint'))
		expect(sums.attributes('open')).toBeUndefined()
		window.dispatchEvent(new Event('afterprint'))
	})

	it('gives no level of all themes together while few of them are answered', async () => {
		const wrapper = await open('full', { 'files-location': 'trusted-cloud', 'files-order': 'plan', 'files-formats': 'mixed' })
		expect(wrapper.get('[aria-labelledby="ea-levels"]').text()).toContain('Not enough themes are answered')
		expect(wrapper.text()).not.toContain('All themes together')
	})

	it('explains every number by the answers that it is made of', async () => {
		const wrapper = await open('full', { 'files-location': 'giant-cloud', 'files-order': 'plan', 'files-formats': 'unknown' })
		const explained = wrapper.findAll('details').find((fold) => fold.get('summary').text() === 'Documents and formats')!
		expect(explained.findAll('li').map((line) => line.get('strong').text())).toEqual(['(1 point of 3)', '(2 points of 3)', '(left out: to clarify)'])
		expect(explained.get('p').text()).toBe('3 points of 6, that is 50 %: Under way.')
	})

	it('draws the levels that the table says, and nothing where a theme has none', async () => {
		const wrapper = await open('full', { 'files-location': 'giant-cloud', 'files-order': 'plan', 'files-formats': 'mixed' })
		expect(wrapper.findAll('[aria-labelledby="ea-levels"] tbody tr')).toHaveLength(10)
		expect(wrapper.findAll('svg[role="img"] circle')).toHaveLength(1)
	})

	it.each([['group', 'workshop'], ['guided', 'diagnosis']] as const)('takes stock again the way it did before (%s)', async (method, page) => {
		const wrapper = await open('short', {}, { method, closedAt: '2026-01-01T10:00:00.000Z', inventory: {} })
		await wrapper.findAll('button').find((button) => button.text() === 'Take stock again')!.trigger('click')
		await vi.waitFor(() => expect(router.currentRoute.value.name).toBe(page))
		expect(cloud.get(router.currentRoute.value.params.id as string)!.document).toMatchObject({ method, previous: cloud.all('diagnosis')[0]!.id })
	})

	const other = (title: string, createdAt: string): StoredDocument => ({ ...storedDocument({ ...newDiagnosis(questionnaire, 'full') }), id: '22222222-2222-4222-8222-222222222222', kind: 'diagnosis', title, createdAt })

	it.each([
		['there is no other', [], false],
		['the other one is later', [other('Later', '2026-02-01T10:00:00.000Z')], false],
		['there is an earlier one', [other('Earlier', '2025-02-01T10:00:00.000Z')], true],
	])('can be compared only with an earlier one: %s', async (_when, others, offered) => {
		const wrapper = await open('short', muchToDo, {}, others)
		expect(wrapper.text().includes('Compare with an earlier one')).toBe(offered)
	})

	it('says of which day its answers are, which deciding and closing do not change', async () => {
		const wrapper = await open('short', muchToDo, {}, [], ({ store, changeByOther }) => {
			changeByOther({ closedAt: '2026-05-06T10:00:00.000Z', inventory: {} })
			Object.assign(store.stored, { answeredAt: '2026-03-04T10:00:00.000Z', updatedAt: '2026-05-06T10:00:00.000Z' })
		})
		expect(wrapper.get('h2 + p').text()).toMatch(/answers of March 4, 2026.*closed on May 6, 2026/s)
	})

	it('is called a full one once it goes on as such', async () => {
		const named = (title: string) => ({ title })
		const wrapper = await open('short', muchToDo, {}, [other('Self-diagnosis of today (full form)', '2025-02-01T10:00:00.000Z')], ({ store }) => void Object.assign(store.stored, named('Self-diagnosis of today (short form)')))
		await wrapper.findAll('button').find((button) => button.text() === 'Continue with the full diagnosis')!.trigger('click')
		await vi.waitFor(() => expect(cloud.get('11111111-1111-4111-8111-111111111111')!.title).toBe('Self-diagnosis of today (full form) – 2'))
	})

	it('says on how many themes the level of all together rests', async () => {
		const answered = questionnaire.questions.filter(({ dimension, type }) => dimension !== 'inclusion' && type === 'single')
		const wrapper = await open('full', Object.fromEntries(answered.map(({ id, options }) => [id, options![0]!.id])))
		expect(wrapper.get('[aria-labelledby="ea-levels"]').text()).toContain('All themes together: To be strengthened (from 9 themes out of 10).')
	})
})
