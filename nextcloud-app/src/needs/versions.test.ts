/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedLink } from '@emancipasso/shared/community/need'
import type { VueWrapper } from '@vue/test-utils'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import PublicationPage from './PublicationPage.vue'
import RepliesPage from './RepliesPage.vue'
import { needServer, organisation, showPage } from '../testing/need-server.ts'

const forumText = { title: 'Suivre les adhésions', html: '<h3>Le problème</h3><p>Nous les relançons par courriel.</p>' }
const changed: NeedLink = { state: 'linked', topicUrl: 'https://forum.example/t/1', forumText }
const conflict: NeedLink = { ...changed, problemKind: 'conflict', problem: { fr: '', en: 'Compare the two.' }, conflict: { fields: ['body'] } }

describe('a text that the forum has in other words', () => {
	let world: ReturnType<typeof needServer>
	let page: VueWrapper
	beforeEach(() => {
		world = needServer()
	})
	afterEach(() => {
		page.unmount()
		organisation.role.publisher = true
		vi.unstubAllGlobals()
	})

	const open = async (component = PublicationPage) => {
		page = await showPage(component, { id: world.documents.store.stored.id })
	}
	const button = (words: string) => page.findAll('button').find((one) => one.text() === words)
	const press = async (words: string) => {
		await button(words)!.trigger('click')
		await flushPromises()
	}
	const answers = () => world.server.seen.filter(({ path }) => path.endsWith('/conflict')).map(({ method, body }) => [method, body])

	it.each([PublicationPage, RepliesPage])('stands beside ours where both sides changed it, with what differs in words', async (component) => {
		world.publishNow({ link: conflict })
		await open(component)
		const texts = page.findAll('.versions > div')
		expect(texts.map((one) => one.find('h4').text())).toEqual(['Your text', 'The text of the forum'])
		expect(texts[0]!.text()).toMatch(/Different on the forum.*Nous relançons chacun à la main/s)
		expect(texts[1]!.text()).toContain('Changed on the forum Nous les relançons par courriel.')
		expect(page.text()).toContain('people on the forum changed the same: the text')
	})

	it.each([['Send ours again', 'ours', 'your text goes to the forum'], ['Keep the forum’s', 'forum', 'the forum keeps its text']])('“%s” says before what happens, and afterwards that it did, where the reader is', async (words, keep, outcome) => {
		world.publishNow({ link: conflict })
		await open()
		const explanation = page.find(`#${button(words)!.attributes('aria-describedby')}`)
		expect(explanation.text()).toMatch(/forum.*\.$/)
		await press(words)
		expect(answers()).toEqual([['POST', { keep }]])
		expect(button(words)).toBeUndefined()
		expect(document.activeElement!.textContent).toContain(outcome)
	})

	it('says beside the buttons why the answer did not arrive, and leaves them', async () => {
		world.publishNow({ link: conflict })
		await open()
		world.refusal = { status: 502, data: { problem: 'connector-unreachable', message: 'The connector does not answer.' } }
		await press('Keep the forum’s')
		expect(document.activeElement!.textContent).toBe('The connector does not answer.')
		expect(button('Keep the forum’s')!.attributes('disabled')).toBeUndefined()
	})

	it('is decided by who may publish only; the others see both and are told whom to ask', async () => {
		organisation.role.publisher = false
		world.publishNow({ link: conflict })
		await open(RepliesPage)
		expect(page.findAll('.versions > div')).toHaveLength(2)
		expect(button('Send ours again')).toBeUndefined()
		expect(page.text()).toContain('ask a person of the group “Bureau”')
	})

	it('is shown folded to its author where nothing has to be decided', async () => {
		world.publishNow({ link: changed })
		await open()
		expect(page.text()).toContain('The forum changed this text')
		expect(page.find('details').attributes('open')).toBeUndefined()
		expect(page.find('details').text()).toContain('Nous les relançons par courriel.')
		expect(button('Send ours again')).toBeUndefined()
	})

	it('is shown to everybody who reads the need, and labelled', async () => {
		world.publishNow({ link: changed, mine: false })
		await open(RepliesPage)
		expect(page.find('details').attributes()).toHaveProperty('open')
		expect(page.find('details article').attributes('aria-label')).toBe('The text of the forum')
		expect(page.findAll('h3').map((one) => one.text())).toContain('The text of the association')
		expect(page.text()).toContain('in other words than the association’s')
	})

	it('has no text to compare where only the category is disputed', async () => {
		world.publishNow({ link: { ...conflict, forumText: undefined, conflict: { fields: ['category'] } } as NeedLink })
		await open()
		expect(page.text()).toContain('people on the forum changed the same: the category')
		expect(page.find('.versions').exists()).toBe(false)
		expect(button('Keep the forum’s')).toBeDefined()
	})
})
