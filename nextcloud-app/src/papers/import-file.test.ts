/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Organisation, Start } from '@emancipasso/shared/contract/app-api'
import type { JsonObject } from '../documents/merge-patch.ts'
import type { Route } from '../testing/fake-server.ts'

import questionnaire from '@emancipasso/shared/data/questionnaire.json'
import solutions from '@emancipasso/shared/data/solutions.json'
import { newDiagnosis } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import ImportFile from './ImportFile.vue'
import { useStart } from '../shell/use-start.ts'
import { fakeServer, storedDocument } from '../testing/fake-server.ts'
import { readFile } from './everything.ts'

const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`

const portable = {
	format: 'emancipasso-organisation',
	formatVersion: 1,
	organisation: 'Ailleurs',
	date: '2026-03-01',
	appVersion: '0.2.0',
	imprint: 'Made by the association itself',
	packs: { questionnaires: [{ ...questionnaire, version: '0.9.0' }], solutions },
	diagnoses: [{ id: id(1), title: 'Diagnosis of March', status: 'closed', updatedAt: '2026-03-01T10:00:00.000Z', document: { ...newDiagnosis({ ...questionnaire, version: '0.9.0' }, 'full'), answers: { 'gov-lead': 'group' } } }],
	lines: { l1: { use: 'files', tool: 'google-drive', position: 1 } },
	plan: null,
	actions: [{ id: id(2), title: 'Move the files', status: 'planned', dueDate: null, ownerName: 'Camille', updatedAt: '2026-03-01T10:00:00.000Z', document: { schemaVersion: 1, title: 'Move the files', status: 'planned', checklist: {}, origin: { diagnosis: id(1), rule: 'r-files-giant' } } }],
	needs: [],
}

/** A store that keeps what is made, and breaks when it is told to. */
function storeOf() {
	const kept = new Map<string, JsonObject>()
	const state = { kept, broken: false }
	const route: Route = ({ method, path, body }) => {
		if (method === 'GET') {
			return { status: 200, data: { documents: [] } }
		}
		if (state.broken && body!.kind === 'action') {
			return { status: 503, message: 'Try again in a moment.' }
		}
		if (method === 'POST') {
			kept.set(String(body!.id), kept.get(String(body!.id)) ?? body!)
			return { status: 201, data: { ...storedDocument({}), ...kept.get(String(body!.id)) } }
		}
		const known = kept.get(path.split('/').at(-1)!)!
		Object.assign(known.document as object, body!.patch)
		return { status: 200, data: { ...storedDocument({}), ...known } }
	}
	return { state, route }
}

async function open(manager = true) {
	const packs = [{ name: 'questionnaire', version: questionnaire.version }, { name: 'solutions', version: solutions.version }]
	useStart().start.value = { packs, organisations: [{ id: 'org', name: 'The Friends', role: { manager, publisher: true } } as Organisation] } as object as Start
	const { state, route } = storeOf()
	fakeServer(route)
	const answered = globalThis.fetch
	vi.stubGlobal('fetch', async (url: string, request?: RequestInit) => !url.includes('/packs/')
		? answered(url, request)
		: url.includes('0.9.0') ? new Response('', { status: 404 }) : new Response(JSON.stringify(url.includes('solutions') ? solutions : questionnaire)))
	const wrapper = mount(ImportFile)
	return {
		state,
		wrapper,
		async choose(content: string) {
			const input = wrapper.get('input')
			Object.defineProperty(input.element, 'files', { value: [new File([content], 'file.json')], configurable: true })
			await input.trigger('change')
			await vi.waitFor(() => expect(wrapper.findAll('button').length + wrapper.findAll('[role=alert]').length).toBeGreaterThan(0))
		},
		async press(words: string) {
			await wrapper.findAll('button').find((button) => button.text() === words)!.trigger('click')
			await flushPromises()
		},
	}
}

describe('bringing a file in', () => {
	it('refuses what is none, and says where a damaged one is damaged', async () => {
		const { wrapper, choose } = await open()
		await choose('nonsense')
		expect(wrapper.get('[role=alert]').text()).toContain('This is not a file that Émancip’Asso made')
		await choose(JSON.stringify({ ...portable, lines: { l1: { use: 'files' } } }))
		expect(wrapper.get('[role=alert]').text()).toContain('lines › l1 › tool')
		expect(wrapper.find('button').exists()).toBe(false)
	})

	it('does not even read what is larger than any file of ours', async () => {
		const text = vi.fn<() => Promise<string>>()
		expect(await readFile({ size: 40_000_000, text } as object as Blob)).toEqual({ problem: 'too-large' })
		expect(text).not.toHaveBeenCalled()
	})

	it('says what will be added before anything is, then adds it with new ids', async () => {
		const { state, wrapper, choose, press } = await open()
		await choose(JSON.stringify(portable))
		expect(wrapper.text()).toContain('Made by Ailleurs on March 1, 2026. To be added: 1 diagnosis, 1 tool, 1 action, 0 drafts of needs.')
		expect(wrapper.text()).toContain('It brings its own')
		expect(state.kept.size).toBe(0)
		await press('Add to The Friends')
		await vi.waitFor(() => expect(wrapper.text()).toContain('Everything has been added'))
		const [diagnosis, action, inventory] = [...state.kept.values()] as { id: string, kind: string, document: JsonObject }[]
		expect([diagnosis!.kind, action!.kind, inventory!.kind]).toEqual(['diagnosis', 'action', 'inventory'])
		expect(diagnosis!.id).not.toBe(id(1))
		expect(diagnosis!.document).toMatchObject({ answers: { 'gov-lead': 'group' }, questionnaire: { version: '0.9.0' } })
		expect(action!.document).toMatchObject({ people: 'Camille', origin: { diagnosis: diagnosis!.id } })
		expect(inventory!.document).toMatchObject({ lines: portable.lines })
	})

	it('says to a member that a closed diagnosis is brought in by who manages, before anything is', async () => {
		const { state, wrapper, choose } = await open(false)
		const [diagnosis] = portable.diagnoses
		await choose(JSON.stringify({ ...portable, diagnoses: [{ ...diagnosis, status: 'analysed', document: { ...diagnosis!.document, closedAt: '2026-03-01T10:00:00.000Z', inventory: {} } }] }))
		expect(wrapper.text()).toContain('There is a closed diagnosis in this file.')
		expect(wrapper.find('button').exists()).toBe(false)
		expect(state.kept.size).toBe(0)
	})

	it('goes on where it broke off, without a second copy of anything', async () => {
		const { state, wrapper, choose, press } = await open()
		await choose(JSON.stringify(portable))
		state.broken = true
		await press('Add to The Friends')
		await vi.waitFor(() => expect(wrapper.find('[role=alert]').exists()).toBe(true))
		expect(state.kept.size).toBe(1)
		state.broken = false
		await press('Try again')
		await vi.waitFor(() => expect(wrapper.text()).toContain('Everything has been added'))
		expect(state.kept.size).toBe(3)
	})
})
