/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VueWrapper } from '@vue/test-utils'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import PublicationPage from './PublicationPage.vue'
import { needServer, showPage } from '../testing/need-server.ts'

describe('the page from which a need leaves', () => {
	let world: ReturnType<typeof needServer>
	let page: VueWrapper
	beforeEach(() => {
		HTMLDialogElement.prototype.showModal ??= () => undefined
		world = needServer()
	})
	afterEach(() => {
		page.unmount()
		vi.unstubAllGlobals()
	})

	const open = async () => {
		page = await showPage(PublicationPage, { id: world.documents.store.stored.id })
	}
	const press = async (words: string) => {
		await page.findAll('button').find((button) => button.text() === words)!.trigger('click')
		await flushPromises()
	}
	const approve = async () => {
		await page.find('input[type=checkbox]').setValue(true)
		await press('Approve this text')
	}
	const heading = () => page.find('h2').text()

	it('says beside the button why publishing failed, and leads the reader there', async () => {
		await open()
		await approve()
		world.refusal = { status: 502, data: { problem: 'connector-unreachable', message: 'The connector does not answer.' } }
		await press('Publish')
		const alert = page.find('[role="alert"]')
		expect(alert.text()).toBe('The connector does not answer.')
		expect(document.activeElement).toBe(alert.element)
		expect(alert.element.closest('li')!.textContent).toContain('2. Publish')
		world.refusal = null
		await press('Publish')
		expect(page.find('[role="alert"]').exists()).toBe(false)
	})

	it('shows after a refusal that what was approved is approved no more', async () => {
		await open()
		await approve()
		world.refusal = { status: 409, data: { problem: 'stale', message: 'Read it again.' } }
		world.set({ approval: null })
		await press('Publish')
		expect(page.text()).toContain('Approve this text')
		expect(page.find('[role="alert"]').text()).toBe('Read it again.')
	})

	it('says that the text is public once it left, how far it has come, and where it is', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
		try {
			await open()
			expect(heading()).toBe('What would become public')
			await approve()
			await press('Publish')
			expect(heading()).toBe('What is public')
			expect(page.text()).toContain('Waiting to be sent to the forum')
			expect(page.find('progress').exists()).toBe(true)
			world.need = { ...world.need!, link: { state: 'linked', topicUrl: 'https://forum.example/t/1' } }
			await vi.advanceTimersByTimeAsync(4_000)
			await flushPromises()
			expect(page.find('a[href="https://forum.example/t/1"]').text()).toContain('See the topic on the forum')
			expect(page.find('progress').exists()).toBe(false)
		} finally {
			vi.useRealTimers()
		}
	})

	it('does not call published what waits for the first review, and says what happens next', async () => {
		world.publishNow({ status: 'held', statusNote: { fr: '', en: 'It will appear as soon as it is reviewed.' }, link: { state: 'none' } })
		await open()
		expect(heading()).toBe('What you sent')
		expect(page.find('.ea-chip').text()).toBe('Waiting for review')
		expect(page.text()).toContain('It will appear as soon as it is reviewed.')
		expect(page.text()).not.toMatch(/\bPublished\b|was published/)
	})

	it('marks a correction that has not left yet', async () => {
		world.publishNow()
		world.documents.changeByOther({ title: 'Suivre les adhérents' })
		await open()
		expect(heading()).toBe('What would become public')
		expect(page.findAll('.ea-chip').map((chip) => chip.text())).toEqual(['Published', 'Correction not published yet'])
	})

	it('says before withdrawing that the text stays readable on the forum', async () => {
		world.publishNow()
		await open()
		await press('Withdraw this need')
		expect(page.find('dialog').text()).toContain('Your text and the replies stay readable there')
		expect(page.find('dialog').text()).toContain('To remove your text too, erase the need instead')
	})

	it('shows of a withdrawn need what had left, and offers no correction', async () => {
		world.publishNow({ status: 'withdrawn' })
		world.set({ publication: { ...world.documents.store.stored.publication!, status: 'withdrawn' } })
		world.documents.changeByOther({ title: 'Écrit depuis' })
		await open()
		expect(heading()).toBe('What you withdrew')
		expect(page.find('.ea-chip').text()).toBe('Withdrawn')
		expect(page.find('article').text()).toContain('Suivre les adhésions')
		expect(page.text()).not.toContain('Change the text')
	})

	it('does not call a text public of which the forum has another version', async () => {
		world.publishNow({ link: { state: 'linked', topicUrl: 'https://forum.example/t/1', problemKind: 'conflict', problem: { fr: '', en: 'The forum keeps its version.' } } })
		await open()
		expect(heading()).toBe('Your text')
		expect(page.text()).not.toContain('Online on the forum')
	})
})
