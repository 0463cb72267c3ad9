/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Route } from '../testing/fake-server.ts'

import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import SaveInFiles from './SaveInFiles.vue'
import { fakeServer } from '../testing/fake-server.ts'

const file = { name: 'Rapport.odt', type: 'application/x', bytes: new TextEncoder().encode('é') }
const tree: Record<string, string[]> = { '/': ['Bureau', 'Vie'], '/Bureau': ['2026'], '/Bureau/2026': [] }

const answer: Route = ({ method, path, body }) => {
	if (method === 'POST') {
		return { status: 201, data: { path: `${body!.folder}/${body!.name}`, url: '/files/7' } }
	}
	const folder = new URL(path, 'http://x').searchParams.get('path') ?? '/'
	return tree[folder] ? { status: 200, data: { path: folder, folders: tree[folder] } } : { status: 400, data: { problem: 'invalid-input', message: 'No such folder' } }
}

describe('keeping a paper in Files', () => {
	beforeEach(() => localStorage.clear())

	async function open(make = async () => file) {
		const server = fakeServer(answer)
		const wrapper = mount(SaveInFiles, { props: { organisation: 'org', make }, attachTo: document.body })
		const press = async (words: string) => {
			await wrapper.findAll('button').find((button) => button.text() === words)!.trigger('click')
			await flushPromises()
		}
		await press('Save in Files…')
		return { server, wrapper, press }
	}

	it('puts it into the folder that one opened, says where it is, and begins there the next time', async () => {
		const { server, wrapper, press } = await open()
		await press('Bureau')
		await press('2026')
		await press('Folder above')
		await press('Save in this folder')
		expect(server.seen.at(-1)!.body).toEqual({ folder: '/Bureau', name: 'Rapport.odt', content: btoa('\u00c3\u00a9') })
		expect(wrapper.get('a').attributes('href')).toBe('/files/7')
		expect(wrapper.get('[role=status]').text()).toContain('/Bureau/Rapport.odt')
		expect(document.activeElement).toBe(wrapper.get('[role=status]').element)
		wrapper.unmount()
		const again = await open()
		expect(again.wrapper.text()).toContain('Folder: Bureau')
		again.wrapper.unmount()
	})

	it('keeps the keyboard where one is: on the folder that was opened, and on the button when one does not want to', async () => {
		const { wrapper, press } = await open()
		expect(document.activeElement?.textContent).toBe('Folder: All files')
		await press('Bureau')
		expect(document.activeElement?.textContent).toBe('Folder: Bureau')
		await press('Cancel')
		expect(document.activeElement?.textContent).toContain('Save in Files…')
		wrapper.unmount()
	})

	it('makes a new folder where one is named', async () => {
		const { server, wrapper, press } = await open()
		await wrapper.get('input').setValue('Conseil / mars')
		await press('Save in this folder')
		expect(server.seen.at(-1)!.body!.folder).toBe('/Conseil mars')
		wrapper.unmount()
	})

	it('begins at the top when the folder of last time is gone', async () => {
		localStorage.setItem('emancipasso:folder', '/Gone')
		const { server, wrapper, press } = await open()
		expect(wrapper.text()).toContain('Folder: All files')
		await press('Save in this folder')
		expect(server.seen.at(-1)!.body!.folder).toBe('/')
		wrapper.unmount()
	})

	it('says that a paper is too large before it is sent', async () => {
		const { server, wrapper, press } = await open(async () => ({ ...file, bytes: new Uint8Array(2_000_001) }))
		await press('Save in this folder')
		expect(wrapper.get('[role=alert]').text()).toContain('too large')
		expect(server.seen.every(({ method }) => method === 'GET')).toBe(true)
		wrapper.unmount()
	})

	it('keeps the choice when the network is away, and goes on', async () => {
		const { server, wrapper, press } = await open()
		await press('Bureau')
		server.offline = true
		await press('Save in this folder')
		expect(wrapper.get('[role=alert]').text()).toContain('No network')
		server.offline = false
		await press('Try again')
		await vi.waitFor(() => expect(wrapper.find('a').exists()).toBe(true))
		wrapper.unmount()
	})
})
