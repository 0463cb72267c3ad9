/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AdminSettings } from '@emancipasso/shared/contract/app-api'
import type { VueWrapper } from '@vue/test-utils'
import type { Seen } from '../testing/fake-server.ts'

import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import AdminPage from './AdminPage.vue'
import { fakeServer } from '../testing/fake-server.ts'

const start = { user: { id: 'admin', displayName: 'Admin', language: 'en', admin: true }, organisations: [], groups: [{ id: 'g7', displayName: 'Bureau', members: 3 }, { id: 'bureau', displayName: 'Bureau', members: 5 }, { id: 'plumes', displayName: 'Les Plumes', members: 1 }], connector: { configured: true, lastContact: null, problem: null, moved: false }, packs: [] }

/** A server with settings, of which a test says how it differs. */
function serve(settings: AdminSettings, differ: (seen: Seen) => { status: number, data: unknown } | undefined = () => undefined) {
	return fakeServer((seen) => {
		const { method, path, body } = seen
		if (method === 'PUT') {
			Object.assign(settings, { connectorUrl: body?.connectorUrl, tokenSet: settings.tokenSet || body?.token !== undefined })
		}
		const usual: Record<string, unknown> = { '/start': start, '/settings': settings, '/settings/move': { ...settings, moved: [] }, '/settings/test': { ok: true, cause: 'ok', message: 'The connection works.', version: '0.1.0' }, '/packs/refresh': { packs: [], connector: start.connector, complete: true } }
		return differ(seen) ?? { status: 200, data: usual[path] }
	})
}

async function open() {
	const wrapper = mount(AdminPage, { attachTo: document.body })
	await flushPromises()
	return wrapper
}

const fanfare: AdminSettings['organisationsWithoutGroup'][number] = { id: 'abcdefgh1234', name: 'La Fanfare', missing: ['managers', 'publishers'], unreachable: [], since: '2026-11-20T10:00:00.000Z', documents: 12 }

async function pressIn(part: Pick<VueWrapper, 'findAll'>, words: string) {
	await part.findAll('button').find((button) => button.text() === words)!.trigger('click')
	await flushPromises()
}

const joined = (change: Partial<AdminSettings> = {}): AdminSettings => ({ connectorUrl: 'https://one.example.org', tokenSet: true, moved: [], allowedGroups: [], organisationsWithoutGroup: [], ...change })

