/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { DiagnosisDocument } from '@emancipasso/shared/diagnosis/answers'
import type { Migration } from '@emancipasso/shared/plan/action'
import type { DOMWrapper, VueWrapper } from '@vue/test-utils'

import solutions from '@emancipasso/shared/data/solutions.json'
import { closing } from '@emancipasso/shared/diagnosis/closing'
import { listLines } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { newAction } from '@emancipasso/shared/plan/new-action'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import ResultPage from './ResultPage.vue'
import { today } from '../dates.ts'
import { useStart } from '../shell/use-start.ts'
import { diagnosisServer } from '../testing/diagnosis-server.ts'
import { storedDocument } from '../testing/fake-server.ts'
import { storedAction } from '../testing/plan-server.ts'

const nowhere = { render: () => null }
const answers: DiagnosisDocument['answers'] = {
	'gov-mandate': 'never',
	'gov-lead': 'one-person',
	'tools-personal-accounts': 'often',
	'security-accounts': 'one-password',
	'security-backup': 'none',
	'security-admins': 'one',
	'skills-training': 'none',
}
type Part = Pick<DOMWrapper<Element>, 'findAll'>

const settled = () => vi.waitFor(() => expect(Object.keys(sessionStorage).filter((key) => key.startsWith('emancipasso'))).toEqual([]))
const titles = (list: Part) => list.findAll('h4').map((title) => title.text())

