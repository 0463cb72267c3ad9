/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VueWrapper } from '@vue/test-utils'

import { diagnosisLimits } from '@emancipasso/shared/diagnosis/diagnosis-limits'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import CataloguePage from './CataloguePage.vue'
import { actionId, closeView, planServer, showView, storedAction } from '../testing/plan-server.ts'

const drive = { use: 'files', tool: 'google-drive', position: 1 }

describe('the catalogue of free alternatives', () => {
	let wrapper: VueWrapper
	let router: Awaited<ReturnType<typeof showView>>['router']

	beforeEach(() => sessionStorage.clear())
	afterEach(async () => {
		await closeView(wrapper)
		vi.unstubAllGlobals()
	})

	async function open(address: string, ...given: Parameters<typeof planServer>) {
		const world = planServer(...given)
		;({ wrapper, router } = await showView(CataloguePage, `/tools/catalogue${address}`))
		await vi.waitFor(() => expect(wrapper.find('#ea-catalogue-text').exists()).toBe(true))
		return world
	}

	it('goes from a tool to what can take its place, with what is known of it', async () => {
		await open('?tool=google-drive', [], { drive })
		const text = wrapper.get('[aria-labelledby="ea-instead"]').text()
		expect(text).toContain('Time to count: A few weeks')
		expect(text).toContain('Covers the need')
		expect(text).toContain('Licence: AGPL-3.0')
		expect(text).toContain('checked on August 21, 2026')
		const source = wrapper.get('a[aria-label="in a public list of free software: Nextcloud Files (new tab)"]')
		expect(source.attributes('href')).toMatch(/^https:.*\/nextcloud\.yml$/)
		expect(wrapper.get('a[aria-label="Who helps with Nextcloud Files"]').attributes('href')).toBe('/directory?text=Nextcloud')
	})

	it('calls each link and button by the words that are read on it', async () => {
		await open('?tool=google-drive', [], { drive })
		const named = wrapper.findAll('a[aria-label], button[aria-label]').filter((one) => one.text() !== '')
		expect(named.length).toBeGreaterThan(2)
		expect(named.filter((one) => !one.attributes('aria-label')!.includes(one.text())).map((one) => [one.text(), one.attributes('aria-label')])).toEqual([])
	})

	it('says in plain words where and when it was looked, and shows no name of a file or a version', async () => {
		await open('?use=video-meeting')
		const page = wrapper.get('.ea-page').text()
		expect(page).toContain('The licences in this catalogue were checked between ')
		expect(page).toContain('where its source code is published')
		expect(page).not.toMatch(/info\.xml|awesome-selfhosted|\d\.\d\.\d/)
	})

	it('goes from a use to what serves it', async () => {
		await open('')
		await wrapper.get('#ea-catalogue-use').setValue('video-meeting')
		await vi.waitFor(() => expect(wrapper.findAll('h4').map((one) => one.text())).toContain('BigBlueButton'))
	})

	it('finds a tool by its name', async () => {
		await open('')
		await wrapper.get('#ea-catalogue-text').setValue('zoo')
		expect(wrapper.get('[aria-label="Findings"]').findAll('a').map((one) => one.text())).toContain('Zoom')
	})

	it('finds a tool whose name is typed with an error, and says that it only looks alike', async () => {
		await open('')
		await wrapper.get('#ea-catalogue-text').setValue('doodel')
		expect(wrapper.get('[aria-label="Findings"]').findAll('a').map((one) => one.text())).toContain('Doodle')
		expect(wrapper.get('[role=status]').text()).toContain('these names are written alike')
		await wrapper.get('#ea-catalogue-text').setValue('doodle')
		expect(wrapper.get('[role=status]').text()).not.toContain('alike')
	})

	it('plans the move of a tool that the organisation has', async () => {
		const { cloud, tools } = await open('?tool=google-drive', [], { drive })
		await vi.waitFor(() => expect(wrapper.find('button[aria-label="Plan this move to Nextcloud Files"]').exists()).toBe(true))
		await wrapper.get('button[aria-label="Plan this move to Nextcloud Files"]').trigger('click')
		await vi.waitFor(() => expect(router.currentRoute.value.name).toBe('action'))
		expect(cloud.all('action').map(({ document }) => document.migration)).toEqual([{ line: 'drive', use: 'files', from: 'google-drive', to: 'nextcloud-files' }])
		expect(Object.keys(tools())).toEqual(['drive'])
	})

	it('takes a tool that is not in the inventory into it when its move is planned', async () => {
		const { cloud, tools } = await open('?tool=dropbox', [], { drive })
		await vi.waitFor(() => expect(wrapper.find('button[aria-label="Plan this move to Seafile"]').exists()).toBe(true))
		await wrapper.get('button[aria-label="Plan this move to Seafile"]').trigger('click')
		await vi.waitFor(() => expect(cloud.all('action')).toHaveLength(1))
		const [line] = Object.entries(tools()).find(([, { tool }]) => tool === 'dropbox')!
		expect(cloud.all('action')[0]!.document.migration).toMatchObject({ line, from: 'dropbox', to: 'seafile' })
	})

	it('says that a full list has no room for it, and still plans the move of one that is there', async () => {
		const others = Object.fromEntries(Array.from({ length: diagnosisLimits.inventoryLines - 1 }, (_, at) => [`l${at}`, { use: 'chat', tool: `Outil ${at}`, position: at + 10 }]))
		await open('?tool=dropbox', [], { drive, ...others })
		await vi.waitFor(() => expect(wrapper.text()).toContain('Our list is full: it has 200 tools.'))
		expect(wrapper.find('button[aria-label^="Plan this move"]').exists()).toBe(false)
		await router.push('/tools/catalogue?tool=google-drive')
		await vi.waitFor(() => expect(wrapper.find('button[aria-label="Plan this move to Nextcloud Files"]').exists()).toBe(true))
	})

	it('lets a tool be moved again whose move was taken back, and leads to that one', async () => {
		await open('?tool=google-drive', [storedAction(1, { status: 'rolled-back', migration: { line: 'drive', use: 'files', from: 'google-drive', to: 'nextcloud-files' } })], { drive })
		await vi.waitFor(() => expect(wrapper.find(`a[href="/plan/${actionId(1)}"]`).exists()).toBe(true))
		expect(wrapper.findAll('button').filter((one) => one.text() === 'Plan this move').length).toBeGreaterThan(0)
	})

	it('leads to the plan where a tool is being moved already', async () => {
		await open('?tool=google-drive', [storedAction(1, { migration: { line: 'drive', use: 'files', from: 'google-drive', to: '' } })], { drive })
		await vi.waitFor(() => expect(wrapper.findAll('a').filter((one) => one.attributes('href') === `/plan/${actionId(1)}`).length).toBeGreaterThan(0))
	})
})
