/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Invitation, WorkshopResponse } from '@emancipasso/shared/contract/app-workshop'

import questionnaire from '@emancipasso/shared/data/questionnaire.json'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import AnswerPage from './AnswerPage.vue'
import OwnAnswerPage from './OwnAnswerPage.vue'
import { serveWithPacks } from '../../testing/diagnosis-server.ts'
import { fakeServer } from '../../testing/fake-server.ts'

const token = 'T'.repeat(32)

describe('the page of somebody who answers in a workshop', () => {
	let close = () => {}

	beforeEach(() => sessionStorage.clear())
	afterEach(() => {
		close()
		vi.unstubAllGlobals()
	})

	async function open(fields: Partial<Invitation> = {}, first = 200) {
		let status = first
		const invitation = { title: 'Diagnosis', organisation: 'The Friends', anonymous: true, form: 'short', until: '2027-01-01T10:00:00.000Z', questionnaire, ...fields }
		const responses: Record<string, WorkshopResponse> = {}
		const server = fakeServer(({ method, path, body }) => {
			if (status !== 200) {
				return { status, data: { problem: 'not-found', message: 'Ask the person who leads the workshop.' } }
			}
			if (method === 'PUT') {
				responses[path.split('/').at(-1)!] = body as object as WorkshopResponse
				return { status: 200, data: { kept: true } }
			}
			return { status: 200, data: invitation }
		})
		const visit = async () => {
			const wrapper = mount(AnswerPage, { props: { token }, attachTo: document.body })
			close = () => wrapper.unmount()
			await flushPromises()
			const submit = async () => {
				await wrapper.get('form').trigger('submit')
				await flushPromises()
			}
			return { wrapper, submit }
		}
		const end = () => {
			status = 404
		}
		return { ...await visit(), visit, end, server, responses }
	}

	async function openAsMember() {
		const responses: Record<string, WorkshopResponse> = {}
		const server = serveWithPacks(({ method, path, body }) => {
			if (method === 'PUT') {
				responses[path.split('/').at(-1)!] = body as object as WorkshopResponse
				return { status: 200, data: { kept: true } }
			}
			return { status: 200, data: { title: 'Diagnosis', organisation: 'The Friends', anonymous: true, form: 'short', until: '2027-01-01T10:00:00.000Z', questionnaire } }
		})
		const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { render: () => null } }, { path: '/:id/workshop', name: 'workshop', component: { render: () => null } }] })
		const wrapper = mount(OwnAnswerPage, { props: { id: 'the-diagnosis' }, attachTo: document.body, global: { plugins: [router] } })
		await flushPromises()
		return { server, responses, close: () => wrapper.unmount() }
	}

	it('says who will see what before anything is asked, and asks for no name without need', async () => {
		const { wrapper } = await open()
		expect(wrapper.get('h2').text()).toContain('The Friends')
		expect(wrapper.text()).toContain('Who will see what?')
		expect(wrapper.text()).toContain('are not kept with your answers')
		expect(wrapper.find('input').exists()).toBe(false)
	})

	it('asks for a name only where one may be given, and sends it', async () => {
		const { wrapper, submit, responses } = await open({ anonymous: false })
		await wrapper.get('input').setValue('Zoé')
		await submit()
		await vi.waitFor(() => expect(Object.values(responses)).toMatchObject([{ name: 'Zoé' }]), 3000)
	})

	it('saves as one goes, one question at a time, until the thanks', async () => {
		const { wrapper, submit, responses } = await open()
		await submit()
		expect(wrapper.findAll('legend')).toHaveLength(1)
		expect(document.activeElement?.tagName).toBe('LEGEND')
		const question = wrapper.get('input[type="radio"]').attributes('name')!
		await wrapper.get('input[type="radio"]').setValue()
		await vi.waitFor(() => expect(Object.values(responses)[0]?.answers).toHaveProperty([question]), 3000)
		for (let step = 0; step < 40 && wrapper.find('form').exists(); step++) {
			await submit()
		}
		expect(wrapper.get('h2').text()).toBe('Thank you')
		expect(Object.keys(responses)).toHaveLength(1)
	})

	it('after a reload it is still the same response, with its answers', async () => {
		const { wrapper, submit, responses, visit } = await open()
		await submit()
		await wrapper.get('input[type="radio"]').setValue()
		await vi.waitFor(() => expect(Object.keys(responses)).toHaveLength(1), 3000)
		close()
		const again = await visit()
		await again.submit()
		expect(again.wrapper.find('input:checked').exists()).toBe(true)
		const other = again.wrapper.findAll('input[type="radio"]')[1]!
		await other.setValue()
		await vi.waitFor(() => expect(Object.values(responses)[0]?.answers).toEqual({ [other.attributes('name')!]: other.attributes('value') }), 3000)
		expect(Object.keys(responses)).toHaveLength(1)
	})

	it('sends after a reload what had not left before it', async () => {
		const { wrapper, submit, responses, visit } = await open()
		await submit()
		await wrapper.get('input[type="radio"]').setValue()
		close()
		expect(Object.keys(responses)).toEqual([])
		await visit()
		await vi.waitFor(() => expect(Object.keys(responses)).toHaveLength(1))
	})

	it('shows the next person on the same device nothing of what the one before answered, and counts both', async () => {
		const { wrapper, submit, responses, visit } = await open()
		const reload = vi.spyOn(location, 'reload').mockImplementation(() => {})
		await submit()
		await wrapper.get('input[type="radio"]').setValue()
		for (let step = 0; step < 40 && wrapper.find('form').exists(); step++) {
			await submit()
		}
		Array.from((wrapper.element as HTMLElement).querySelectorAll('button')).find((button) => button.textContent.includes('Somebody else'))!.click()
		expect(reload).toHaveBeenCalled()
		close()
		const next = await visit()
		await next.submit()
		expect(next.wrapper.find('input:checked').exists()).toBe(false)
		await next.wrapper.get('input[type="radio"]').setValue()
		await vi.waitFor(() => expect(Object.keys(responses)).toHaveLength(2), 3000)
	})

	it('keeps going without a network, and sends when it is back', async () => {
		const { wrapper, submit, responses, server } = await open()
		await submit()
		server.offline = true
		await wrapper.get('input[type="radio"]').setValue()
		await vi.waitFor(() => expect(wrapper.text()).toContain('No network'), 3000)
		server.offline = false
		Array.from((wrapper.element as HTMLElement).querySelectorAll<HTMLElement>('button')).find((button) => button.textContent.includes('Try again'))!.click()
		await vi.waitFor(() => expect(Object.keys(responses)).toHaveLength(1), 3000)
	})

	it('sends one save after another, so that a slow one cannot take the place of a later one', async () => {
		const { wrapper, submit, server } = await open()
		await submit()
		const answered = globalThis.fetch
		let arrive = () => {}
		vi.stubGlobal('fetch', async (url: string, request?: RequestInit) => {
			const response = await answered(url, request)
			await new Promise<void>((resolve) => {
				arrive = resolve
			})
			return response
		})
		const sent = () => server.seen.filter(({ method }) => method === 'PUT').map(({ body }) => Object.values(body!.answers as object))
		const [first, second] = wrapper.findAll('input[type="radio"]')
		await first!.setValue()
		await vi.waitFor(() => expect(sent()).toEqual([[first!.attributes('value')]]), 3000)
		await second!.setValue()
		await wrapper.get('form').trigger('submit')
		for (let step = 0; step < 40 && wrapper.find('form').exists(); step++) {
			await submit()
		}
		expect(sent()).toHaveLength(1)
		arrive()
		await vi.waitFor(() => expect(sent().at(-1)).toEqual([second!.attributes('value')]), 3000)
		arrive()
		await vi.waitFor(() => expect(wrapper.get('h2').text()).toBe('Thank you'))
	})

	it('asks for no free text and no tools', async () => {
		const { wrapper, submit } = await open({ form: 'full' })
		await submit()
		for (let step = 0; step < 120 && wrapper.find('form').exists(); step++) {
			expect(wrapper.find('textarea, select, input[type="text"]').exists()).toBe(false)
			await submit()
		}
		expect(wrapper.get('h2').text()).toBe('Thank you')
	})

	it('a member answers without a link, is told what becomes of the account, and sends no name', async () => {
		const { server, responses, close: leave } = await openAsMember()
		close = leave
		expect(document.body.textContent).toContain('your account is not kept with your answers')
		expect(document.body.textContent).toContain('Only this tab knows which answers are yours')
		document.querySelector('form')!.dispatchEvent(new Event('submit'))
		await flushPromises()
		document.querySelector<HTMLInputElement>('input[type="radio"]')!.click()
		await vi.waitFor(() => expect(Object.values(responses)).toEqual([{ answers: expect.any(Object) as object }]), 3000)
		expect(server.seen.map(({ path }) => path).every((path) => path.startsWith('/organisations/org/documents/the-diagnosis/workshop/invitation'))).toBe(true)
		expect(Object.keys(responses)[0]).not.toContain('camille')
	})

	it('says that what has arrived counts when the link ends while somebody looks at it again', async () => {
		const { wrapper, submit, end } = await open()
		await submit()
		await wrapper.get('input[type="radio"]').setValue()
		await vi.waitFor(() => expect(wrapper.text()).toContain('Your answers are saved.'), 3000)
		end()
		await wrapper.findAll('input[type="radio"]')[1]!.setValue()
		await vi.waitFor(() => expect(wrapper.text()).toContain('The answers that you had given have arrived and count'), 3000)
		expect(wrapper.text()).not.toContain('Saving')
	})

	it('says whom to ask when the link has ended', async () => {
		const { wrapper } = await open({}, 404)
		expect(wrapper.text()).toContain('Ask the person who leads the workshop.')
		expect(wrapper.find('form').exists()).toBe(false)
	})
})
