/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VueWrapper } from '@vue/test-utils'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import PlanPage from './PlanPage.vue'
import { ownDocumentId } from '../documents/own-document-id.ts'
import { actionId, closeView, planServer, showView, storedAction } from '../testing/plan-server.ts'

describe('the plan of an organisation', () => {
	let wrapper: VueWrapper
	let router: Awaited<ReturnType<typeof showView>>['router']

	beforeEach(() => sessionStorage.clear())
	afterEach(async () => {
		await closeView(wrapper)
		vi.unstubAllGlobals()
	})

	async function open(view: string, ...given: Parameters<typeof planServer>) {
		const world = planServer(...given)
		;({ wrapper, router } = await showView(PlanPage, `/plan${view}`))
		await vi.waitFor(() => expect(wrapper.find('#ea-new-action').exists()).toBe(true))
		return world
	}

	const columns = () => wrapper.findAll('.column').map((column) => [column.get('h4').text(), column.findAll('.card__title').map((title) => title.text())])
	const choose = async (number: number, status: string) => await wrapper.get(`details:has(#ea-status-${actionId(number)})`).findAll('button').find((one) => one.text() === status)!.trigger('click')
	const migration = { line: 'a', use: 'files', from: 'google-drive', to: 'nextcloud-files' }

	it('is read in one call, whatever the number of actions', async () => {
		const { server } = await open('', Array.from({ length: 50 }, (_, at) => storedAction(at + 1, {})))
		expect(server.seen.filter(({ path }) => path.includes('kind=action'))).toHaveLength(1)
		expect(server.seen.some(({ path }) => path.includes(actionId(1)))).toBe(false)
	})

	it('stands by status, and an action moves by its menu', async () => {
		const { cloud } = await open('', [storedAction(1, { status: 'idea' }), storedAction(2, { status: 'testing' })])
		expect(columns()).toEqual([['Idea (1)', ['Action 1']], ['Testing (1)', ['Action 2']]])
		await choose(1, 'Testing')
		await vi.waitFor(() => expect(columns()).toEqual([['Testing (2)', ['Action 1', 'Action 2']]]))
		await vi.waitFor(() => expect(cloud.get(actionId(1))).toMatchObject({ status: 'testing', document: { status: 'testing' } }))
		expect(document.activeElement?.id).toBe(`ea-status-${actionId(1)}`)
		expect(wrapper.get('[role="status"]').text()).toBe('“Action 1” is now: Testing')
	})

	it('says of a move that is over that the list of tools may have to follow, and leads there', async () => {
		await open('', [storedAction(1, { status: 'testing', migration }), storedAction(2, { status: 'testing' })])
		await choose(2, 'Done')
		expect(wrapper.text()).not.toContain('our tools may have to follow')
		await choose(1, 'Done')
		const link = wrapper.findAll('a').find((one) => one.text() === 'See what would change there')!
		expect(link.attributes('href')).toBe(`/plan/${actionId(1)}`)
	})

	it('puts an action back, and says why, when its move is not saved', async () => {
		const { server } = await open('', [storedAction(1, { status: 'idea' })])
		server.offline = true
		await choose(1, 'Done')
		await vi.waitFor(() => expect(wrapper.get('[role="alert"]').text()).toContain('No network'))
		expect(columns()).toEqual([['Idea (1)', ['Action 1']]])
	})

	it('says nothing of a move that was not saved', async () => {
		const { server } = await open('', [storedAction(1, { status: 'coexisting', migration })])
		server.offline = true
		await choose(1, 'Done')
		await vi.waitFor(() => expect(wrapper.get('[role="alert"]').text()).toContain('No network'))
		expect(wrapper.text()).not.toContain('our tools may have to follow')
		expect(wrapper.get('[role="status"]').text()).toBe('')
	})

	it('says where nothing stands in a sentence, and shows places to drop a card only to whoever holds one', async () => {
		const { cloud } = await open('', [storedAction(1, { status: 'idea' })])
		expect(wrapper.get('.none').text()).toMatch(/^No action yet at: Planned · Testing · /)
		expect(wrapper.find('.target').exists()).toBe(false)
		await wrapper.get('.card').trigger('dragstart')
		const target = wrapper.findAll('.target').find((one) => one.text() === 'Testing')!
		await target.trigger('drop')
		await vi.waitFor(() => expect(cloud.get(actionId(1))).toMatchObject({ status: 'testing' }))
		expect(wrapper.find('.target').exists()).toBe(false)
		await wrapper.get('.card').trigger('dragstart')
		await wrapper.get('.card').trigger('dragend')
		expect(wrapper.find('.target').exists()).toBe(false)
	})

	it('says what a step is, in plain words', async () => {
		await open('', [storedAction(1, { step: 'process-adaptation' })])
		expect(wrapper.get('.card').text()).toContain('Step: Adapting ways of working')
		expect(wrapper.findAll('details.help li')[4]!.text()).toContain('Set up the new tool, move your data over')
	})

	it('counts what was kept or waits as settled, and asks why', async () => {
		await open('', [storedAction(1, { status: 'kept', reason: 'Our funder wants it' }), storedAction(2, { status: 'watching' }), storedAction(3, { status: 'planned' })])
		expect(wrapper.text()).toContain('3 actions. Settled: 2.')
		expect(wrapper.text()).toContain('Our funder wants it')
		expect(wrapper.findAll('a').filter((link) => link.text() === 'Say why')).toHaveLength(1)
	})

	it('has its days beside the timeline, in words', async () => {
		await open('?view=timeline', [storedAction(1, { startDate: '2026-11-01', dueDate: '2027-01-31' }), storedAction(2, {})])
		expect(wrapper.get('.days tbody').text()).toContain('November 1, 2026 to January 31, 2027')
		expect(wrapper.text()).toContain('1 action without a day')
	})

	it('calls an action that has no name so wherever it stands in time', async () => {
		await open('?view=timeline', [storedAction(1, { title: '', dueDate: '2027-01-31' }), storedAction(2, { title: ' ' })])
		expect(wrapper.findAll('a[href^="/plan/"]').map((link) => link.text())).toEqual(['Action without a name', 'Action without a name', 'Action without a name'])
		expect(wrapper.get('.chart .name').text()).toBe('Action without a name')
	})

	it('has its days one below the other for narrow screens, from today on, with what waits first', async () => {
		await open('?view=timeline', [
			storedAction(1, { status: 'testing', startDate: '2026-02-01', dueDate: '2999-01-31' }),
			storedAction(2, { status: 'planned', dueDate: '2026-01-15' }),
			storedAction(3, { status: 'kept', reviewDate: '2999-01-02' }),
		])
		const agenda = wrapper.get('.agenda')
		const cards = (of: string) => agenda.findAll(of).map((card) => [...card.findAll('time, span, a, .ea-quiet')].map((part) => part.text()).join(' | '))
		expect(agenda.findAll('h4').map((heading) => heading.text())).toEqual(['To look at: their day has passed', 'January 2999'])
		expect(cards('section li')).toEqual(['January 15, 2026 | Due | Action 2 | Planned', 'Jan 2 | To look at again | Action 3 | Kept by choice', 'Jan 31 | Due | Action 1 | Testing'])
		expect(agenda.get('summary').text()).toBe('1 day that is behind us')
		expect(cards('details li')).toEqual(['February 1, 2026 | Begins | Action 1 | Testing'])
	})

	it('explains every mark of the drawing', async () => {
		await open('?view=timeline', [storedAction(1, { status: 'kept', dueDate: '2027-01-01', reviewDate: '2027-09-01' }), storedAction(2, { status: 'blocked', dueDate: '2027-01-01' })])
		expect(wrapper.findAll('.chart .legend li').map((one) => one.text())).toEqual(['today', 'done, or decided', 'blocked', 'day on which it is looked at again'])
		expect(wrapper.get('.days tbody').text()).toContain('January 1, 2027, review on September 1, 2027')
	})

	it('says what goes from where to where', async () => {
		await open('?view=moves', [storedAction(1, { status: 'coexisting', migration }), storedAction(2, {})])
		expect(wrapper.findAll('.moves tbody tr').map((row) => row.text())).toEqual([expect.stringMatching(/Files and sharing\s*Google Drive → Nextcloud Files\s*Side by side/)])
	})

	it('says what changed since the last meeting: who, when, and what it is now', async () => {
		const world = planServer([storedAction(1, { status: 'idea' }), storedAction(2, {})])
		world.cloud.changeByOther(actionId(1), { status: 'testing' })
		await world.cloud.route({ method: 'POST', path: '/organisations/org/documents', body: { id: ownDocumentId('org', 'plan'), kind: 'plan', title: 'Our plan', status: 'living', document: { schemaVersion: 1, goals: {}, decisions: {}, meetings: { m: { date: '2026-01-01', name: 'Board' } } } } })
		;({ wrapper, router } = await showView(PlanPage, '/plan?view=changes'))
		await vi.waitFor(() => expect(wrapper.findAll('.changed')).toHaveLength(1))
		expect(wrapper.get('.changed').text()).toMatch(/^Action 1.*Dominique\s*Status: now “Testing”$/s)
		await wrapper.get('#ea-since').setValue('2026-02-01')
		await wrapper.get('#ea-since').trigger('change')
		expect(wrapper.text()).toContain('Nothing changed since February 1, 2026.')
	})

	it('asks for no older changes than it shows, and for them when an earlier day is chosen', async () => {
		const { cloud, server } = planServer([storedAction(1, {})])
		cloud.changeByOther(actionId(1), { status: 'testing' })
		;({ wrapper, router } = await showView(PlanPage, '/plan?view=changes'))
		const asked = () => server.seen.flatMap(({ path }) => /history\?.*since=([\d-]{10})/.exec(path)?.slice(1) ?? [])
		await vi.waitFor(() => expect(wrapper.text()).toContain('Nothing changed since'))
		expect(asked().map((day) => day > '2026-09-01')).toEqual([true])
		const choose = async (day: string) => {
			await wrapper.get('#ea-since').setValue(day)
			await wrapper.get('#ea-since').trigger('change')
		}
		await choose('2026-01-02')
		await vi.waitFor(() => expect(wrapper.findAll('.changed')).toHaveLength(1))
		await choose('2026-01-03')
		expect(wrapper.findAll('.changed')).toEqual([])
		await choose('0002-01-01')
		expect(asked()).toHaveLength(2)
		expect(asked()[1]! <= '2026-01-02').toBe(true)
	})

	it('says from when on all changes are here, when there were too many for one answer', async () => {
		const { cloud } = planServer([storedAction(1, {})])
		cloud.changeByOther(actionId(1), { status: 'testing' })
		cloud.changeByOther(actionId(1), { status: 'done' })
		cloud.shorten(1)
		;({ wrapper, router } = await showView(PlanPage, '/plan?view=changes'))
		await vi.waitFor(() => expect(wrapper.find('#ea-since').exists()).toBe(true))
		await wrapper.get('#ea-since').setValue('2026-01-01')
		await vi.waitFor(() => expect(wrapper.text()).toMatch(/Not everything is here: .* before January 2, 2026/))
		await wrapper.get('#ea-since').setValue('2026-01-03')
		expect(wrapper.text()).not.toContain('Not everything is here')
	})

	it('keeps goals, meetings and decisions in one document of the organisation', async () => {
		const { cloud } = await open('?view=goals')
		await wrapper.get('#ea-add-goals').trigger('click')
		await wrapper.get('input[id^="ea-"].ea-input[maxlength="200"]:not(#ea-new-action)').setValue('No data on personal accounts')
		await wrapper.unmount()
		await vi.waitFor(() => expect(Object.values(cloud.get(ownDocumentId('org', 'plan'))!.document.goals as object)).toEqual([{ text: 'No data on personal accounts', position: 1 }]))
	})

	it('leads the hand from one entry to the next, and keeps what is filled in alone', async () => {
		const { cloud } = await open('?view=goals')
		await wrapper.get('#ea-add-decisions').trigger('click')
		await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'))
		await wrapper.get('textarea').setValue('Leave the old storage')
		await wrapper.get('[id^="ea-votes-"]').setValue('5 for')
		await wrapper.get('[id^="ea-votes-"]').setValue('')
		await wrapper.get('[id^="ea-day-"]').setValue('2026-03-01')
		await wrapper.get('[id^="ea-day-"]').setValue('')
		await wrapper.get('[id^="ea-day-"]').setValue('0002-03-05')
		await wrapper.get('#ea-add-meetings').trigger('click')
		await wrapper.get('[aria-label^="Remove the meeting of"]').trigger('click')
		expect(document.activeElement?.id).toBe('ea-add-meetings')
		await wrapper.unmount()
		await vi.waitFor(() => expect(cloud.get(ownDocumentId('org', 'plan'))!.document).toMatchObject({ meetings: {} }))
		expect(Object.values(cloud.get(ownDocumentId('org', 'plan'))!.document.decisions as object)).toEqual([{ date: '2026-03-01', text: 'Leave the old storage' }])
	})

	it('takes a new action by hand, and opens it', async () => {
		const { cloud } = await open('')
		await wrapper.get('#ea-new-action').setValue('Write the list of passwords')
		await wrapper.get('form').trigger('submit')
		await vi.waitFor(() => expect(router.currentRoute.value.name).toBe('action'))
		expect(cloud.all('action')).toMatchObject([{ title: 'Write the list of passwords', status: 'idea' }])
	})
})
