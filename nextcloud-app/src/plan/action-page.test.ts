/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { VueWrapper } from '@vue/test-utils'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ActionPage from './ActionPage.vue'
import { actionId, closeView, planServer, showView, storedAction } from '../testing/plan-server.ts'

const id = actionId(1)

describe('an action of the plan', () => {
	let wrapper: VueWrapper

	beforeEach(() => sessionStorage.clear())
	afterEach(async () => {
		await closeView(wrapper)
		vi.unstubAllGlobals()
	})

	async function open(action: Parameters<typeof storedAction>[1], tools: Parameters<typeof planServer>[1] = {}, others: StoredDocument[] = []) {
		const world = planServer([storedAction(1, action), ...others], tools)
		wrapper = (await showView(ActionPage, `/plan/${id}`)).wrapper
		await vi.waitFor(() => expect(wrapper.find('#ea-status').exists()).toBe(true))
		return { ...world, stored: () => world.cloud.get(id)! }
	}

	it('saves itself, with what lists show of it', async () => {
		const { stored } = await open({})
		await wrapper.get('#ea-title').setValue('Back up the files')
		await wrapper.get('#ea-dueDate').setValue('2027-01-31')
		await wrapper.get('#ea-step').setValue('strategy')
		await wrapper.get('#ea-cost').setValue('12.5')
		await vi.waitFor(() => expect(stored()).toMatchObject({ title: 'Back up the files', dueDate: '2027-01-31', document: { step: 'strategy', cost: 12.5 } }), 3000)
		await wrapper.get('#ea-dueDate').setValue('')
		await vi.waitFor(() => expect(stored().dueDate).toBeNull(), 3000)
		expect(stored().document).not.toHaveProperty('dueDate')
	})

	it('waits for the whole year of a day, which a browser tells digit by digit', async () => {
		const { stored } = await open({})
		await wrapper.get('#ea-dueDate').setValue('0002-01-31')
		await wrapper.get('#ea-people').setValue('The board')
		await vi.waitFor(() => expect(stored().document).toMatchObject({ people: 'The board' }), 3000)
		expect(stored().dueDate).toBeNull()
		await wrapper.get('#ea-dueDate').setValue('2027-01-31')
		await vi.waitFor(() => expect(stored().dueDate).toBe('2027-01-31'), 3000)
	})

	it('asks why when it is kept, and when to look again', async () => {
		const { stored } = await open({ status: 'planned' })
		expect(wrapper.find('#ea-reason').exists()).toBe(false)
		await wrapper.get('#ea-status').setValue('kept')
		await wrapper.get('#ea-reason').setValue('Our funder wants it')
		await wrapper.get('#ea-review').setValue('2027-11-01')
		await vi.waitFor(() => expect(stored()).toMatchObject({ status: 'kept', document: { reason: 'Our funder wants it', reviewDate: '2027-11-01' } }), 3000)
	})

	it('remembers where it stood before it was blocked', async () => {
		const { stored } = await open({ status: 'testing' })
		await wrapper.get('#ea-status').setValue('blocked')
		expect(wrapper.text()).toContain('Before it was blocked: Testing')
		await vi.waitFor(() => expect(stored().document).toMatchObject({ status: 'blocked', before: 'testing' }), 3000)
	})

	it('has an owner among the people of the organisation, also when somebody else saved meanwhile', async () => {
		const { cloud, stored } = await open({})
		cloud.changeByOther(id, { people: 'The board' })
		await wrapper.get('#ea-owner').setValue('dominique')
		await vi.waitFor(() => expect(stored().owner).toBe('dominique'))
		expect(stored().document.people).toBe('The board')
	})

	it('has points to tick off', async () => {
		const { stored } = await open({ checklist: { a: { text: 'Ask the host', done: false, position: 1 } } })
		await wrapper.get('input[aria-label="Done: Ask the host"]').setValue(true)
		await wrapper.get('#ea-add-point').trigger('click')
		await wrapper.findAll('textarea[aria-label="Point"]').at(-1)!.setValue('Try it out')
		await vi.waitFor(() => expect(Object.values(stored().document.checklist as object)).toEqual([{ text: 'Ask the host', done: true, position: 1 }, { text: 'Try it out', done: false, position: 2 }]), 3000)
	})

	it('tells its history in words when it is unfolded', async () => {
		const { cloud } = await open({ status: 'idea' })
		cloud.changeByOther(id, { status: 'testing', description: 'A long text' })
		const details = wrapper.get<HTMLDetailsElement>('details.history')
		details.element.open = true
		await details.trigger('toggle')
		await vi.waitFor(() => expect(details.text()).toContain('Dominique'))
		expect(details.text()).toContain('Status: now “Testing”')
		expect(details.text()).toContain('Description: rewritten')
		expect(details.text()).not.toContain('left out')
	})

	it('says when the older part of its history is left out', async () => {
		const { cloud } = await open({ status: 'idea' })
		cloud.changeByOther(id, { status: 'testing' })
		cloud.changeByOther(id, { status: 'done' })
		cloud.shorten(1)
		const details = wrapper.get<HTMLDetailsElement>('details.history')
		details.element.open = true
		await details.trigger('toggle')
		await vi.waitFor(() => expect(details.text()).toContain('Older changes are left out: 1 change is here.'))
	})

	it('made by hand becomes the move of a tool, whose line then says the same', async () => {
		const { stored } = await open({ title: 'Leave Slack', status: 'planned' }, { slack: { use: 'chat', tool: 'slack', position: 1 }, zoom: { use: 'video-meeting', tool: 'zoom', position: 2 } })
		const press = (name: string) => wrapper.findAll('button').find((one) => one.text() === name)!.trigger('click')
		await press('Is it about leaving a tool?')
		await vi.waitFor(() => expect(wrapper.find('#ea-moved-tool').exists()).toBe(true))
		await wrapper.get('#ea-moved-tool').setValue('slack')
		await wrapper.get('.attach form').trigger('submit')
		await vi.waitFor(() => expect(stored()).toMatchObject({ status: 'planned', document: { migration: { line: 'slack', use: 'chat', from: 'slack', to: '' } } }), 3000)
		expect(wrapper.text()).toContain('From Slack')
		await press('It is not about this tool')
		await vi.waitFor(() => expect(stored().document).not.toHaveProperty('migration'), 3000)
	})

	it('is not offered the tools that another action moves', async () => {
		await open({}, { slack: { use: 'chat', tool: 'slack', position: 1 } }, [storedAction(2, { migration: { line: 'slack', use: 'chat', from: 'slack', to: '' } })])
		await wrapper.get('.attach button').trigger('click')
		await vi.waitFor(() => expect(wrapper.get('.attach').text()).toContain('Every tool of your list is in the plan already.'))
	})

	it('leads a tool to another one, by the name that people know', async () => {
		const { stored } = await open({ migration: { line: 'a', use: 'video-meeting', from: 'zoom', to: '' } })
		await wrapper.get('#ea-to').setValue('bigbluebutton')
		await wrapper.get('#ea-to').trigger('change')
		await vi.waitFor(() => expect(stored().document.migration).toMatchObject({ to: 'bigbluebutton' }), 3000)
	})
})
