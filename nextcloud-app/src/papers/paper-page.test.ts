/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VueWrapper } from '@vue/test-utils'

import questionnaire from '@emancipasso/shared/data/questionnaire.json'
import { newDiagnosis } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import PaperPage from './PaperPage.vue'
import { diagnosisServer } from '../testing/diagnosis-server.ts'
import { storedDocument } from '../testing/fake-server.ts'

const nowhere = { render: () => null }
const other = '55555555-5555-4555-8555-555555555555'

describe('the page of a paper', () => {
	let wrapper: VueWrapper

	afterEach(() => {
		wrapper.unmount()
		vi.unstubAllGlobals()
	})

	it('says at a part of the specification that there is nothing for it, until one writes something', async () => {
		diagnosisServer('short')
		const router = createRouter({ history: createMemoryHistory(), routes: ['papers', 'diagnoses'].map((name) => ({ path: `/${name}`, name, component: nowhere })) })
		wrapper = mount(PaperPage, { props: { paper: 'specification' }, global: { plugins: [router] }, attachTo: document.body })
		await vi.waitFor(() => expect(wrapper.find('.sections').exists()).toBe(true))
		const needs = wrapper.findAll('.section').find((one) => one.get('label').text() === 'Needs')!
		expect(needs.text()).toContain('Nothing to put there yet')
		await needs.get('textarea').setValue('To write together')
		expect(needs.text()).toContain('Only your words are in it.')
	})

	it('says that the diagnosis that one chose cannot be read, and reads it when one tries again', async () => {
		diagnosisServer('full', { closedAt: '2026-01-01T10:00:00.000Z', inventory: {} }, [{ ...storedDocument({ ...newDiagnosis({ ...questionnaire, version: '0.9.0' }, 'full') }), id: other, kind: 'diagnosis', title: 'An older one' }])
		let broken = true
		const answered = globalThis.fetch
		vi.stubGlobal('fetch', async (url: string, request?: RequestInit) => url.includes('/packs/') && url.includes('0.9.0') && broken ? new Response('', { status: 503 }) : answered(url, request))
		const router = createRouter({ history: createMemoryHistory(), routes: ['papers', 'diagnoses'].map((name) => ({ path: `/${name}`, name, component: nowhere })) })
		wrapper = mount(PaperPage, { props: { paper: 'board-report' }, global: { plugins: [router] }, attachTo: document.body })
		const shown = () => wrapper.find('iframe').attributes('srcdoc') ?? ''
		await vi.waitFor(() => expect(wrapper.find('#ea-from').exists() && shown()).toContain('· Diagnosis ·'))
		await wrapper.get('#ea-from').setValue(other)
		await vi.waitFor(() => expect(wrapper.find('[role="alert"]').exists()).toBe(true))
		expect(wrapper.find('iframe').exists()).toBe(false)
		broken = false
		await wrapper.get('[role="alert"] button').trigger('click')
		await vi.waitFor(() => expect(shown()).toContain('· An older one ·'))
		expect(wrapper.find('[role="alert"]').exists()).toBe(false)
	})
})
