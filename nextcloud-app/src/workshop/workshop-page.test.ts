/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Workshop } from '@emancipasso/shared/contract/app-workshop'
import type { Answer, Seen } from '../testing/fake-server.ts'

import questionnaire from '@emancipasso/shared/data/questionnaire.json'
import { newDiagnosis } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import SheetEntryPage from './SheetEntryPage.vue'
import SheetsPage from './SheetsPage.vue'
import WorkshopPage from './WorkshopPage.vue'
import { useStart } from '../shell/use-start.ts'
import { serveWithPacks } from '../testing/diagnosis-server.ts'
import { documentCloud } from '../testing/document-cloud.ts'
import { storedDocument } from '../testing/fake-server.ts'

const nowhere = { render: () => null }
const asked = questionnaire.questions.filter(({ id, type }) => type === 'single' && questionnaire.shortForm.questions.includes(id))
const [first, second] = asked as [typeof asked[0], typeof asked[0]]
const optionsOf = (question: typeof first) => question.options!.map(({ id }) => id) as [string, string]

describe('the page of a workshop', () => {
	let close = () => {}

	beforeEach(() => sessionStorage.clear())
	afterEach(async () => {
		close()
		await vi.waitFor(() => expect(Object.keys(sessionStorage).filter((key) => key.includes('unsaved'))).toEqual([]))
		vi.unstubAllGlobals()
	})

	const shown = (fields: Partial<Workshop> = {}): Workshop => ({ anonymous: true, form: 'short', open: true, until: '2027-01-01T10:00:00.000Z', respondents: 0, names: [], tallies: null, ...fields })

	async function show(page: typeof WorkshopPage | typeof SheetsPage | typeof SheetEntryPage, workshop: Workshop | null, manager = true) {
		const diagnosis = { ...storedDocument({ ...newDiagnosis(questionnaire, 'short'), method: 'group' }), kind: 'diagnosis' as const, title: 'Diagnosis' }
		const cloud = documentCloud([diagnosis])
		const held = { workshop, responses: {} as Record<string, unknown> }
		const route = (seen: Seen): Answer => {
			if (seen.path.endsWith('/members')) {
				return { status: 200, data: { members: [{ id: 'alix', displayName: 'Alix', manager: true }, { id: 'camille', displayName: 'Camille', manager: false }] } }
			}
			if (!seen.path.includes('/workshop')) {
				return cloud.route(seen)
			}
			if (seen.path.includes('/responses/')) {
				held.responses[seen.path.split('/').at(-1)!] = seen.body
				held.workshop = { ...held.workshop!, respondents: Object.keys(held.responses).length }
			} else if (seen.method === 'PUT') {
				held.workshop = shown({ anonymous: seen.body!.anonymous as boolean })
				return { status: 200, data: { workshop: held.workshop, token: 'S'.repeat(32) } }
			} else if (seen.method === 'DELETE') {
				held.workshop = { ...held.workshop!, open: false }
			}
			return { status: 200, data: { workshop: held.workshop } }
		}
		const server = serveWithPacks(route)
		useStart().start.value!.organisations[0]!.role.manager = manager
		const names = { home: '/', diagnosis: '/:id', result: '/:id/result', workshop: '/:id/workshop', 'workshop-sheets': '/:id/workshop/sheets', 'workshop-entry': '/:id/workshop/entry', 'workshop-answer': '/:id/workshop/answer' }
		const router = createRouter({ history: createMemoryHistory(), routes: Object.entries(names).map(([name, path]) => ({ name, path, component: nowhere })) })
		const wrapper = mount(page, { props: { id: diagnosis.id }, global: { plugins: [router] }, attachTo: document.body })
		close = () => wrapper.unmount()
		await vi.waitFor(() => expect(wrapper.find('form, .ea-card, ol, .leave, .note').exists()).toBe(true))
		const press = async (words: string, within = wrapper.element as HTMLElement) => {
			Array.from(within.querySelectorAll<HTMLElement>('button')).find((button) => button.textContent.includes(words))!.click()
			await flushPromises()
		}
		return { wrapper, server, held, press, cloud, diagnosis: diagnosis.id, saved: () => cloud.get(diagnosis.id)!.document }
	}

	it('opens without names unless one says otherwise, and shows the address that people type in', async () => {
		const { wrapper, server } = await show(WorkshopPage, null)
		await wrapper.get('form').trigger('submit')
		await flushPromises()
		expect(server.seen.find(({ method }) => method === 'PUT')?.body).toEqual({ anonymous: true, form: 'short', days: 7, questionnaire: questionnaire.version })
		expect(wrapper.get('.address').text()).toContain(`/apps/emancipasso/workshop/${'S'.repeat(32)}`)
	})

	it('ends the link, and the address with it', async () => {
		const { wrapper, press } = await show(WorkshopPage, null)
		await wrapper.get('form').trigger('submit')
		await flushPromises()
		await press('End the link now')
		expect(wrapper.find('.address').exists()).toBe(true)
		expect(wrapper.get('dialog').text()).toContain('Whoever is answering can send nothing more.')
		await press('End the link now', wrapper.get('dialog').element)
		expect(wrapper.find('.address').exists()).toBe(false)
		expect(document.activeElement?.textContent).toContain('The link has ended')
	})

	it('shows an address no longer once somebody else has made a new link', async () => {
		const interval = vi.spyOn(globalThis, 'setInterval')
		const { wrapper, held } = await show(WorkshopPage, null)
		await wrapper.get('form').trigger('submit')
		await flushPromises()
		expect(wrapper.find('.address').exists()).toBe(true)
		held.workshop = { ...held.workshop!, until: '2027-02-01T10:00:00.000Z' }
		const look = interval.mock.calls.at(-1)![0] as () => void
		look()
		await flushPromises()
		expect(wrapper.find('.address').exists()).toBe(false)
		expect(wrapper.text()).toContain('is not kept here')
		interval.mockRestore()
	})

	it('shows the address again after a reload of the tab that made it', async () => {
		const { wrapper, held } = await show(WorkshopPage, null)
		await wrapper.get('form').trigger('submit')
		await flushPromises()
		close()
		const again = await show(WorkshopPage, held.workshop)
		expect(again.wrapper.get('.address').text()).toContain('S'.repeat(32))
	})

	it('asks before a new link ends one that people are answering by, and not when it has ended already', async () => {
		const { wrapper, server, press } = await show(WorkshopPage, shown())
		const made = () => server.seen.filter(({ method }) => method === 'PUT')
		await press('Make a new link…')
		await wrapper.get('.renewal').trigger('submit')
		expect(made()).toEqual([])
		await press('Make a new link', wrapper.get('dialog').element)
		expect(made()).toHaveLength(1)
		await press('End the link now')
		await press('End the link now', wrapper.get('dialog').element)
		await press('Make a new link…')
		await wrapper.get('.renewal').trigger('submit')
		await flushPromises()
		expect(made()).toHaveLength(2)
	})

	it('asks how long a new link is to last, as for the first one', async () => {
		const { wrapper, server, press } = await show(WorkshopPage, shown({ open: false }))
		await press('Make a new link…')
		const days = wrapper.get<HTMLInputElement>('.renewal input')
		expect(document.activeElement).toBe(days.element)
		await days.setValue(30)
		await wrapper.get('.renewal').trigger('submit')
		await flushPromises()
		expect(server.seen.find(({ method }) => method === 'PUT')?.body).toMatchObject({ days: 30, anonymous: true, form: 'short' })
		expect(document.activeElement?.textContent.trim()).toBe('The link')
	})

	it('says before the link is made that its address cannot be looked up later', async () => {
		const { wrapper } = await show(WorkshopPage, null)
		expect(wrapper.get('form').text()).toContain('cannot be looked up later: copy it then')
	})

	it('leads on to the result once every answer that is shown is settled', async () => {
		const [yes] = optionsOf(first)
		const { wrapper, press } = await show(WorkshopPage, shown({ respondents: 3, tallies: { [first.id]: { answered: 3, values: { [yes]: 3 } } } }))
		expect(wrapper.find('.settled').exists()).toBe(false)
		await press('Settle this answer')
		await press('This is our answer')
		expect(wrapper.get('.settled').get('a[href$="/result"]').text()).toBe('See the result')
	})

	it('has its choices in groups, which one walks through by arrow keys', async () => {
		const { wrapper } = await show(WorkshopPage, null)
		const names = wrapper.findAll('fieldset').map((group) => new Set(group.findAll<HTMLInputElement>('input[type="radio"]').map(({ element }) => element.name)))
		expect(names.map(({ size }) => size)).toEqual([1, 1])
		expect(new Set(names.flatMap((one) => [...one]).filter(Boolean)).size).toBe(2)
	})

	it.each([['before it is open', null], ['while it is open', shown()]])('leaves the link to those who manage, %s', async (_when, workshop) => {
		const { wrapper } = await show(WorkshopPage, workshop, false)
		expect(wrapper.text()).toContain('People who manage your organisation here can')
		expect(wrapper.text().includes('Ask Alix.')).toBe(workshop === null)
		expect(wrapper.find('form').exists()).toBe(false)
		expect(wrapper.text()).not.toMatch(/Make a new link|End the link now/)
	})

	it.each([['while it is open', true], ['not any more once it has ended', false]])('a member can answer there without the link, %s', async (_when, open) => {
		const { wrapper } = await show(WorkshopPage, shown({ open }), false)
		expect(wrapper.find('a[href$="/workshop/answer"]').exists()).toBe(open)
	})

	it('says that nothing is told below three people', async () => {
		const { wrapper } = await show(WorkshopPage, shown({ respondents: 2 }))
		expect(wrapper.text()).toContain('2 people have answered')
		expect(wrapper.text()).toContain('From three respondents on')
		expect(wrapper.find('.bars').exists()).toBe(false)
	})

	it('shows first what divides people, and settling an answer writes it into the diagnosis', async () => {
		const [yes, no] = optionsOf(second)
		const { wrapper, press, saved } = await show(WorkshopPage, shown({ respondents: 4, tallies: {
			[first.id]: { answered: 4, values: { [optionsOf(first)[0]]: 4 } },
			[second.id]: { answered: 4, values: { [yes]: 2, [no]: 2 } },
		} }))
		const cards = wrapper.findAll('.cards > li')
		expect(cards.map((card) => card.get('h4').text())).toEqual([second.text.en, first.text.en])
		expect(cards[0]!.text()).toContain('Opinions differ')
		expect(cards[0]!.text()).toContain('2 of 4')
		await press('Settle this answer', cards[0]!.element as HTMLElement)
		await wrapper.get(`input[value="${no}"]`).setValue()
		await press('This is our answer')
		await vi.waitFor(() => expect(saved()).toMatchObject({ answers: { [second.id]: no } }), 3000)
	})

	it('keeps the keyboard at the question that one settles', async () => {
		const [most] = optionsOf(first)
		const { wrapper, press } = await show(WorkshopPage, shown({ respondents: 3, tallies: { [first.id]: { answered: 3, values: { [most]: 3 } } } }))
		await press('Settle this answer')
		expect(document.activeElement?.textContent).toBe('What do you answer together?')
		await press('Cancel', wrapper.get('.settle').element as HTMLElement)
		expect(document.activeElement?.textContent).toContain('Settle this answer')
		await press('Settle this answer')
		await press('This is our answer')
		expect(document.activeElement?.textContent).toContain('Change our answer')
	})

	it('asks which answer stays when somebody else settled the same otherwise', async () => {
		const [yes, no] = optionsOf(first)
		const { wrapper, press, cloud, diagnosis, saved } = await show(WorkshopPage, shown({ respondents: 3, tallies: { [first.id]: { answered: 3, values: { [yes]: 3 } } } }))
		cloud.changeByOther(diagnosis, { answers: { [first.id]: no } })
		await press('Settle this answer')
		await press('This is our answer')
		await vi.waitFor(() => expect(wrapper.find('[role="alert"] table').exists()).toBe(true), 3000)
		expect(wrapper.get('[role="alert"]').text()).toContain(first.text.en)
		await press('Keep my version')
		await vi.waitFor(() => expect(saved()).toMatchObject({ answers: { [first.id]: yes } }), 3000)
	})

	it('goes along with what most said, unless one chooses otherwise', async () => {
		const [most] = optionsOf(first)
		const { press, saved } = await show(WorkshopPage, shown({ respondents: 3, tallies: { [first.id]: { answered: 3, values: { [most]: 3 } } } }))
		await press('Settle this answer')
		await press('This is our answer')
		await vi.waitFor(() => expect(saved()).toMatchObject({ answers: { [first.id]: most } }), 3000)
	})

	it('prints every question of the form with a box for each answer, and asks for no name', async () => {
		const { wrapper } = await show(SheetsPage, shown())
		const withOptions = questionnaire.questions.filter(({ id, options }) => options && questionnaire.shortForm.questions.includes(id))
		expect(wrapper.findAll('.sheet__question').map((question) => question.text())).toEqual(withOptions.map(({ text }) => text.en))
		expect(wrapper.findAll('.box')).toHaveLength(withOptions.reduce((sum, { options }) => sum + options!.length, 0))
		expect(wrapper.text()).toContain('do not write your name')
	})

	it.each([['to print', SheetsPage], ['to type in', SheetEntryPage]])('leads back from a sheet %s of a workshop that nobody has opened', async (_what, page) => {
		const { wrapper } = await show(page, null)
		expect(wrapper.text()).toContain('This workshop is not open yet.')
		expect(wrapper.find('form').exists()).toBe(false)
		expect(wrapper.get('a').attributes('href')).toMatch(/\/workshop$/)
	})

	it('brings back a sheet that was half typed, after a look elsewhere', async () => {
		const before = await show(SheetEntryPage, shown())
		await before.wrapper.get(`input[name="${first.id}"]`).setValue()
		before.wrapper.unmount()
		const { wrapper, held } = await show(SheetEntryPage, shown())
		expect(wrapper.get<HTMLInputElement>(`input[name="${first.id}"]`).element.checked).toBe(true)
		await wrapper.get('form').trigger('submit')
		await flushPromises()
		expect(Object.keys(held.responses)).toHaveLength(1)
		expect(wrapper.get<HTMLInputElement>(`input[name="${first.id}"]`).element.checked).toBe(false)
	})

	it('leaves a sheet that is being typed alone when the network goes away for a moment', async () => {
		const interval = vi.spyOn(globalThis, 'setInterval')
		const { wrapper, server } = await show(SheetEntryPage, shown())
		const choice = wrapper.get<HTMLInputElement>(`input[name="${first.id}"]`)
		await choice.setValue()
		choice.element.focus()
		server.offline = true
		const [look] = interval.mock.calls.at(-1)!
		;(look as () => void)()
		await vi.waitFor(() => expect(wrapper.find('[role="alert"]').exists()).toBe(true))
		expect(document.activeElement).toBe(choice.element)
		interval.mockRestore()
	})

	it('keeps of a sheet only what its own answers would have been asked on a screen, though paper asks all', async () => {
		const { wrapper, held } = await show(SheetEntryPage, shown({ form: 'full' }))
		await wrapper.get('input[name="public-website"][value="none"]').setValue()
		await wrapper.get('input[name="public-trackers"]').setValue()
		await wrapper.get('form').trigger('submit')
		await flushPromises()
		expect(Object.values(held.responses)).toMatchObject([{ answers: { 'public-website': 'none' } }])
		expect(Object.values(held.responses)).not.toMatchObject([{ answers: { 'public-trackers': expect.anything() } }])
	})

	it('keeps each typed sheet as a response of its own, and the next one starts empty', async () => {
		const { wrapper, held } = await show(SheetEntryPage, shown())
		const [one] = optionsOf(first)
		for (let sheet = 1; sheet <= 2; sheet++) {
			await wrapper.get(`input[name="${first.id}"][value="${one}"]`).setValue()
			await wrapper.get('form').trigger('submit')
			await flushPromises()
			expect(Object.keys(held.responses)).toHaveLength(sheet)
			expect(wrapper.find('input:checked').exists()).toBe(false)
		}
		expect(Object.values(held.responses)).toEqual([1, 2].map(() => ({ answers: { [first.id]: one }, name: '' })))
	})
})
