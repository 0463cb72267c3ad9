/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VueWrapper } from '@vue/test-utils'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import RepliesPage from './RepliesPage.vue'
import { needServer, showPage } from '../testing/need-server.ts'

describe('a need and its replies', () => {
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
		page = await showPage(RepliesPage, { id: world.documents.store.stored.id })
		return page.text()
	}
	const chips = () => page.findAll('.ea-chip').map((chip) => chip.text())

	it('can be corrected and answered while it is published', async () => {
		world.publishNow()
		const text = await open()
		expect(text).toContain('Online on the forum.')
		expect(text).toContain('Correct this need')
		expect(text).toContain('Reply on the forum')
		expect(chips()).toEqual(['Published'])
	})

	it('can be neither corrected nor answered once withdrawn, and says what stays readable', async () => {
		world.publishNow({ status: 'withdrawn' })
		const text = await open()
		expect(chips()).toEqual(['Withdrawn'])
		expect(text).toContain('Its text and the replies stay readable there.')
		expect(text).not.toContain('Correct this need')
		expect(text).not.toContain('Reply on the forum')
		expect(text).not.toContain('appear here by themselves')
	})

	it('says that its topic takes no replies any more, how many voted, and which reply was accepted', async () => {
		const reply = { author: 'marie', html: '<p>Essayez Mobilizon.</p>', createdAt: '2026-01-03T10:00:00.000Z', updatedAt: '2026-01-03T10:00:00.000Z', deleted: false }
		world.publishNow({ link: { state: 'linked', topicUrl: 'https://forum.example/t/1', standing: { closed: true, archived: false, votes: 12, acceptedReply: '8' } } })
		world.replies = [{ ...reply, id: '7' }, { ...reply, id: '8' }]
		const text = await open()
		expect(text).toContain('The topic is closed to replies')
		expect(text).toContain('12 votes on the forum')
		expect(text).not.toContain('Reply on the forum')
		const marked = page.findAll('ol.replies > li').map((one) => one.text().includes('Accepted reply'))
		expect(marked).toEqual([false, true])
	})

	it.each([
		['linked', 'They are being read from the forum again'],
		['gone', 'The copies of the replies are no longer kept here'],
	] as const)('does not say that nobody replied where the copies of replies were dropped, with a topic that is %s', async (state, words) => {
		world.publishNow({ link: { state, topicUrl: 'https://forum.example/t/1' } })
		world.dropped = true
		const text = await open()
		expect(text).toContain(words)
		expect(text).not.toContain('Nobody has replied')
	})

	it('says nothing of a topic about which there is nothing to say', async () => {
		world.publishNow({ link: { state: 'linked', topicUrl: 'https://forum.example/t/1', standing: { closed: false, archived: false } } })
		const text = await open()
		expect(text).not.toMatch(/closed|archived|vote|accepted/i)
		expect(text).toContain('Reply on the forum')
	})

	it('marks that a correction has not left yet', async () => {
		world.publishNow()
		world.documents.changeByOther({ title: 'Suivre les adhérents' })
		await open()
		expect(chips()).toEqual(['Published', 'Correction not published yet'])
	})

	it('waits in view for the first review, without asking for support', async () => {
		world.publishNow({ status: 'held', link: { state: 'none' } })
		const text = await open()
		expect(chips()).toEqual(['Waiting for review'])
		expect(text).toContain('read it before it appears')
		expect(text).not.toContain('supports this need')
	})
})

describe('saying that one has the same need', () => {
	let page: VueWrapper
	afterEach(() => {
		page.unmount()
		vi.unstubAllGlobals()
	})

	const open = async (supports: { total: number, own: boolean }) => {
		const world = needServer()
		world.publishNow({ mine: false, supports })
		page = await showPage(RepliesPage, { id: world.documents.store.stored.id })
		return page.find('.support')
	}

	it('says before the click that a number becomes public and no name', async () => {
		const support = await open({ total: 0, own: false })
		const explanation = support.find(`#${support.find('button').attributes('aria-describedby')}`)
		expect(explanation.text()).toContain('Only the number of associations becomes public')
		expect(explanation.text()).toContain('the name of yours is shown to nobody')
	})

	it.each([
		[{ total: 0, own: false }, 'No association supports this need yet.'],
		[{ total: 1, own: false }, '1 association supports this need.'],
		[{ total: 1, own: true }, '1 association supports this need: yours.'],
		[{ total: 3, own: true }, '3 associations support this need, yours among them.'],
	])('counts %j in a clear sentence', async (supports, words) => {
		expect((await open(supports)).find('[role="status"]').text()).toBe(words)
	})
})
