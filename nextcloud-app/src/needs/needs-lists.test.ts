/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Need } from '@emancipasso/shared/community/need'
import type { VueWrapper } from '@vue/test-utils'

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
