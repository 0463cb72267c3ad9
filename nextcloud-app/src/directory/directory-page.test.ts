/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Start } from '@emancipasso/shared/contract/app-api'

import examples from '@emancipasso/shared/data/example-providers.json'
import { Provider } from '@emancipasso/shared/directory/provider'
import { publicProvider } from '@emancipasso/shared/directory/public-provider'
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import DirectoryPage from './DirectoryPage.vue'
import { useStart } from '../shell/use-start.ts'

describe('the directory', () => {
	afterEach(() => vi.unstubAllGlobals())

	it('leads on to the form of a need when nobody matches', async () => {
		useStart().start.value = { packs: [{ name: 'directory', version: '1' }] } as object as Start
		vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ version: '1', providers: examples.map((example) => publicProvider(Provider.parse(example))) })))
		const router = createRouter({ history: createMemoryHistory(), routes: [
			{ path: '/directory', name: 'directory', component: {} },
			{ path: '/directory/:id', name: 'provider', component: {} },
			{ path: '/needs', name: 'needs', component: {} },
			{ path: '/needs/:id', name: 'need', component: {} },
		] })
		await router.push('/directory?text=zzzzzzzz')
		const wrapper = mount(DirectoryPage, { global: { plugins: [router] } })
		await vi.waitFor(() => expect(wrapper.text()).toContain('Nobody matches all of this'))
		await wrapper.findAll('a, button').find((one) => one.text() === 'Write a need')!.trigger('click')
		await vi.waitFor(() => expect(router.currentRoute.value).toMatchObject({ name: 'need', query: { new: '' } }))
	})
})
