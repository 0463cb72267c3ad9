/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { OwnAnswer } from '@emancipasso/shared/community/answer'
import type { VueWrapper } from '@vue/test-utils'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import RepliesPage from '../RepliesPage.vue'
import { needServer, organisation, showPage } from '../../testing/need-server.ts'

const own: OwnAnswer = { uuid: '01900000-0000-7000-8000-0000000000aa', revision: 2, status: 'published', name: 'Les Amis', text: 'Nous avons Nextcloud.', state: 'linked', changedOnForum: false, createdAt: '2026-01-03T10:00:00.000Z', updatedAt: '2026-01-03T10:00:00.000Z' }
const reply = { id: '7', author: 'Les Amis', html: '<p>Nous avons Nextcloud.</p>', createdAt: own.createdAt, updatedAt: own.updatedAt, deleted: false, viaCloud: true as const }

describe('answering a need', () => {
	let world: ReturnType<typeof needServer>
	let page: VueWrapper
	const mayPublish = organisation.role.publisher
	beforeEach(() => {
		sessionStorage.clear()
		world = needServer()
		world.publishNow({ mine: false })
	})
	afterEach(() => {
		organisation.role.publisher = mayPublish
		page.unmount()
		vi.unstubAllGlobals()
	})

	const open = async () => {
		page = await showPage(RepliesPage, { id: world.documents.store.stored.id })
	}
	const button = (words: string) => page.findAll('button').find((one) => one.text() === words)
	const sent = () => world.server.seen.filter(({ path }) => path.includes('/replies/'))

	it('shows exactly what becomes public, and what to look at, before anything is sent', async () => {
		await open()
		await button('Answer from here')!.trigger('click')
		await page.find('textarea').setValue('Appelez le 06 12 34 56 78 ou Camille.')
		await flushPromises()
		const preview = page.find('article.preview')
		expect(preview.text()).toContain('Les Amis du Quartier (association, via Émancip’Asso)')
		expect(preview.findAll('mark').map((mark) => mark.text())).toEqual(['06 12 34 56 78', 'Camille'])
		expect(page.text()).toContain('2 places to look at before publishing')
		expect(sent()).toEqual([])
	})

	it('sends the name and the text that were chosen, and shows the answer on its way', async () => {
		await open()
		await button('Answer from here')!.trigger('click')
		await page.find('textarea').setValue('Nous avons Nextcloud.')
		await button('Camille Durand')!.trigger('click')
		world.answers = [{ ...own, state: 'queued' }]
		await page.find('form').trigger('submit')
		await flushPromises()
		expect(sent()).toMatchObject([{ method: 'PUT', body: { name: 'Camille Durand', text: 'Nous avons Nextcloud.', revision: null } }])
		expect(page.find('form').exists()).toBe(false)
		expect(page.text()).toContain('On its way to the forum…')
	})

	it('keeps what was written when it could not be sent, over a reload too, and sends it as the same answer', async () => {
		await open()
		await button('Answer from here')!.trigger('click')
		await page.find('textarea').setValue('Nous avons Nextcloud.')
		world.refusal = { status: 502, data: { problem: 'connector-unreachable', message: 'The connector does not answer.' } }
		await page.find('form').trigger('submit')
		await flushPromises()
		expect(page.find('[role="alert"]').text()).toContain('does not answer')
		page.unmount()
		await open()
		expect(page.find('textarea').element.value).toBe('Nous avons Nextcloud.')
		world.refusal = null
		await page.find('form').trigger('submit')
		await flushPromises()
		expect(new Set(sent().map(({ path }) => path)).size).toBe(1)
		page.unmount()
		await open()
		expect(page.find('form').exists()).toBe(false)
	})

	it('says what is missing instead of sending it', async () => {
		await open()
		await button('Answer from here')!.trigger('click')
		await page.find('form').trigger('submit')
		await flushPromises()
		expect(page.find('[role="alert"]').text()).toContain('Write your answer first')
		expect(sent()).toEqual([])
		await page.find('textarea').setValue('Nous avons Nextcloud.')
		expect(page.find('[role="alert"]').exists()).toBe(false)
	})

	it('changes and takes back our own, and nobody else’s', async () => {
		world.replies = [{ ...reply, own }, { ...reply, id: '8', author: 'Marie' }]
		await open()
		expect(page.findAll('.own')).toHaveLength(1)
		await button('Change')!.trigger('click')
		expect(page.find('textarea').element.value).toBe('Nous avons Nextcloud.')
		await page.find('textarea').setValue('Nous avons gardé Nextcloud.')
		await page.find('form').trigger('submit')
		await flushPromises()
		expect(sent()[0]).toMatchObject({ method: 'PUT', body: { name: 'Les Amis', text: 'Nous avons gardé Nextcloud.', revision: 2 } })
		await button('Take back')!.trigger('click')
		await page.findAll('dialog button').find((one) => one.text() === 'Take the answer back')!.trigger('click')
		await flushPromises()
		expect(sent().at(-1)).toMatchObject({ method: 'DELETE' })
	})

	it.each([
		[{ ...own, state: 'gone' as const, problemKind: 'deleted', problem: { fr: '', en: 'Moderators deleted your answer.' } }, 'Moderators deleted your answer.'],
		[{ ...own, status: 'withdrawn' as const }, 'Being taken back from the forum…'],
		[{ ...own, changedOnForum: true }, 'where people changed it'],
	])('says where an answer stands: %#', async (answer, words) => {
		world.answers = [answer]
		await open()
		expect(page.find('.own__state').text()).toContain(words)
		expect(button('Take back') !== undefined).toBe(answer.status === 'published')
	})

	it('is for those who may publish, and says whom to ask', async () => {
		organisation.role.publisher = false
		world.replies = [{ ...reply, own }]
		await open()
		expect(button('Answer from here')).toBeUndefined()
		expect(button('Take back')).toBeUndefined()
		expect(page.text()).toContain('ask a person of the group “Bureau”')
	})

	it('is not offered where moderators closed the topic', async () => {
		world.publishNow({ mine: false, link: { state: 'linked', standing: { closed: true, archived: false } } })
		await open()
		expect(button('Answer from here')).toBeUndefined()
		expect(page.text()).toContain('takes no more replies')
	})
})
