/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer } from '../testing/fake-server.ts'

import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import OverviewPage from './OverviewPage.vue'
import { useStart } from '../shell/use-start.ts'
import { serveWithPacks } from '../testing/diagnosis-server.ts'
import { storedDocument } from '../testing/fake-server.ts'

const nowhere = { render: () => null }

describe('the first card of the overview', () => {
	let close = () => {}

	afterEach(() => {
		close()
		vi.unstubAllGlobals()
	})

	const one = (number: number, status: string) => ({ ...storedDocument({}), id: `${number}`.repeat(8), kind: 'diagnosis', status, title: `Diagnosis ${number}`, deletable: false })

	async function card(documents: ReturnType<typeof one>[], workshops: Record<string, { open: boolean }> = {}, manager = false) {
		serveWithPacks(({ path }): Answer => {
			const id = /\/documents\/([^/]+)\/workshop$/.exec(path)?.[1]
			if (id !== undefined) {
				return { status: 200, data: { workshop: workshops[id] ?? null } }
			}
			return { status: 200, data: { documents: path.includes('kind=diagnosis') ? documents : [], items: [] } }
		})
		useStart().start.value!.organisations[0]!.role.manager = manager
		const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:any(.*)*', component: nowhere }] })
		const wrapper = mount(OverviewPage, { global: { plugins: [router] } })
		close = () => wrapper.unmount()
		await vi.waitFor(() => expect(wrapper.find('.steps').exists()).toBe(true))
		const first = wrapper.get('.steps li')
		return { text: first.get('p').text(), action: first.get('a').text(), to: first.get('a').attributes('href') }
	}

	it('leads a member to their own answers while a workshop is open, also when another diagnosis was begun since', async () => {
		expect(await card([one(2, 'draft'), one(1, 'draft')], { 11111111: { open: true } })).toEqual({
			text: '“Diagnosis 1”: the workshop is open, and everyone answers on their own.',
			action: 'Answer for myself',
			to: '/diagnosis/11111111/workshop/answer',
		})
	})

	it('leads who manages to the workshop, whose link they give', async () => {
		expect(await card([one(1, 'draft')], { 11111111: { open: true } }, true)).toMatchObject({ action: 'Go to the workshop', to: '/diagnosis/11111111/workshop' })
	})

	it('leads to the workshop when its link has ended, to settle answers there', async () => {
		expect(await card([one(1, 'draft')], { 11111111: { open: false } })).toMatchObject({ action: 'Go to the workshop', to: '/diagnosis/11111111/workshop' })
	})

	it.each([
		['draft', '“Diagnosis 1” is under way. It goes on where you stopped.', '/diagnosis/11111111'],
		['done', '“Diagnosis 1” is under way, and all its questions are answered.', '/diagnosis/11111111/result'],
		['analysed', '“Diagnosis 1” is closed.', '/diagnosis/11111111/result'],
	])('says how far a diagnosis is without a workshop (%s)', async (status, text, to) => {
		expect(await card([one(1, status)])).toMatchObject({ text, to })
	})
})
