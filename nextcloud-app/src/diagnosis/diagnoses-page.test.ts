/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer } from '../testing/fake-server.ts'

import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import DiagnosesPage from './DiagnosesPage.vue'
import { useStart } from '../shell/use-start.ts'
import { serveWithPacks } from '../testing/diagnosis-server.ts'
import { storedDocument } from '../testing/fake-server.ts'

const nowhere = { render: () => null }

describe('the diagnoses of an organisation', () => {
	let close = () => {}

	afterEach(() => {
		close()
		vi.unstubAllGlobals()
	})

	async function open(manager: boolean, deletion: Answer = { status: 200, data: { deleted: true } }) {
		const documents = [['draft', 'Begun'], ['analysed', 'Closed']].map(([status, title], at) => ({ ...storedDocument({}), id: `33333333-3333-4333-8333-33333333333${at}`, kind: 'diagnosis', status, title }))
		const server = serveWithPacks(({ method }) => method === 'DELETE' ? deletion : { status: 200, data: { documents } })
		useStart().start.value!.organisations[0]!.role.manager = manager
		const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: nowhere }, { path: '/:id', name: 'diagnosis', component: nowhere }, { path: '/:id/result', name: 'result', component: nowhere }] })
		const wrapper = mount(DiagnosesPage, { global: { plugins: [router] }, attachTo: document.body })
		close = () => wrapper.unmount()
		await vi.waitFor(() => expect(wrapper.findAll('.made li')).toHaveLength(2))
		return {
			wrapper,
			deleted: () => server.seen.filter(({ method }) => method === 'DELETE').length,
			async press(name: string) {
				await wrapper.findAll('button').find((button) => button.text() === name || button.attributes('aria-label') === name)!.trigger('click')
				await flushPromises()
			},
		}
	}

	it('are deleted once that was meant', async () => {
		const { wrapper, deleted, press } = await open(true)
		await press('Delete “Closed”')
		expect(wrapper.get('dialog').text()).toContain('Your tools and your plan stay.')
		await press('Cancel')
		expect(deleted()).toBe(0)
		await press('Delete “Closed”')
		await press('Delete')
		expect(deleted()).toBe(1)
		expect(wrapper.findAll('.made li').map((line) => line.text())).toEqual([expect.stringContaining('Begun')])
		expect(document.activeElement?.textContent).toContain('Digital diagnosis')
		expect(wrapper.get('[role="status"]').text()).toBe('“Closed” is deleted.')
	})

	it('are deleted by a member only while they are open, who is told the rule before, and why not after', async () => {
		const { wrapper, press } = await open(false, { status: 403, data: { problem: 'forbidden', message: 'For this one, ask a person who manages the organisation.' } })
		expect(wrapper.find('[aria-label="Delete “Closed”"]').exists()).toBe(false)
		await press('Delete “Begun”')
		expect(wrapper.get('dialog').text()).toContain('as long as nobody else has written in it')
		await press('Delete')
		expect(wrapper.text()).toContain('For this one, ask a person who manages')
		expect(wrapper.findAll('.made li')).toHaveLength(2)
	})
})
