/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VueWrapper } from '@vue/test-utils'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import EditorPage from './EditorPage.vue'
import { needServer, showPage } from '../testing/need-server.ts'

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
