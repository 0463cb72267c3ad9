/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VueWrapper } from '@vue/test-utils'

import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import DiagnosesPage from './DiagnosesPage.vue'
import { useStart } from '../shell/use-start.ts'
import { diagnosisServer } from '../testing/diagnosis-server.ts'

const nowhere = { render: () => null }

describe('the list of diagnoses', () => {
	let wrapper: VueWrapper

	afterEach(() => {
		wrapper.unmount()
		vi.unstubAllGlobals()
	})

	async function open(manager = true) {
		const { cloud } = diagnosisServer('short')
		useStart().start.value!.organisations[0]!.role.manager = manager
		const router = createRouter({ history: createMemoryHistory(), routes: ['diagnosis', 'result', 'workshop'].map((name) => ({ path: `/${name}/:id`, name, component: nowhere })) })
		wrapper = mount(DiagnosesPage, { global: { plugins: [router] }, attachTo: document.body })
		await vi.waitFor(() => expect(wrapper.find('#ea-made').exists()).toBe(true))
		return { kept: () => cloud.all('diagnosis').map(({ title }) => title) }
	}

	it('lets who manages delete one that was begun by mistake, once they have said that they mean it', async () => {
		const { kept } = await open()
		await wrapper.get('button[aria-label="Delete Diagnosis"]').trigger('click')
		expect(kept()).toEqual(['Diagnosis'])
		expect(wrapper.get('dialog').text()).toContain('Delete “Diagnosis”?')
		await wrapper.get('dialog').findAll('button').find((button) => button.text() === 'Delete')!.trigger('click')
		await vi.waitFor(() => expect(kept()).toEqual([]))
		await flushPromises()
		expect(wrapper.find('#ea-made').exists()).toBe(false)
		expect(document.activeElement?.textContent).toContain('Digital diagnosis')
		expect(wrapper.get('[role="status"]').text()).toBe('“Diagnosis” is deleted.')
	})

	it('lets nobody else', async () => {
		await open(false)
		expect(wrapper.find('button[aria-label^="Delete"]').exists()).toBe(false)
	})
})
