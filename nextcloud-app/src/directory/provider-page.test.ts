/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Start } from '@emancipasso/shared/contract/app-api'
import type { Router } from 'vue-router'

import examples from '@emancipasso/shared/data/example-providers.json'
import { Provider } from '@emancipasso/shared/directory/provider'
import { publicProvider } from '@emancipasso/shared/directory/public-provider'
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import ProviderPage from './ProviderPage.vue'
import { useStart } from '../shell/use-start.ts'

const [first, second] = examples.map((example) => publicProvider(Provider.parse(example)))
const invented = { ...first!, source: { id: 'exemple', name: 'Exemples' } }
const contacts = { roleEmail: 'contact@example.org', socials: [] }
const hidden = { ...invented, id: 'hidden', hiddenContacts: true }
const reachable = { ...invented, id: 'reachable', hiddenContacts: false, contacts }
const real = { ...second!, example: false, source: { id: 'test', name: 'The survey' } }

describe('the card of a provider', () => {
	afterEach(() => vi.unstubAllGlobals())

	let router: Router

	async function open(id: string) {
		useStart().start.value = { packs: [{ name: 'directory', version: '1' }] } as object as Start
		vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ version: '1', providers: [invented, real, hidden, reachable] })))
		router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: {} }, { path: '/directory', component: {} }, { path: '/needs/:id', name: 'need', component: {} }] })
		const wrapper = mount(ProviderPage, { props: { id }, global: { plugins: [router] } })
		await vi.waitFor(() => expect(wrapper.find('article').exists()).toBe(true))
		return wrapper
	}

	it('leads back to the results from its top and its end', async () => {
		const links = (await open(real.id)).findAll('a').filter((link) => link.text() === 'Back to the results')
		expect(links.map((link) => link.attributes('href'))).toEqual(['/directory', '/directory'])
	})

	it('leads on to a need about a provider who cannot be reached otherwise', async () => {
		const button = (await open(hidden.id)).findAll('button').find((one) => one.text() === 'Write a need about this provider')!
		await button.trigger('click')
		await vi.waitFor(() => expect(router.currentRoute.value).toMatchObject({ name: 'need', query: { new: hidden.name } }))
		expect((await open(reachable.id)).text()).not.toContain('Write a need about')
	})

	it('names the source of a real provider, and none for an invented one', async () => {
		expect((await open(real.id)).text()).toContain('Source: The survey.')
		expect((await open(invented.id)).text()).not.toContain('Source')
	})
})
