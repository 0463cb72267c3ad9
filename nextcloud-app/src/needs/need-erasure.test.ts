/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VueWrapper } from '@vue/test-utils'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import PublicationPage from './PublicationPage.vue'
import { needServer, organisation, showPage } from '../testing/need-server.ts'

describe('erasing a need', () => {
	let world: ReturnType<typeof needServer>
	let page: VueWrapper
	beforeEach(() => {
		HTMLDialogElement.prototype.showModal ??= () => undefined
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
		world = needServer()
		world.publishNow()
	})
	afterEach(() => {
		page.unmount()
		organisation.role.publisher = true
		vi.useRealTimers()
		vi.unstubAllGlobals()
	})

	const open = async () => {
		page = await showPage(PublicationPage, { id: world.documents.store.stored.id })
	}
	const press = async (words: string) => {
		await page.findAll('button').find((button) => button.text() === words)!.trigger('click')
		await flushPromises()
	}
	const erase = async () => {
		await press('Erase from the forum…')
		await press('Erase for good')
	}
	const wait = async () => {
		await vi.advanceTimersByTimeAsync(4_000)
		await flushPromises()
	}
	const calls = () => world.server.seen.filter(({ path }) => path.endsWith('/erasure')).length

	it('says before what goes, what stays and that it is for good, and does nothing when one thinks better of it', async () => {
		await open()
		await press('Erase from the forum…')
		const words = page.find('dialog').text()
		expect(words).toMatch(/title and the text of the topic.*earlier versions.*copies of its replies/)
		expect(words).toMatch(/replies of others.*read or copied.*your own text, here/)
		expect(words).toContain('This cannot be undone')
		await press('Cancel')
		expect(page.find('dialog').exists()).toBe(false)
		expect(calls()).toBe(0)
	})

	it('shows that the forum is at it, and then that it is done', async () => {
		await open()
		await erase()
		expect(page.find('h2').text()).toBe('What you erased')
		expect(page.find('.ea-chip').text()).toBe('Erased')
		expect(document.activeElement!.textContent).toContain('is being removed from the forum')
		expect(page.find('progress').exists()).toBe(true)
		world.erasure = { topic: 'erased' }
		await wait()
		expect(page.text()).toContain('a closed topic only says that there was a need')
		expect(page.find('progress').exists()).toBe(false)
		const asked = calls()
		await wait()
		expect(calls()).toBe(asked)
	})

	it('passes on what only a moderator can remove, and where', async () => {
		world.erasure = { topic: 'by-hand', problem: { fr: '', en: 'Something is left: https://forum.example/t/1.' } }
		await open()
		await erase()
		expect(page.text()).toContain('The moderators must finish:')
		expect(page.text()).toContain('Something is left: https://forum.example/t/1.')
	})

	it('keeps the text here, and neither publishes nor changes it any more', async () => {
		await open()
		await erase()
		expect(world.documents.store.stored.status).toBe('erased')
		expect(page.find('article').text()).toContain('Suivre les adhésions')
		expect(page.text()).toContain('Open the text kept here')
		expect(page.text()).not.toMatch(/Change the text|Withdraw this need|Follow the replies|1\. Approve/)
	})

	it('says how far it came to who opens the page again', async () => {
		world.erasure = { topic: 'erased' }
		world.set({ publication: { ...world.documents.store.stored.publication!, status: 'erased' } })
		await open()
		await flushPromises()
		expect(page.text()).toContain('a closed topic only says that there was a need')
		expect(world.server.seen.some(({ path }) => path.includes('/needs/'))).toBe(false)
	})

	it('says beside the button why it did not work', async () => {
		await open()
		world.refusal = { status: 502, data: { problem: 'connector-unreachable', message: 'The connector does not answer.' } }
		await erase()
		expect(document.activeElement!.textContent).toBe('The connector does not answer.')
		expect(world.documents.store.stored.publication!.status).toBe('published')
	})

	it('is for what was withdrawn too', async () => {
		world.publishNow({ status: 'withdrawn' })
		world.set({ publication: { ...world.documents.store.stored.publication!, status: 'withdrawn' } })
		await open()
		await erase()
		expect(page.find('h2').text()).toBe('What you erased')
	})

	it('is not offered to who may not publish', async () => {
		organisation.role.publisher = false
		await open()
		expect(page.text()).not.toContain('Erase from the forum')
	})
})