describe('deciding about the recommendations', () => {
	let wrapper: VueWrapper
	let server: ReturnType<typeof diagnosisServer>

	beforeEach(() => sessionStorage.clear())
	afterEach(async () => {
		await settled()
		wrapper.unmount()
		vi.unstubAllGlobals()
	})

	async function open(content: Partial<DiagnosisDocument> = {}, others: StoredDocument[] = [], manager = true) {
		server = diagnosisServer('full', { answers, ...content }, others)
		useStart().start.value!.organisations[0]!.role.manager = manager
		const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:id/comparison', name: 'comparison', component: nowhere }, { path: '/:id', name: 'diagnosis', component: nowhere }, { path: '/:any(.*)*', component: nowhere }] })
		wrapper = mount(ResultPage, { props: { id: server.store.stored.id }, global: { plugins: [router] }, attachTo: document.body })
		await vi.waitFor(() => expect(wrapper.find('#ea-now').exists()).toBe(true))
		await flushPromises()
	}

	const now = () => titles(wrapper.get('[aria-labelledby="ea-now"] > ol'))
	const decided = () => wrapper.find('[aria-labelledby="ea-decided"]')
	const button = (words: string, within: Part = wrapper.get('[aria-labelledby="ea-now"] > ol > li')) => within.findAll('button').find((one) => one.text() === words)!
	const decisions = () => (server.store.stored.document as object as DiagnosisDocument).decisions

	it('makes actions of one that is accepted, and gives its place to the next', async () => {
		await open()
		const before = now()
		expect(before).toHaveLength(5)
		await button('Put it into our plan').trigger('click')
		await vi.waitFor(() => expect(decided().exists()).toBe(true))
		expect(server.cloud.all('action').map(({ title, status }) => [title, status])).toEqual([[before[0], 'planned']])
		expect(titles(decided())).toEqual([before[0]])
		await vi.waitFor(() => expect(document.activeElement?.id).toBe('ea-now'))
		expect(wrapper.findAll('[role="status"]').map((one) => one.text())).toContain(`${before[0]}: In our plan`)
		expect(decided().get('a').attributes('href')).toBe(`/plan/${server.cloud.all('action')[0]!.id}`)
		expect(now()).toHaveLength(5)
		expect(now().slice(0, 4)).toEqual(before.slice(1))
		await settled()
		expect(Object.values(decisions()!)).toMatchObject([{ decision: 'accepted' }])
	})

	it('leaves who decides about an idea for later where they are, and says it there', async () => {
		await open()
		const later = wrapper.get<HTMLDetailsElement>('details.later')
		later.element.open = true
		const [, second] = titles(later)
		await button('Put it into our plan', later.findAll('li').filter((one) => one.find('h4').exists())[1]!).trigger('click')
		await vi.waitFor(() => expect(document.activeElement?.id).toBe('ea-later'))
		expect(later.get('[role="status"]').text()).toBe(`${second}: In our plan`)
		expect(titles(later)).not.toContain(second)
	})

	it('makes no second move of a tool whose finished move the list has not followed yet', async () => {
		const inventory = Object.fromEntries(['google-drive', 'dropbox'].map((tool, position) => [tool, { use: 'files', tool, hosting: 'giant', position }]))
		const closed = closing(listLines(inventory), solutions, '2026-01-01T10:00:00.000Z')
		await open(closed, [storedAction(1, { status: 'done', migration: { line: 'google-drive', use: 'files', from: 'google-drive', to: 'nextcloud-files' } })])
		const advice = wrapper.findAll('li').find((one) => one.find('h4').exists() && one.get('h4').text() === 'Move your files in two stages')!
		await button('Put it into our plan', advice).trigger('click')
		await vi.waitFor(() => expect(server.cloud.all('action').slice(1).map(({ document }) => (document.migration as Migration).line)).toEqual(['dropbox']))
	})

	it('keeps “not now” with its reason and its day', async () => {
		await open()
		const [first] = now()
		await button('Not now').trigger('click')
		const form = wrapper.get('form')
		await form.get('input[type="text"]').setValue('After the festival')
		await form.get('input[type="date"]').setValue('2099-09-01')
		await form.trigger('submit')
		expect(titles(decided())).toEqual([first])
		expect(decided().text()).toContain('Not before September 1, 2099')
		expect(decided().text()).toContain('After the festival')
		await settled()
		expect(Object.values(decisions()!)).toMatchObject([{ decision: 'later', reason: 'After the festival', until: '2099-09-01' }])
	})

	it('wants a reason of more than blanks, and a day that is still to come', async () => {
		await open()
		await button('Not now').trigger('click')
		const form = wrapper.get('form')
		expect(form.get('input[type="date"]').attributes('min')! > today()).toBe(true)
		await form.get('input[type="text"]').setValue('   ')
		await form.trigger('submit')
		expect(wrapper.find('form').exists()).toBe(true)
		expect(decided().exists()).toBe(false)
	})

	it('asks which decision stays when somebody else decided the same otherwise', async () => {
		await open()
		const [first] = now()
		server.changeByOther({ decisions: { 'r-backup-first': { decision: 'refused', reason: 'We have one', at: '2026-01-01' } } }, 'Dominique')
		expect(first).toBe('Set up a backup before any change')
		await button('Not now').trigger('click')
		await wrapper.get('form input[type="text"]').setValue('After the festival')
		await wrapper.get('form').trigger('submit')
		await vi.waitFor(() => expect(wrapper.find('[role="alert"] table').exists()).toBe(true), 3000)
		const rows = wrapper.get('[role="alert"] tbody').findAll('tr').map((row) => row.findAll('th, td').map((cell) => cell.text()))
		expect(rows).toContainEqual([first, 'Not now', 'Not for us'])
		expect(rows).toContainEqual([first, 'After the festival', 'We have one'])
		await button('Keep the version of Dominique', wrapper.get('[role="alert"]')).trigger('click')
		await vi.waitFor(() => expect(decided().text()).toContain('We have one'))
		await settled()
		expect(decisions()).toMatchObject({ 'r-backup-first': { decision: 'refused', reason: 'We have one' } })
	})

	it('proposes again what was put off until a day that has come', async () => {
		await open({ decisions: { 'r-backup-first': { decision: 'later', reason: 'x', until: '2020-01-01', at: '2019-01-01' } } })
		expect(now()[0]).toBe('Set up a backup before any change')
		expect(decided().exists()).toBe(false)
	})

	it('keeps in sight a decision about an advice that the tools of today do not call for any more', async () => {
		await open({ decisions: { 'r-files-giant': { decision: 'accepted', at: '2026-01-01' } } })
		expect(titles(decided())).toEqual(['Move your files in two stages'])
		expect(decided().text()).toContain('do not call for it any more')
	})

	it('keeps in sight an accepted advice whose action was kept by choice', async () => {
		const kept = storedAction(1, { title: 'Leave Google Drive', status: 'kept', reason: 'Our funder wants it', origin: { diagnosis: '11111111-1111-4111-8111-111111111111', rule: 'r-files-giant' } })
		await open({ decisions: { 'r-files-giant': { decision: 'accepted', at: '2026-01-01' } } }, [kept])
		expect(titles(decided())).toEqual(['Move your files in two stages'])
		expect(decided().text()).toContain('Leave Google Drive')
		expect(decided().text()).toContain('Kept by choice')
	})

	it('says beside an advice what was decided about it in the diagnosis before', async () => {
		const before = { ...storedDocument({ form: 'full', answers: {}, decisions: { 'r-backup-first': { decision: 'refused', reason: 'We have one', at: '2025-01-01' } } }), id: '44444444-4444-4444-8444-444444444444', kind: 'diagnosis' as const }
		await open({ previous: before.id }, [before])
		await vi.waitFor(() => expect(wrapper.get('[aria-labelledby="ea-now"] > ol > li').text()).toContain('Last time: Not for us · We have one'))
		expect(now()[0]).toBe('Set up a backup before any change')
	})

	it('takes a decision back, and with it an action that nobody has touched', async () => {
		await open()
		const before = now()
		await button('Put it into our plan').trigger('click')
		await vi.waitFor(() => expect(decided().exists()).toBe(true))
		const takeBack = button('Take the decision back', decided())
		// Who speaks to the computer says what is written on the button.
		expect(takeBack.attributes('aria-label')).toBe(`Take the decision back: ${before[0]}`)
		await takeBack.trigger('click')
		await vi.waitFor(() => expect(now()).toEqual(before))
		expect(server.cloud.all('action')).toEqual([])
		await settled()
		expect(decisions() ?? {}).toEqual({})
	})

	it('says of one that is in the plan already that it is, whichever diagnosis it came from', async () => {
		const action = { ...newAction('Plug in the drive', 'planned'), origin: { diagnosis: '33333333-3333-4333-8333-333333333333', rule: 'r-backup-first' } }
		await open({}, [{ ...storedDocument({ ...action }), id: '44444444-4444-4444-8444-444444444444', kind: 'action' }])
		expect(now()).not.toContain('Set up a backup before any change')
		expect(decided().text()).toContain('Already in our plan')
		expect(decided().get('a').text()).toBe('Plug in the drive')
	})

	it('recommends again what was done and is needed again', async () => {
		const action = { ...newAction('Plug in the drive', 'done'), origin: { diagnosis: '33333333-3333-4333-8333-333333333333', rule: 'r-backup-first' } }
		await open({}, [{ ...storedDocument({ ...action }), id: '44444444-4444-4444-8444-444444444444', kind: 'action' }])
		expect(now()).toContain('Set up a backup before any change')
	})

	it('is closed with a copy of the tools by who manages, and opened again', async () => {
		await open()
		const closing = () => wrapper.get('[aria-labelledby="ea-closing"]')
		await button('Close this diagnosis', closing()).trigger('click')
		await button('Close', closing()).trigger('click')
		await vi.waitFor(() => expect(server.store.stored.status).toBe('analysed'))
		expect(server.store.stored.document).toMatchObject({ inventory: {}, catalogue: { version: solutions.version } })
		expect(wrapper.text()).toContain('Take stock again')
		await button('Open it again', closing()).trigger('click')
		await vi.waitFor(() => expect(server.store.stored.status).toBe('draft'))
		expect(server.store.stored.document).not.toHaveProperty('closedAt')
		expect(server.store.stored.document).not.toHaveProperty('catalogue')
	})

	it('is closed by nobody else', async () => {
		await open({}, [], false)
		const closing = wrapper.get('[aria-labelledby="ea-closing"]')
		expect(closing.findAll('button')).toEqual([])
		expect(closing.text()).toContain('People who manage your organisation here can close it.')
	})
})
