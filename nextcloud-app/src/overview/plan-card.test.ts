/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VueWrapper } from '@vue/test-utils'

import { afterEach, describe, expect, it, vi } from 'vitest'
import OverviewPage from './OverviewPage.vue'
import { actionId, planServer, showView, storedAction } from '../testing/plan-server.ts'

describe('the card of the plan on the overview', () => {
	let wrapper: VueWrapper

	afterEach(() => {
		wrapper.unmount()
		vi.unstubAllGlobals()
	})

	async function open(...actions: Parameters<typeof storedAction>[1][]) {
		planServer(actions.map((action, at) => storedAction(at + 1, action)))
		wrapper = (await showView(OverviewPage, '/tools')).wrapper
		await vi.waitFor(() => expect(wrapper.find('.steps').exists()).toBe(true))
		return wrapper.findAll('.step').find((card) => card.text().includes('Follow your plan'))
	}

	it('says which action of the plan is due next, and leads to it', async () => {
		const card = await open({ dueDate: '2999-03-01' }, { dueDate: '2999-02-01' }, { dueDate: '2020-01-01', status: 'done' }, {})
		expect(card!.text()).toContain('Next: “Action 2”, due on February 1, 2999.')
		expect(card!.get('a').attributes('href')).toBe(`/plan/${actionId(2)}`)
	})

	it('asks about one whose day has passed', async () => {
		const card = await open({ dueDate: '2026-01-31', status: 'testing' })
		expect(card!.text()).toContain('“Action 1” was due on January 31, 2026. Is it done, or does it need another day?')
	})

	it('says so when nothing has a day, or nothing is open', async () => {
		expect((await open({}, {}))!.text()).toContain('2 actions are open; none has a day yet.')
		wrapper.unmount()
		expect((await open({ status: 'kept' }))!.text()).toContain('Everything in your plan is settled.')
	})

	it('says nothing of a plan before there is one', async () => {
		expect(await open()).toBeUndefined()
	})
})
