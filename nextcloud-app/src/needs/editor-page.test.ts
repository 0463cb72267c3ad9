/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VueWrapper } from '@vue/test-utils'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import EditorPage from './EditorPage.vue'
import { documentCloud } from '../testing/document-cloud.ts'
import { fakeServer } from '../testing/fake-server.ts'
import { needServer, showPage } from '../testing/need-server.ts'
import { emptyDraft } from './create-draft.ts'

describe('writing a need', () => {
	let world: ReturnType<typeof needServer>
	let page: VueWrapper
	beforeEach(() => {
		world = needServer()
	})
	afterEach(() => {
		page.unmount()
		vi.unstubAllGlobals()
	})

	const open = async () => {
		page = await showPage(EditorPage, { id: world.documents.store.stored.id })
		return page.text()
	}
	const save = async () => {
		await page.find('form').trigger('submit')
		await flushPromises()
	}

	it('leaves to the writer whether size and region are shown', async () => {
		const text = await open()
		expect(text).toContain('Show the size of the association')
		expect(text).toContain('Show the region')
		expect(page.findAll<HTMLInputElement>('input[type=checkbox]').map(({ element }) => element.checked)).toEqual([false, false])
	})

	it('says who sees a draft', async () => {
		expect(await open()).toContain('This is a draft: only the members of Les Amis du Quartier see it.')
	})

	it('does not claim that a withdrawn need is a draft that only members see', async () => {
		world.publishNow({ status: 'withdrawn' })
		world.set({ publication: { ...world.documents.store.stored.publication!, status: 'withdrawn' } })
		const text = await open()
		expect(text).not.toContain('only the members')
		expect(text).toContain('What was on the forum stays readable there, in a closed topic.')
		expect(text).not.toContain('See what would become public')
	})

	describe('anew', () => {
		const id = '33333333-3333-4333-8333-333333333333'
		let cloud: ReturnType<typeof documentCloud>
		beforeEach(() => {
			cloud = documentCloud()
			fakeServer(cloud.route)
		})
		const begin = async (provider = '') => {
			page = await showPage(EditorPage, { id }, { new: provider })
		}

		it('keeps a draft once something is written, and none before', async () => {
			await begin()
			page.unmount()
			await flushPromises()
			expect(cloud.all('need')).toEqual([])
			await begin()
			expect(page.text()).not.toContain('Delete this draft')
			expect(page.text()).not.toContain('Saved')
			await page.find('#ea-title').setValue('Suivre les adhésions')
			page.unmount()
			await flushPromises()
			expect(cloud.get(id)).toMatchObject({ kind: 'need', status: 'draft', title: 'Suivre les adhésions' })
		})

		it('finds again what was written under the same address', async () => {
			await begin()
			await page.find('#ea-title').setValue('Suivre les adhésions')
			page.unmount()
			await flushPromises()
			await begin()
			expect(page.find<HTMLInputElement>('#ea-title').element.value).toBe('Suivre les adhésions')
			await page.find('#ea-problem').setValue('Tout est à la main.')
			await save()
			expect(cloud.get(id)).toMatchObject({ revision: 2, document: { title: 'Suivre les adhésions', problem: 'Tout est à la main.' } })
		})

		it('loses nothing when the first sending arrived and was not answered', async () => {
			await begin()
			await page.find('#ea-title').setValue('Suivre')
			cloud.route({ method: 'POST', path: '/documents', body: { id, kind: 'need', title: 'Suivre', status: 'draft', document: { ...emptyDraft(), title: 'Suivre' } } })
			await page.find('#ea-title').setValue('Suivre les adhésions')
			await save()
			await save()
			expect(cloud.get(id)!.document.title).toBe('Suivre les adhésions')
		})

		it('begins with the provider that it is about', async () => {
			await begin('Atelier Libre')
			expect(page.find<HTMLInputElement>('#ea-title').element.value).toContain('Atelier Libre')
			await save()
			expect(cloud.get(id)!.document).toMatchObject({ kind: 'provider-search' })
		})
	})

	it('shows an erased need to be read, not to be changed', async () => {
		world.publishNow()
		world.set({ status: 'erased', publication: { ...world.documents.store.stored.publication!, status: 'erased' } })
		const text = await open()
		expect(text).toContain('Suivre les adhésions')
		expect(text).toContain('Nous relançons chacun à la main')
		expect(text).toContain('Delete this text here')
		expect(page.findAll('input, textarea, select, form')).toEqual([])
	})

	it('keeps the names of tools while they are typed', async () => {
		await open()
		const field = page.find<HTMLInputElement>('#ea-tools')
		field.element.value = 'Excel, '
		await field.trigger('input')
		expect(field.element.value).toBe('Excel, ')
		expect(page.find('.save').text()).toContain('Saving')
		await save()
		expect(world.documents.store.stored.document.toolsConcerned).toEqual(['Excel'])
	})

	it('lets lists know of a correction that waits', async () => {
		world.publishNow()
		await open()
		await page.find('#ea-title').setValue('Suivre les adhérents')
		await save()
		expect(world.documents.store.stored.status).toBe('correction')
	})

	it('lets lists know when a correction was taken back', async () => {
		world.publishNow()
		world.documents.changeByOther({ title: 'Suivre les adhérents' })
		world.set({ status: 'correction' })
		await open()
		await page.find('#ea-title').setValue('Suivre les adhésions')
		await save()
		expect(world.documents.store.stored.status).toBe('published')
	})
})
