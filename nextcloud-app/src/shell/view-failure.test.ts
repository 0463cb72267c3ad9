/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import ViewFailure from './ViewFailure.vue'
import { watchViewFailures } from './view-failure.ts'

describe('a page that cannot be loaded', () => {
	it('is told in a sentence, and asked for again by a press', async () => {
		let offline = true
		const page = { render: () => null }
		const lazy = () => offline ? Promise.reject(new TypeError('Failed to fetch dynamically imported module')) : Promise.resolve(page)
		const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: page }, { path: '/needs', component: lazy }] })
		watchViewFailures(router)
		await router.push('/')
		const wrapper = mount(ViewFailure, { global: { plugins: [router] } })
		expect(wrapper.text()).toBe('')
		await router.push('/needs').catch(() => undefined)
		await flushPromises()
		expect(wrapper.find('[role="alert"]').text()).toContain('could not be loaded')
		offline = false
		await wrapper.find('button').trigger('click')
		await flushPromises()
		expect(router.currentRoute.value.path).toBe('/needs')
		expect(wrapper.find('[role="alert"]').exists()).toBe(false)
	})
})
