/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ProviderCard } from '@emancipasso/shared/directory/provider'

import { buildDirectoryIndex } from '@emancipasso/shared/directory/search'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, shallowRef } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useSearch } from './use-search.ts'

function provider(id: string, name: string, services: ProviderCard['services'], commune: string, lat: number, lon: number): ProviderCard {
	return {
		id: `test--${id}`,
		name,
		services,
		description: { short: { fr: name } },
		domains: [],
		inclusionDomains: [],
		audiences: [],
		formats: [],
		modalities: ['remote'],
		associationSizes: ['volunteers-only'],
		sectors: [],
		steps: [],
		solutions: [],
		zones: [],
		countries: [],
		languages: [],
		networks: [],
		labels: [],
		trainings: [],
		address: { commune, country: 'FR', lat, lon },
		source: { id: 'test', name: 'Test' },
		updatedAt: '2026-01-01',
		status: 'listed',
		contacts: { socials: [] },
		hiddenContacts: false,
		references: [],
	}
}

const index = shallowRef(buildDirectoryIndex([
	provider('a', 'Atelier du libre', ['training'], 'Nantes', 47.22, -1.55),
	provider('b', 'Bureau partagé', ['hosting', 'training'], 'Lyon', 45.76, 4.84),
	provider('c', 'Coup de main', ['support'], 'Lille', 50.63, 3.06),
]))

async function open(path: string) {
	const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/directory', component: { render: () => null } }] })
	await router.push(path)
	let search!: ReturnType<typeof useSearch>
	const wrapper = mount(defineComponent({
		setup() {
			search = useSearch(index)
			return () => h('div')
		},
	}), { global: { plugins: [router] } })
	await flushPromises()
	return { router, search, wrapper, names: () => search.page.value!.items.map((item) => item.provider.name) }
}

describe('a search in its address', () => {
	beforeEach(() => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
	})
	afterEach(() => {
		vi.useRealTimers()
	})

	it('is what a shared link says', async () => {
		const { search, names } = await open('/directory?text=bureau&service=training')
		expect(search.text.value).toBe('bureau')
		expect(names()).toEqual(['Bureau partagé'])
	})

	it('writes what is chosen into the address, and counts what each filter would leave', async () => {
		const { router, search, names } = await open('/directory')
		search.toggle('service', 'training')
		await flushPromises()
		expect(router.currentRoute.value.fullPath).toBe('/directory?service=training')
		expect(names()).toHaveLength(2)
		expect(search.page.value!.facets.service).toEqual({ training: 2, hosting: 1, support: 1 })
		search.toggle('service', 'training')
		await flushPromises()
		expect(router.currentRoute.value.fullPath).toBe('/directory')
	})

	it('waits for a pause in typing', async () => {
		const { router, search } = await open('/directory')
		search.text.value = 'ateli'
		await vi.advanceTimersByTimeAsync(100)
		expect(router.currentRoute.value.fullPath).toBe('/directory')
		search.text.value = 'atelier'
		await vi.advanceTimersByTimeAsync(300)
		await flushPromises()
		expect(router.currentRoute.value.fullPath).toBe('/directory?text=atelier')
	})

	it('forgets the region with its country', async () => {
		const { router, search } = await open('/directory?country=FR&region=FR-PDL')
		search.choose('country', 'BE')
		await flushPromises()
		expect(router.currentRoute.value.fullPath).toBe('/directory?country=BE')
	})

	it('puts the nearest first, and says when a postcode is not known', async () => {
		vi.useRealTimers()
		const { search, names } = await open('/directory?postcode=59000')
		await vi.waitFor(() => expect(search.located.value.state).toBe('found'))
		expect(names()[0]).toBe('Coup de main')
		const other = await open('/directory?postcode=00000')
		await vi.waitFor(() => expect(other.search.located.value.state).toBe('unknown'))
	})

	it('shows an old link that names an unknown filter', async () => {
		const { names } = await open('/directory?service=gone&country=XX')
		expect(names()).toHaveLength(3)
	})
})
