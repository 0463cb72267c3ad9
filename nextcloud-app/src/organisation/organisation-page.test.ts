/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Group, Organisation, Start } from '@emancipasso/shared/contract/app-api'

import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import OrganisationPage from './OrganisationPage.vue'
import { useStart } from '../shell/use-start.ts'
import { fakeServer } from '../testing/fake-server.ts'

const start = (groups: Group[], organisations: Organisation[] = []) => ({ user: { id: 'alix', displayName: 'Alix', language: 'en', admin: false }, organisations, groups, connector: { configured: true, lastContact: null, problem: null, moved: false }, packs: [] }) satisfies Start
const group: Group = { id: 'asso', displayName: 'Our association', members: 12 }

async function open(groups: Group[]) {
	useStart().start.value = start(groups)
	return await show()
}

async function show() {
	const page = { render: () => null }
	const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', name: 'overview', component: page }, { path: '/directory', component: page }] })
	const wrapper = mount(OrganisationPage, { global: { plugins: [router] } })
	await flushPromises()
	return wrapper
}

describe('the first screen', () => {
	afterEach(() => vi.unstubAllGlobals())

	it('says in plain words what stays and what can leave, before asking anything', async () => {
		const text = (await open([group])).text()
		expect(text.indexOf('Stays in your Nextcloud')).toBeGreaterThan(0)
		expect(text.indexOf('Can leave, if you decide so')).toBeLessThan(text.indexOf('Which organisation is this?'))
	})

	it('says whom to ask when the user may not create an organisation, and leaves the directory open', async () => {
		const wrapper = await open([])
		expect(wrapper.text()).toContain('Only an administrator of your Nextcloud, or a person who looks after a group in it')
		expect(wrapper.find('form').exists()).toBe(false)
		expect(wrapper.find('a[href="/directory"]').exists()).toBe(true)
	})

	it('tells a plain member what the groups are called', async () => {
		useStart().start.value = start([], [{ id: 'org-00000001', name: 'The Friends', membersGroup: 'g-7f3a', managersGroup: 'g-11c0', publishersGroup: 'g-11c0', groupNames: { members: 'All of us', managers: 'The board', publishers: 'The board' }, territory: null, associationSize: null, role: { manager: false, publisher: false }, createdAt: '2026-01-01T10:00:00.000Z' }])
		const wrapper = await show()
		expect(wrapper.text()).toContain('ask a person of the group “The board”')
		expect(wrapper.findAll('dd').map((one) => one.text())).toEqual(['The Friends', 'All of us', 'The board', 'The board'])
		expect(wrapper.html()).not.toMatch(/g-7f3a|g-11c0/)
	})

	it('gives the right to publish to nobody before somebody chooses who has it', async () => {
		const wrapper = await open([group])
		expect(wrapper.findAll('select[required]').map((one) => (one.element as HTMLSelectElement).value)).toEqual(['', '', ''])
		expect(wrapper.text()).toContain('administrator of this Nextcloud or look after a group')
	})

	it('keeps what was typed while one looks at another page', async () => {
		const first = await open([group])
		await first.find('#ea-name').setValue('Half typed')
		first.unmount()
		expect((await open([group])).find<HTMLInputElement>('#ea-name').element.value).toBe('Half typed')
	})

	it('tells a member whom to ask when the group that managed is gone', async () => {
		useStart().start.value = start([], [{ id: 'org-00000001', name: 'The Friends', membersGroup: 'g-7f3a', managersGroup: '', publishersGroup: '', groupNames: { members: 'All of us', managers: '', publishers: '' }, territory: null, associationSize: null, role: { manager: false, publisher: false }, createdAt: '2026-01-01T10:00:00.000Z' }])
		expect((await show()).text()).toContain('The administrator of your Nextcloud can choose another one.')
	})

	it('creates the organisation, and shows the field that the server refuses', async () => {
		let refused = true
		const server = fakeServer(({ method, body }) => {
			if (method === 'GET') {
				return { status: 200, data: start([group]) }
			}
			return refused ? { status: 400, data: { problem: 'invalid-input', message: 'Choose another name.', field: 'name' } } : { status: 201, data: { ...body, id: 'org-00000001' } }
		})
		const wrapper = await open([group])
		await wrapper.find('#ea-name').setValue('The Friends')
		for (const field of ['membersGroup', 'managersGroup', 'publishersGroup']) {
			await wrapper.find(`#ea-${field}`).setValue('asso')
		}
		await wrapper.find('form').trigger('submit')
		await flushPromises()
		expect(wrapper.find('[role="alert"]').text()).toBe('Choose another name.')
		expect(wrapper.find('#ea-name').attributes('aria-invalid')).toBe('true')
		refused = false
		await wrapper.find('form').trigger('submit')
		await flushPromises()
		expect(server.seen.filter(({ method }) => method === 'POST').at(-1)?.body).toEqual({ name: 'The Friends', membersGroup: 'asso', managersGroup: 'asso', publishersGroup: 'asso', territory: null, associationSize: null })
	})
})
