/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Start } from '@emancipasso/shared/contract/app-api'

import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import FirstAnOrganisation from './FirstAnOrganisation.vue'
import { useStart } from './use-start.ts'

async function open(path: string, groups: Start['groups']) {
	useStart().start.value = { organisations: [], groups } as object as Start
	const page = { render: () => null }
	const router = createRouter({ history: createMemoryHistory(), routes: ['/', '/directory', '/diagnosis', '/needs'].map((one) => ({ path: one, component: page })) })
	await router.push(path)
	return mount(FirstAnOrganisation, { global: { plugins: [router] } })
}

describe('a page of the menu while there is no organisation', () => {
	it('says what the page is for and leads to where one says which organisation this is', async () => {
		const [diagnosis, needs] = [await open('/diagnosis', [{ id: 'asso', displayName: 'Asso', members: 3 }]), await open('/needs', [{ id: 'asso', displayName: 'Asso', members: 3 }])]
		expect([diagnosis.find('h2').text(), needs.find('h2').text()]).toEqual(['Diagnosis', 'Needs'])
		expect(needs.find('a[href="/"]').text()).toBe('Which organisation is this?')
	})

	it('says whom to ask to those who may not create one', async () => {
		const wrapper = await open('/diagnosis', [])
		expect(wrapper.text()).toContain('Only an administrator of your Nextcloud')
		expect(wrapper.find('a[href="/"]').exists()).toBe(false)
	})
})
