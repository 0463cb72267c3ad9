/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VueWrapper } from '@vue/test-utils'

import { diagnosisLimits } from '@emancipasso/shared/diagnosis/diagnosis-limits'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ToolsPage from './ToolsPage.vue'
import { today } from '../dates.ts'
import { actionId, closeView, planServer, showView, storedAction } from '../testing/plan-server.ts'

const drive = { use: 'files', tool: 'google-drive', hosting: 'giant', criticality: 'vital', satisfaction: 3, cost: 120, status: 'to-start', position: 1 }
const sheet = { use: 'accounting', tool: 'Le tableur de Paul', cost: 0.5, position: 2 }

describe('the tools of an organisation', () => {
	let wrapper: VueWrapper
	const button = (name: string) => wrapper.findAll('button').find((one) => one.text() === name)!
	const rowOf = (name: string) => wrapper.findAll('tbody').find((one) => one.text().includes(name))!

	beforeEach(() => sessionStorage.clear())
	afterEach(async () => {
		await closeView(wrapper)
		vi.unstubAllGlobals()
	})

	async function open(...given: Parameters<typeof planServer>) {
		const world = planServer(...given)
		wrapper = (await showView(ToolsPage, '/tools')).wrapper
		await vi.waitFor(() => expect(wrapper.find('#ea-add-tool').exists()).toBe(true))
		return world
	}

	it('are shown one by one, in words, with what they cost together', async () => {
		await open([], { drive, sheet })
		expect(rowOf('Google Drive').findAll('td').slice(0, 5).map((cell) => cell.text())).toEqual(['A tech giant', 'Vital every day', '3 out of 4', '€120', expect.stringContaining('To start')])
		expect(rowOf('Le tableur de Paul').text()).toContain('Accounting')
		expect(wrapper.get('tfoot').text()).toContain('€120.50')
	})

	it('are written in the editor that the diagnosis has', async () => {
		const { tools } = await open([], { drive })
		await rowOf('Google Drive').get('button').trigger('click')
		await wrapper.get('#ea-use-drive').setValue('office')
		await wrapper.unmount()
		await vi.waitFor(() => expect(tools().drive).toMatchObject({ use: 'office', tool: 'google-drive' }))
	})

	it('propose names that are written alike, and keep what is typed unless one is chosen', async () => {
		const { tools } = await open([], { sheet })
		await rowOf('Le tableur de Paul').get('button').trigger('click')
		const field = wrapper.get<HTMLInputElement>('#ea-tool-sheet')
		await field.setValue('Doodel')
		const proposed = () => wrapper.findAll('.alike button').map((one) => one.text())
		await vi.waitFor(() => expect(proposed()[0]).toBe('Doodle'))
		expect(field.element.value).toBe('Doodel')
		await vi.waitFor(() => expect(tools().sheet).toMatchObject({ tool: 'Doodel' }))
		await wrapper.get('.alike button').trigger('click')
		expect(field.element.value).toBe('Doodle')
		expect(document.activeElement).toBe(field.element)
		expect(proposed()).toEqual([])
		await vi.waitFor(() => expect(tools().sheet).toMatchObject({ tool: 'doodle' }))
		await field.setValue('Le tableur de Paul')
		expect(proposed()).toEqual([])
	})

	it('say themselves what they are for when the catalogue knows one use only, and nobody said another', async () => {
		const { tools } = await open([], { fresh: { use: '', tool: '', position: 1 }, sheet })
		await rowOf('New tool').get('button').trigger('click')
		const field = wrapper.get<HTMLInputElement>('#ea-tool-fresh')
		const use = wrapper.get<HTMLSelectElement>('#ea-use-fresh')
		await field.setValue('Microsoft Teams')
		expect(use.element.value).toBe('')
		field.element.value = 'Doodle'
		await field.trigger('input')
		expect(use.element.value).toBe('')
		await field.trigger('change')
		expect(use.element.value).toBe('scheduling')
		await field.setValue('Gmail')
		await vi.waitFor(() => expect(tools().fresh).toMatchObject({ use: 'scheduling', tool: 'gmail' }))
	})

	it('say what they are for when a proposed name is taken', async () => {
		const { tools } = await open([], { fresh: { use: '', tool: 'Doodel', position: 1 } })
		await rowOf('Doodel').get('button').trigger('click')
		await vi.waitFor(() => expect(wrapper.find('.alike button').text()).toBe('Doodle'))
		await wrapper.get('.alike button').trigger('click')
		await vi.waitFor(() => expect(tools().fresh).toMatchObject({ use: 'scheduling', tool: 'doodle' }))
	})

	it('take the hand into a new line, and back when it is done or removed', async () => {
		await open()
		await button('Add a tool').trigger('click')
		await vi.waitFor(() => expect(document.activeElement?.id).toMatch(/^ea-use-/))
		await button('Done with this tool').trigger('click')
		expect(document.activeElement?.id).toBe('ea-add-tool')
		expect(wrapper.find('select').exists()).toBe(false)
		const remove = wrapper.get<HTMLElement>('[aria-label^="Remove "]')
		remove.element.focus()
		await remove.trigger('click')
		expect(document.activeElement?.id).toBe('ea-add-tool')
		expect(wrapper.text()).toContain('Nothing here yet.')
	})

	it('come back with all that was said of them when they were taken off by mistake', async () => {
		const whole = { ...drive, 'must-have': 'Folders', contains: ['archives'], looked: '2026-11-01' }
		const { tools } = await open([], { drive: whole, sheet })
		await wrapper.get('[aria-label^="Remove Google Drive"]').trigger('click')
		await vi.waitFor(() => expect(Object.keys(tools())).toEqual(['sheet']), 3000)
		const [first, second] = wrapper.findAll('tbody')
		expect([first!.text(), second!.text()]).toEqual([expect.stringContaining('Google Drive · Files and sharing is off the list.'), expect.stringContaining('Le tableur de Paul')])
		const undo = document.activeElement as HTMLElement
		expect(undo.textContent.trim()).toBe('Undo')
		expect(document.getElementById(undo.getAttribute('aria-describedby')!)!.textContent).toContain('is off the list')
		undo.click()
		await vi.waitFor(() => expect(tools().drive).toEqual(whole), 3000)
		expect(document.activeElement?.textContent.trim()).toBe('Google Drive')
	})

	it('can come back when the last one was taken off', async () => {
		const { tools } = await open([], { drive })
		await wrapper.get('[aria-label^="Remove Google Drive"]').trigger('click')
		await button('Undo').trigger('click')
		expect(rowOf('Google Drive').find('[aria-label^="Remove "]').exists()).toBe(true)
		await vi.waitFor(() => expect(tools().drive).toEqual(drive))
	})

	it('do not come back into a list that is full again', async () => {
		const others = Object.fromEntries(Array.from({ length: diagnosisLimits.inventoryLines - 1 }, (_, at) => [`l${at}`, { use: 'chat', tool: `Outil ${at}`, position: at + 10 }]))
		const { tools } = await open([], { drive, ...others })
		await wrapper.get('[aria-label^="Remove Google Drive"]').trigger('click')
		expect(button('Undo')).toBeDefined()
		await button('Add a tool').trigger('click')
		expect(button('Undo')).toBeUndefined()
		expect(wrapper.get('.removed').text()).toContain('Our list is full: it has 200 tools.')
		await vi.waitFor(() => expect(tools().drive).toBeUndefined(), 3000)
		expect(Object.keys(tools())).toHaveLength(200)
	})

	it('say what the plan says of them, and lead there', async () => {
		await open([storedAction(1, { status: 'coexisting', migration: { line: 'drive', use: 'files', from: 'google-drive', to: 'nextcloud-files' } })], { drive })
		const link = rowOf('Google Drive').get('a[href*="/plan/"]')
		expect([link.text(), link.attributes('href')]).toEqual(['Side by side', `/plan/${actionId(1)}`])
	})

	it('say that they do not follow a move that is over, and lead to where they can', async () => {
		const moved = (number: number, line: string, from: string) => storedAction(number, { status: 'done', migration: { line, use: 'files', from, to: 'nextcloud-files' } })
		await open([moved(1, 'drive', 'google-drive'), moved(2, 'next', 'dropbox')], { drive, next: { use: 'files', tool: 'nextcloud-files', position: 5 } })
		expect(rowOf('Google Drive').get('[aria-label$="bring this list up to date"]').attributes('href')).toBe(`/plan/${actionId(1)}`)
		expect(rowOf('Nextcloud Files').find('[aria-label$="bring this list up to date"]').exists()).toBe(false)
	})

	it('may be moved on from the tool that a finished move has brought', async () => {
		const { cloud } = await open([storedAction(1, { status: 'done', migration: { line: 'next', use: 'files', from: 'google-drive', to: 'dropbox' } })], { next: { use: 'files', tool: 'dropbox', position: 5 } })
		await rowOf('Dropbox').get('button').trigger('click')
		await button('Make an action of it').trigger('click')
		await vi.waitFor(() => expect(cloud.all('action')[1]).toMatchObject({ status: 'planned', document: { migration: { line: 'next', from: 'dropbox' } } }))
	})

	it('are not moved again while an action that was made earlier moves them', async () => {
		const moved = (number: number, status: 'testing' | 'done', from: string, to: string) => storedAction(number, { status, migration: { line: 'next', use: 'files', from, to } })
		await open([moved(1, 'testing', 'dropbox', ''), moved(2, 'done', 'google-drive', 'dropbox')], { next: { use: 'files', tool: 'dropbox', position: 5 } })
		expect(rowOf('Dropbox').get('a[href*="/plan/"]').text()).toBe('Testing')
		await rowOf('Dropbox').get('button').trigger('click')
		expect(button('Make an action of it')).toBeUndefined()
	})

	it('become what an action of the plan moves, or get one of their own', async () => {
		const { cloud } = await open([storedAction(1, { title: 'Leave the spreadsheet', status: 'testing' })], { drive, sheet })
		await rowOf('Le tableur de Paul').get('button').trigger('click')
		await wrapper.get('#ea-move-sheet').setValue(actionId(1))
		await button('This action moves it').trigger('click')
		await vi.waitFor(() => expect(cloud.get(actionId(1))!.document).toMatchObject({ status: 'testing', migration: { line: 'sheet', from: 'Le tableur de Paul' } }))
		expect(rowOf('Le tableur de Paul').get('a[href*="/plan/"]').text()).toBe('Testing')
		expect(wrapper.find('#ea-move-sheet').exists()).toBe(false)
		await rowOf('Google Drive').get('button').trigger('click')
		expect(wrapper.find('#ea-move-drive').exists()).toBe(false)
		await button('Make an action of it').trigger('click')
		await vi.waitFor(() => expect(cloud.all('action')).toHaveLength(2))
		expect(cloud.all('action')[1]).toMatchObject({ status: 'planned', document: { migration: { line: 'drive', use: 'files', from: 'google-drive', to: '' } } })
	})

	describe('at which nobody looked for a year', () => {
		const old = { drive: { ...drive, looked: '2025-02-01' }, sheet: { ...sheet, looked: '2025-03-01' }, fresh: { use: 'chat', tool: 'slack', position: 3, looked: today() } }
		const review = () => wrapper.get('.review')
		const press = async (name: string) => {
			review().findAll('button').find((one) => one.text() === name || one.attributes('aria-label') === name)!.element.click()
			await flushPromises()
		}

		it('are asked about with the day of the last look, and one tap says that all are right', async () => {
			const { tools } = await open([], old)
			expect(review().findAll('li').map((one) => one.text())).toEqual([expect.stringContaining('Last look: February 1, 2025'), expect.stringContaining('Last look: March 1, 2025')])
			await press('All still right')
			expect(review().text()).toContain('You have looked at all your tools')
			await vi.waitFor(() => expect(Object.values(tools()).map(({ looked }) => looked)).toEqual([today(), today(), today()]), 3000)
			expect(tools().drive).toMatchObject(drive)
		})

		it('are right, changed or off the list one by one, and what was taken off can be put back', async () => {
			const { tools } = await open([], old)
			await press('Le tableur de Paul · Accounting: no longer used')
			await vi.waitFor(() => expect(Object.keys(tools())).toEqual(['drive', 'fresh']), 3000)
			await press('Put it back')
			await vi.waitFor(() => expect(tools().sheet).toMatchObject(sheet), 3000)
			await press('Google Drive · Files and sharing: change')
			expect(wrapper.find('#ea-use-drive').exists()).toBe(true)
			expect(review().findAll('li')).toEqual([])
		})

		it('say since when they are noted, where nobody ever said to have looked', async () => {
			planServer([], { sheet })
			wrapper = (await showView(ToolsPage, '/tools?since=2026-06-01')).wrapper
			await vi.waitFor(() => expect(wrapper.find('.review').exists()).toBe(true))
			expect(review().get('li').text()).toContain('Noted since January 1, 2026')
		})

		it('are not asked about before a year is over', async () => {
			await open([], { fresh: old.fresh })
			expect(wrapper.find('.review').exists()).toBe(false)
		})
	})

	it('come from a pasted table once it was looked at', async () => {
		const { tools } = await open([], { drive })
		await button('Paste from a spreadsheet').trigger('click')
		await vi.waitFor(() => expect(wrapper.find('#ea-pasted').exists()).toBe(true))
		await wrapper.get('#ea-pasted').setValue('Outil\tUsage\tCouleur\nZoom\tVisioconférence\tbleu\nGoogle Drive\tFichiers et partage\tvert\nSlack\tTélépathie\trouge')
		const preview = wrapper.get('[aria-labelledby="ea-paste"]').text()
		expect(preview).toContain('2 rows can be added, of 3.')
		expect(preview).toContain('Couleur: not known, left out')
		expect(preview).toContain('Not added: this tool is in the list already, for the same use.')
		expect(preview).toContain('Use: “Télépathie” was not understood, and is left out.')
		expect(Object.keys(tools())).toEqual(['drive'])
		await button('Add 2 tools').trigger('click')
		await flushPromises()
		await vi.waitFor(() => expect(Object.values(tools()).map(({ tool, use }) => [tool, use])).toEqual([['google-drive', 'files'], ['zoom', 'video-meeting'], ['slack', 'chat']]))
		expect(document.activeElement?.textContent).toContain('Paste from a spreadsheet')
	})
})