describe('the settings of the administrator', () => {
	beforeAll(() => {
		HTMLDialogElement.prototype.showModal ??= () => {}
	})
	afterEach(() => vi.unstubAllGlobals())

	it('asks whether a Nextcloud was moved or is a copy, and disconnects no copy by one press', async () => {
		const server = serve(joined({ moved: ['address', 'data-folder'] }))
		const wrapper = await open()
		expect(wrapper.find('[role="alert"]').text()).toContain('its address, the data folder')
		const press = async (words: string) => await wrapper.findAll('button').find((button) => button.text() === words)!.trigger('click')
		await press('It is a copy: disconnect it')
		expect(server.seen.some(({ path }) => path === '/settings/move')).toBe(false)
		await press('It was moved: go on')
		await flushPromises()
		expect(server.seen.find(({ path }) => path === '/settings/move')?.body).toEqual({ answer: 'original' })
		expect(wrapper.text()).not.toContain('Was this Nextcloud moved')
	})

	it('lists the organisations that have lost a group, with what an administrator can do', async () => {
		serve(joined({ organisationsWithoutGroup: [fanfare] }))
		const words = (await open()).text()
		expect(words).toContain('La Fanfaregone: managers, publishers · since November 20, 2026 · 12 documents')
		expect(words).toContain('occ emancipasso:organisation reassign abcdefgh1234 --managers=GROUP --publishers=GROUP')
		expect(words).toContain('occ emancipasso:organisation purge abcdefgh1234')
	})

	it('gives one to groups only after saying who will read it', async () => {
		const server = serve(joined({ organisationsWithoutGroup: [fanfare] }), ({ method, path }) => method === 'PUT' && path.startsWith('/settings/organisations/') ? { status: 200, data: joined() } : undefined)
		const wrapper = await open()
		await wrapper.get('#ea-url').setValue('https://unsaved.example.org')
		await wrapper.get('#ea-lost-managers-abcdefgh1234').setValue('bureau')
		await wrapper.get('form').trigger('submit')
		expect(wrapper.get('dialog').text()).toContain('Everybody in Bureau (bureau) will read all')
		expect(server.seen.filter(({ method }) => method !== 'GET')).toEqual([])
		await pressIn(wrapper.get('dialog'), 'Give')
		expect(server.seen.filter(({ method }) => method !== 'GET')).toMatchObject([{ method: 'PUT', path: '/settings/organisations/abcdefgh1234', body: { managers: 'bureau' } }])
		expect(wrapper.text()).not.toContain('La Fanfare')
		expect(document.activeElement?.textContent).toBe('The organisation has its groups. They find all that was written.')
		expect(wrapper.get<HTMLInputElement>('#ea-url').element.value).toBe('https://unsaved.example.org')
	})

	it('erases one only when that is confirmed, and says why a group is refused', async () => {
		const server = serve(joined({ organisationsWithoutGroup: [fanfare] }), ({ method }) => method === 'DELETE' ? { status: 200, data: { documents: 12, connector: 'unreachable' } } : method === 'PUT' ? { status: 403, data: { problem: 'forbidden', field: 'managers', message: 'You are in this group.' } } : undefined)
		const wrapper = await open()
		await wrapper.get('#ea-lost-managers-abcdefgh1234').setValue('admin')
		await wrapper.get('form').trigger('submit')
		await pressIn(wrapper.get('dialog'), 'Give')
		expect(wrapper.get('[role="alert"]').text()).toBe('You are in this group.')
		const field = wrapper.get('#ea-lost-managers-abcdefgh1234')
		expect([field.attributes('aria-invalid'), wrapper.get('#ea-lost-publishers-abcdefgh1234').attributes('aria-invalid')]).toEqual(['true', undefined])
		expect(document.activeElement).toBe(field.element)
		await pressIn(wrapper, 'Erase La Fanfare…')
		expect(wrapper.get('dialog').text()).toContain('12 documents with their history are deleted')
		expect(server.seen.some(({ method }) => method === 'DELETE')).toBe(false)
		await pressIn(wrapper.get('dialog'), 'Erase')
		expect(server.seen.find(({ method }) => method === 'DELETE')?.path).toBe('/settings/organisations/abcdefgh1234')
		expect(document.activeElement?.textContent).toContain('The connector could not be asked yet')
	})

	it.each([
		{ written: 'g7', given: 'g7', said: 'Bureau (g7)' },
		{ written: 'Les Plumes', given: 'plumes', said: 'Les Plumes (plumes)' },
		// Two are called so: which of them is meant is not guessed.
		{ written: 'Bureau', given: 'Bureau', said: 'Everybody in Bureau will' },
	])('takes $written for the group $given', async ({ written, given, said }) => {
		const server = serve(joined({ organisationsWithoutGroup: [fanfare] }), ({ method }) => method === 'PUT' ? { status: 200, data: joined() } : undefined)
		const wrapper = await open()
		expect(wrapper.findAll('li datalist option').map((option) => [option.attributes('value'), option.text()])).toEqual([['g7', 'Bureau (3 members)'], ['bureau', 'Bureau (5 members)'], ['plumes', 'Les Plumes (1 member)']])
		await wrapper.get('#ea-lost-managers-abcdefgh1234').setValue(written)
		await wrapper.get('form').trigger('submit')
		expect(wrapper.get('dialog').text()).toContain(said)
		await pressIn(wrapper.get('dialog'), 'Give')
		expect(server.seen.find(({ method }) => method === 'PUT')?.body).toEqual({ managers: given })
	})

	it('gives one to nobody without a group that manages it', async () => {
		serve(joined({ organisationsWithoutGroup: [fanfare] }))
		const wrapper = await open()
		await wrapper.get('#ea-lost-publishers-abcdefgh1234').setValue('plumes')
		await wrapper.get('form').trigger('submit')
		expect(wrapper.find('dialog').exists()).toBe(false)
		expect(wrapper.get('#ea-lost-managers-abcdefgh1234').attributes('required')).toBeDefined()
	})

	it('neither gives nor erases one whose group nobody deleted, and asks for the directory of groups', async () => {
		serve(joined({ organisationsWithoutGroup: [{ ...fanfare, unreachable: ['managers', 'publishers'], since: null }] }))
		const wrapper = await open()
		expect(wrapper.text()).toContain('cannot be found now: managers, publishers · 12 documents')
		expect(wrapper.text()).toContain('Is the directory of groups')
		expect(wrapper.find('#ea-lost-managers-abcdefgh1234').exists()).toBe(false)
		expect(wrapper.text()).not.toContain('Erase La Fanfare')
		expect(wrapper.text()).toContain('occ emancipasso:organisation reassign abcdefgh1234 --managers=GROUP --publishers=GROUP --group-is-gone')
	})

	it('proposes no other group in place of one that is only out of reach', async () => {
		serve(joined({ organisationsWithoutGroup: [{ ...fanfare, unreachable: ['publishers'] }] }))
		const wrapper = await open()
		expect(wrapper.text()).toContain('gone: managers · cannot be found now: publishers · since November 20, 2026')
		expect([wrapper.find('#ea-lost-managers-abcdefgh1234').exists(), wrapper.find('#ea-lost-publishers-abcdefgh1234').exists()]).toEqual([true, false])
	})

	it('leaves one that somebody manages to those who do', async () => {
		serve(joined({ organisationsWithoutGroup: [{ ...fanfare, missing: ['publishers'], since: null }] }))
		const wrapper = await open()
		expect(wrapper.text()).toContain('since when is not known')
		expect(wrapper.text()).toContain('Its managers choose another group')
		expect(wrapper.text()).not.toContain('Erase La Fanfare')
	})

	it('says nothing of lost groups where none is lost', async () => {
		serve(joined())
		expect((await open()).text()).not.toContain('lost')
	})

	it('tries a new connection and fetches the directory as soon as it is saved', async () => {
		const server = serve(joined({ connectorUrl: '', tokenSet: false }))
		const wrapper = await open()
		await wrapper.find('#ea-url').setValue('https://one.example.org')
		await wrapper.find('#ea-token').setValue('a-token')
		await wrapper.find('form').trigger('submit')
		await flushPromises()
		expect(server.seen.map(({ method, path }) => `${method} ${path}`).slice(2)).toEqual(['PUT /settings', 'POST /settings/test', 'POST /packs/refresh', 'GET /start'])
		expect(wrapper.text()).toContain('The reference data is up to date.')
	})

	it('says when the directory could not be fetched', async () => {
		serve(joined(), ({ path }) => path === '/packs/refresh' ? { status: 200, data: { packs: [], connector: start.connector, complete: false } } : undefined)
		const wrapper = await open()
		await wrapper.findAll('button').find((button) => button.text().startsWith('Fetch'))!.trigger('click')
		await flushPromises()
		expect(wrapper.find('[role="alert"]').text()).toContain('could not be fetched')
		expect(wrapper.text()).not.toContain('up to date')
	})

	it('asks before it leaves behind what another connector holds', async () => {
		const server = serve(joined(), ({ method, body }) => method === 'PUT' && body?.leaveBehind !== true ? { status: 409, data: { problem: 'left-behind', message: 'It still holds 2 needs.' } } : undefined)
		const wrapper = await open()
		await wrapper.find('#ea-url').setValue('https://two.example.org')
		await wrapper.find('form').trigger('submit')
		await flushPromises()
		expect(wrapper.find('[role="alert"]').text()).toContain('It still holds 2 needs.')
		await wrapper.findAll('button').find((button) => button.text().startsWith('Change the connector'))!.trigger('click')
		await flushPromises()
		expect(server.seen.filter(({ method }) => method === 'PUT').at(-1)?.body).toMatchObject({ connectorUrl: 'https://two.example.org', leaveBehind: true })
	})
})
