/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DocumentLine } from '@emancipasso/shared/contract/app-documents'
import type { Answer } from '../testing/fake-server.ts'

import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import DiagnosesPage from './DiagnosesPage.vue'
import { useStart } from '../shell/use-start.ts'
import { serveWithPacks } from '../testing/diagnosis-server.ts'
import { storedDocument } from '../testing/fake-server.ts'

const nowhere = { render: () => null }

describe('the diagnoses of an organisation', () => {
	let close = () => {}

	afterEach(() => {
		close()
		vi.unstubAllGlobals()
	})

	const members = [{ id: 'camille', displayName: 'Camille', manager: true }, { id: 'alix', displayName: 'Alix', manager: true }, { id: 'dominique', displayName: 'Dominique', manager: false }]
	const listed = (title: string, at: number, more: Partial<DocumentLine> = {}) => ({ ...storedDocument({}), id: `33333333-3333-4333-8333-33333333333${at}`, kind: 'diagnosis' as const, title, deletable: true, ...more })

	async function open(manager: boolean, { documents = [listed('Begun', 0), listed('Closed', 1, { status: 'analysed', deletable: manager })], deletion = { status: 200, data: { deleted: true } }, workshops = {} }: { documents?: DocumentLine[], deletion?: Answer, workshops?: Record<string, { open: boolean }> } = {}) {
		const kept: DocumentLine[] = [...documents]
		const server = serveWithPacks(({ method, path, body }) => {
			const one = kept.find(({ id }) => path.endsWith(id))
			if (path.endsWith('/workshop')) {
				return { status: 200, data: { workshop: workshops[path] ?? null } }
			}
			if (path.endsWith('/members')) {
				return { status: 200, data: { members } }
			}
			if (method === 'PATCH' && one) {
				const fits = one.revision === body!.revision
				return { status: fits ? 200 : 409, data: { ...one, document: {}, ...fits ? { title: body!.title, revision: one.revision + 1 } : {} } }
			}
			if (method === 'POST') {
				kept.push({ ...listed('', 9), ...body as object })
				return { status: 201, data: kept.at(-1) }
			}
			return method === 'DELETE' ? deletion : { status: 200, data: { documents: kept } }
		})
		useStart().start.value!.organisations[0]!.role.manager = manager
		const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: nowhere }, { path: '/:id', name: 'diagnosis', component: nowhere }, { path: '/:id/result', name: 'result', component: nowhere }, { path: '/:id/workshop', name: 'workshop', component: nowhere }] })
		const wrapper = mount(DiagnosesPage, { global: { plugins: [router] }, attachTo: document.body })
		close = () => wrapper.unmount()
		await vi.waitFor(() => expect(wrapper.findAll('.made li')).toHaveLength(documents.length))
		await flushPromises()
		return {
			wrapper,
			kept,
			deleted: () => server.seen.filter(({ method }) => method === 'DELETE').length,
			async press(name: string) {
				await wrapper.findAll('button').find((button) => button.text() === name || button.attributes('aria-label') === name)!.trigger('click')
				await flushPromises()
			},
		}
	}

	it('are deleted once that was meant', async () => {
		const { wrapper, deleted, press } = await open(true)
		await press('Delete “Closed”')
		expect(wrapper.get('dialog').text()).toContain('Your tools and your plan stay.')
		await press('Cancel')
		expect(deleted()).toBe(0)
		await press('Delete “Closed”')
		await press('Delete')
		expect(deleted()).toBe(1)
		expect(wrapper.findAll('.made li').map((line) => line.text())).toEqual([expect.stringContaining('Begun')])
		expect(document.activeElement?.textContent).toContain('Digital diagnosis')
		expect(wrapper.get('[role="status"]').text()).toBe('“Closed” is deleted.')
	})

	it('are offered to be deleted only where the server would, and where it refuses since, one reads it at that line', async () => {
		const { wrapper, press } = await open(false, { deletion: { status: 403, data: { problem: 'forbidden', message: 'For this one, ask a person who manages the organisation.' } } })
		expect(wrapper.find('[aria-label="Delete “Closed”"]').exists()).toBe(false)
		await press('Delete “Begun”')
		expect(wrapper.get('dialog').text()).toContain('as long as nobody else has written in it')
		await press('Delete')
		expect(wrapper.findAll('.made li').map((line) => line.text().includes('For this one, ask a person who manages'))).toEqual([true, false])
	})

	it('are called what people call them, also when somebody has just saved one', async () => {
		const { wrapper, kept, press } = await open(false)
		await press('Rename “Begun”')
		expect(document.activeElement).toBe(wrapper.get('.made input').element)
		kept[0] = { ...kept[0]!, revision: 5 }
		await wrapper.get('.made input').setValue(' Before the assembly ')
		await wrapper.get('.made form').trigger('submit')
		await flushPromises()
		expect(wrapper.findAll('.made a').map((link) => link.text())).toEqual(['Before the assembly', 'Closed'])
		expect(document.activeElement?.textContent.trim()).toBe('Before the assembly')
		expect(wrapper.get('[role="status"]').text()).toBe('It is called “Before the assembly” now.')
	})

	it('keep their name when one thinks better of it', async () => {
		const { wrapper, press } = await open(false)
		await press('Rename “Begun”')
		await wrapper.get('.made input').setValue('Otherwise')
		await press('Cancel')
		expect(wrapper.findAll('.made a').map((link) => link.text())).toEqual(['Begun', 'Closed'])
	})

	it('have another name each, also two of one day that are made the same way', async () => {
		const { kept, press } = await open(true)
		await press('Start the short diagnosis')
		await vi.waitFor(() => expect(kept).toHaveLength(3))
		close()
		const again = await open(true, { documents: kept })
		await again.press('Start the short diagnosis')
		await vi.waitFor(() => expect(again.kept).toHaveLength(4))
		const [first, second] = again.kept.slice(2).map(({ title }) => title)
		expect(first).toMatch(/^Self-diagnosis of .+ \(short form\)$/)
		expect(second).toMatch(/^Self-diagnosis of .+ at .+ \(short form\)$/)
	})

	it('stand before the ways to begin, the three newest in sight', async () => {
		const { wrapper } = await open(true, { documents: ['E', 'D', 'C', 'B', 'A'].map((title, at) => listed(title, at)) })
		expect(wrapper.findAll('h3, legend').map((heading) => heading.text()).slice(0, 3)).toEqual(['Your diagnoses', 'Start another diagnosis', 'How do you want to answer?'])
		expect(wrapper.get('details summary').text()).toBe('2 older diagnoses')
		expect(wrapper.findAll('details a').map((link) => link.text())).toEqual(['B', 'A'])
	})

	it.each([[true, false], [false, true]])('tell before who opens a workshop, and whom to ask (manager: %s)', async (manager, told) => {
		const { wrapper } = await open(manager)
		expect(wrapper.get('.ways').text().includes('Only a person who manages your organisation here can open it: ask Camille or Alix.')).toBe(told)
	})

	it('lead to the workshop while people answer in it', async () => {
		const group = listed('Together', 0)
		const at = `/organisations/org/documents/${group.id}/workshop`
		const link = async (isOpen: boolean) => (await open(false, { documents: [group], workshops: { [at]: { open: isOpen } } })).wrapper.get('.made a').attributes('href')
		expect(await link(true)).toBe(`/${group.id}/workshop`)
		close()
		expect(await link(false)).toBe(`/${group.id}`)
	})

	it('are under way until they are closed', async () => {
		const { wrapper } = await open(true, { documents: [listed('A', 0), listed('B', 1, { status: 'done' }), listed('C', 2, { status: 'analysed' })] })
		expect(wrapper.findAll('.made .ea-chip').map((chip) => chip.text())).toEqual(['Under way', 'Under way, all answered', 'Closed'])
	})
})
