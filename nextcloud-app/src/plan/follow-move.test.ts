/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VueWrapper } from '@vue/test-utils'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ActionPage from './ActionPage.vue'
import { today } from '../dates.ts'
import { actionId, closeView, planServer, showView, storedAction } from '../testing/plan-server.ts'

const id = actionId(1)
const zoom = { use: 'video-meeting', tool: 'zoom', hosting: 'giant', users: 12, criticality: 'vital', cost: 150, position: 3 }
const migration = { line: 'a', use: 'video-meeting', from: 'zoom', to: 'bigbluebutton' }

describe('a move that is over, and the list of tools', () => {
	let wrapper: VueWrapper

	beforeEach(() => sessionStorage.clear())
	afterEach(async () => {
		await closeView(wrapper)
		vi.unstubAllGlobals()
	})

	async function open(status: 'done' | 'coexisting' | 'testing', tools: Parameters<typeof planServer>[1] = { a: zoom }) {
		const world = planServer([storedAction(1, { status, migration })], tools)
		wrapper = (await showView(ActionPage, `/plan/${id}`)).wrapper
		await vi.waitFor(() => expect(wrapper.find('#ea-status').exists()).toBe(true))
		return world
	}

	const offer = async () => {
		await vi.waitFor(() => expect(wrapper.find('.follow').exists()).toBe(true))
		return wrapper.get('.follow')
	}
	const press = async (name: string) => {
		const button = wrapper.findAll('button').find((one) => one.text() === name)
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

	it('puts the new tool in the place of the old one at one press, and undoes it at another', async () => {
		const { tools } = await open('done')
		await offer()
		await wrapper.get('#ea-follow-hosting').setValue('ethical-host')
		await press('Replace Zoom with BigBlueButton in our tools')
		await vi.waitFor(() => expect(tools()).toEqual({ a: { use: 'video-meeting', tool: 'bigbluebutton', hosting: 'ethical-host', users: 12, criticality: 'vital', position: 3, looked: today() } }), 3000)
		expect(wrapper.get('.follow [role="status"]').text()).toBe('BigBlueButton is in our tools now, in the place of Zoom.')
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

	it('asks nothing where the list says it already', async () => {
		const { server } = await open('done', { a: { ...zoom, tool: 'bigbluebutton' } })
		await vi.waitFor(() => expect(server.seen.some(({ method, path }) => method === 'POST' && path.endsWith('/documents'))).toBe(true))
		await flushPromises()
		expect(wrapper.find('.follow').exists()).toBe(false)
	})
})
