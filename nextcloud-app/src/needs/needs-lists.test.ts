/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { OwnAnswer } from '@emancipasso/shared/community/answer'
import type { Need } from '@emancipasso/shared/community/need'
import type { VueWrapper } from '@vue/test-utils'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import NeedsPage from './NeedsPage.vue'
import { needServer, showPage } from '../testing/need-server.ts'

describe('the lists of needs', () => {
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
		page = await showPage(NeedsPage)
	}
	const ours = () => page.findAll('[aria-labelledby="ea-ours"] .ea-chip').map((chip) => chip.text())
	const community = () => page.findAll('[aria-labelledby="ea-community"] li a').map((link) => link.text())

	it('lead to a new need without keeping an empty draft', async () => {
		await open()
		await page.findAll('button').find((button) => button.text() === 'Write a need')!.trigger('click')
		await flushPromises()
		expect(world.server.seen.filter(({ method }) => method === 'POST')).toEqual([])
		expect(page.findComponent(NeedsPage).exists()).toBe(false)
	})

	it('let an answer be taken back although the need was erased', async () => {
		const answer: OwnAnswer = { uuid: '01900000-0000-7000-8000-0000000000aa', revision: 2, status: 'published', name: 'Les Amis', text: 'Nous avons Nextcloud.', state: 'linked', changedOnForum: false, createdAt: '2026-01-03T10:00:00.000Z', updatedAt: '2026-01-03T10:00:00.000Z' }
		const needs = ['01900000-0000-7000-8000-0000000000bb', '01900000-0000-7000-8000-0000000000cc'] as const
		world.given = [{ need: { uuid: needs[0] }, answer }, { need: { uuid: needs[1], title: 'Un agenda partagé ?' }, answer: { ...answer, uuid: '01900000-0000-7000-8000-0000000000dd' } }]
		await open()
		const [erased, there] = page.findAll('[aria-labelledby="ea-answers"] li')
		expect(erased!.text()).toMatch(/no longer there.*Nous avons Nextcloud\./)
		expect(there!.find('a').text()).toBe('Un agenda partagé ?')
		expect(page.findAll('[aria-labelledby="ea-answers"] button').map((button) => button.text())).toEqual(['Take back'])

		await erased!.find('button').trigger('click')
		await flushPromises()
		const confirm = [...document.querySelectorAll('button')].find((button) => button.textContent?.trim() === 'Take the answer back')
		world.given = []
		confirm!.click()
		await flushPromises()
		expect(world.server.seen.find(({ method }) => method === 'DELETE')?.path).toContain(`/needs/${needs[0]}/replies/${answer.uuid}`)
		expect(page.find('[aria-labelledby="ea-answers"]').exists()).toBe(false)
	})

	it('call a draft a draft', async () => {
		await open()
		expect(ours()).toEqual(['Draft'])
	})

	it.each<[string, Partial<Need>]>([
		['Published', {}],
		['Waiting for review', { status: 'held', link: { state: 'none' } }],
		['On its way to the forum', { link: { state: 'queued' } }],
		['No longer on the forum', { link: { state: 'gone' } }],
		['Withdrawn', { status: 'withdrawn' }],
	])('say “%s” of what left as the community has it', async (words, fields) => {
		world.publishNow(fields)
		await open()
		expect(ours()).toEqual([words])
	})

	it('say no more than that it was sent while the community cannot be asked', async () => {
		world.publishNow()
		world.need = null
		await open()
		expect(ours()).toEqual(['Sent'])
	})

	it('mark a correction that waits', async () => {
		world.publishNow()
		world.set({ status: 'correction' })
		await open()
		expect(ours()).toEqual(['Published', 'Correction not published yet'])
	})

	it('show as needs of the community only those that can be answered now', async () => {
		world.publishNow({ status: 'withdrawn' })
		const other = { ...world.need!, uuid: '22222222-2222-4222-8222-222222222222', status: 'published' as const, mine: false, publication: { ...world.need!.publication, title: 'Un autre besoin' } }
		world.others = [other]
		await open()
		expect(community()).toEqual(['Un autre besoin'])
	})
})
