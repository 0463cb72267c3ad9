/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { ActionStatus } from '@emancipasso/shared/plan/action-status'
import type { VueWrapper } from '@vue/test-utils'

import { diagnosisLimits } from '@emancipasso/shared/diagnosis/diagnosis-limits'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ActionPage from './ActionPage.vue'
import { today } from '../dates.ts'
import { actionId, closeView, planServer, showView, storedAction } from '../testing/plan-server.ts'
import { followedMoves } from './followed-moves.ts'

const id = actionId(1)
const zoom = { use: 'video-meeting', tool: 'zoom', hosting: 'giant', users: 12, criticality: 'vital', cost: 150, position: 3 }
const migration = { line: 'a', use: 'video-meeting', from: 'zoom', to: 'bigbluebutton' }

describe('a move that is over, and the list of tools', () => {
	let wrapper: VueWrapper

	beforeEach(() => {
		sessionStorage.clear()
		followedMoves.clear()
	})
	afterEach(async () => {
		await closeView(wrapper)
		vi.unstubAllGlobals()
	})

	async function show() {
		const page = (await showView(ActionPage, `/plan/${id}`)).wrapper
		await vi.waitFor(() => expect(page.find('#ea-status').exists()).toBe(true))
		return page
	}

	async function open(status: ActionStatus, tools: Parameters<typeof planServer>[1] = { a: zoom }, others: StoredDocument[] = []) {
		const world = planServer([storedAction(1, { status, migration }), ...others], tools)
		wrapper = await show()
		return world
	}

	const offer = async (page = wrapper) => {
		await vi.waitFor(() => expect(page.find('.follow').exists()).toBe(true))
		return page.get('.follow')
	}
	const press = async (name: string, page = wrapper) => {
		const button = page.findAll('button').find((one) => one.text() === name)
		expect(button, name).toBeDefined()
		await button!.trigger('click')
	}

	it('says first what would change, and changes nothing by itself', async () => {
		const { tools } = await open('testing')
		expect(wrapper.find('.follow').exists()).toBe(false)
		await wrapper.get('#ea-status').setValue('done')
		const text = (await offer()).text()
		expect(text).toContain('Zoom leaves the list, and BigBlueButton takes its place.')
		expect(text).toContain('Taken over: Number of people · Importance')
		expect(text).toContain('To be said anew: Cost per year')
		expect(tools()).toEqual({ a: zoom })
	})

	it('can still be undone by who went to look at the list and came back', async () => {
		const { tools } = await open('done')
		await offer()
		await press('Replace Zoom with BigBlueButton in our tools')
		await vi.waitFor(() => expect(tools()).toMatchObject({ a: { tool: 'bigbluebutton' } }), 3000)
		await closeView(wrapper)
		wrapper = await show()
		await offer()
		await press('Undo')
		await vi.waitFor(() => expect(tools()).toEqual({ a: zoom }), 3000)
	})

	it('puts the new tool in the place of the old one at one press, and undoes it at another', async () => {
		const { tools } = await open('done')
		await offer()
		await wrapper.get('#ea-follow-hosting').setValue('ethical-host')
		await press('Replace Zoom with BigBlueButton in our tools')
		await vi.waitFor(() => expect(tools()).toEqual({ a: { use: 'video-meeting', tool: 'bigbluebutton', hosting: 'ethical-host', users: 12, criticality: 'vital', position: 3, looked: today() } }), 3000)
		await vi.waitFor(() => expect(wrapper.get('.follow [role="status"]').text()).toBe('BigBlueButton is in our tools now, in the place of Zoom.'))
		expect(document.activeElement?.className).toContain('follow')
		await press('Undo')
		await vi.waitFor(() => expect(tools()).toEqual({ a: zoom }), 3000)
		expect(wrapper.get('.follow').text()).toContain('Zoom leaves the list')
		expect(document.activeElement?.className).toContain('follow')
	})

	it('leaves the list as it is for those who decline', async () => {
		const { tools } = await open('done')
		await offer()
		await press('Leave the list as it is')
		expect(wrapper.get('.follow').text()).toContain('Our tools stay as they are.')
		expect(wrapper.get('.follow').findAll('button')).toEqual([])
		expect(tools()).toEqual({ a: zoom })
	})

	it('keeps both while they are side by side, and takes the old one off when that is over', async () => {
		const { cloud, tools } = await open('coexisting')
		await offer()
		await press('Add BigBlueButton to our tools')
		await vi.waitFor(() => expect(Object.values(tools())).toEqual([zoom, expect.objectContaining({ tool: 'bigbluebutton', users: 12, position: 4 })]), 3000)
		const added = Object.keys(tools()).find((one) => one !== 'a')!
		await wrapper.get('#ea-status').setValue('done')
		await vi.waitFor(() => expect(wrapper.text()).toContain('Our list has both Zoom and BigBlueButton'))
		await press('Take Zoom off our tools')
		await vi.waitFor(() => expect(Object.keys(tools())).toEqual([added]), 3000)
		await vi.waitFor(() => expect(cloud.get(id)!.document).toMatchObject({ status: 'done', migration: { line: added, from: 'zoom', to: 'bigbluebutton' } }), 3000)
		await press('Undo')
		await vi.waitFor(() => expect(tools().a).toEqual(zoom), 3000)
		await vi.waitFor(() => expect(cloud.get(id)!.document.migration).toEqual(migration), 3000)
	})

	it('adds the second tool once when two members say so at the same time', async () => {
		const { tools } = await open('coexisting')
		const other = await show()
		await offer()
		await offer(other)
		await press('Add BigBlueButton to our tools')
		await press('Add BigBlueButton to our tools', other)
		await vi.waitFor(() => expect([wrapper, other].map((page) => page.get('.follow [role="status"]').text())).toEqual(Array.from({ length: 2 }, () => 'BigBlueButton is in our tools now, beside Zoom.')), 3000)
		expect(Object.values(tools()).map(({ tool }) => tool)).toEqual(['zoom', 'bigbluebutton'])
		other.unmount()
	})

	it('says that the list has changed once that is saved, and why not until then', async () => {
		const { server, tools } = await open('done')
		await offer()
		server.offline = true
		await press('Replace Zoom with BigBlueButton in our tools')
		await vi.waitFor(() => expect(wrapper.get('[role="alert"]').text()).toContain('No network'), 3000)
		expect(wrapper.text()).not.toContain('is in our tools now')
		await wrapper.get('#ea-status').setValue('testing')
		expect(wrapper.find('.follow').exists()).toBe(false)
		expect(wrapper.get('[role="alert"]').text()).toContain('What you wrote is not saved yet')
		server.offline = false
		await press('Save now')
		await vi.waitFor(() => expect(tools().a).toMatchObject({ tool: 'bigbluebutton' }))
		await vi.waitFor(() => expect(wrapper.find('[role="alert"]').exists()).toBe(false))
	})

	it('asks once more when the action stands elsewhere', async () => {
		await open('coexisting')
		await offer()
		await press('Leave the list as it is')
		await wrapper.get('#ea-status').setValue('done')
		expect(wrapper.get('.follow').text()).toContain('Zoom leaves the list')
	})

	it('takes the new tool off again when both were in use and the move was rolled back', async () => {
		const { tools } = await open('rolled-back', { a: zoom, b: { ...zoom, tool: 'bigbluebutton', position: 4 } })
		expect((await offer()).text()).toContain('BigBlueButton leaves the list. Zoom stays as it is.')
		await press('Take BigBlueButton off our tools')
		await vi.waitFor(() => expect(tools()).toEqual({ a: zoom }), 3000)
	})

	it('asks nothing of a move after which the tool was moved on', async () => {
		const { server } = await open('done', { a: zoom }, [storedAction(2, { status: 'done', migration: { ...migration, from: 'bigbluebutton', to: 'zoom' } })])
		await vi.waitFor(() => expect(server.seen.some(({ path }) => path.includes('kind=action'))).toBe(true))
		await flushPromises()
		expect(wrapper.find('.follow').exists()).toBe(false)
	})

	it('says that a full list has no room for a second tool', async () => {
		const others = Object.fromEntries(Array.from({ length: diagnosisLimits.inventoryLines - 1 }, (_, at) => [`l${at}`, { use: 'chat', tool: `Outil ${at}`, position: at + 10 }]))
		const { tools } = await open('coexisting', { a: zoom, ...others })
		expect((await offer()).text()).toContain('Our list is full: it has 200 tools. Take one off before another one joins it.')
		expect(wrapper.findAll('.follow button').map((one) => one.text())).toEqual([])
		expect(Object.keys(tools())).toHaveLength(200)
	})

	it('asks nothing where the list says it already', async () => {
		const { server } = await open('done', { a: { ...zoom, tool: 'bigbluebutton' } })
		await vi.waitFor(() => expect(server.seen.some(({ method, path }) => method === 'POST' && path.endsWith('/documents'))).toBe(true))
		await flushPromises()
		expect(wrapper.find('.follow').exists()).toBe(false)
	})
})
