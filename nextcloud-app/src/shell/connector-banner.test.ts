/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Start } from '@emancipasso/shared/contract/app-api'

import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import ConnectorBanner from './ConnectorBanner.vue'
import { useStart } from './use-start.ts'

function shown(connector: Start['connector'], copiedAt: string | null): string {
	const packs = copiedAt ? [{ name: 'directory', version: '1', checksum: '', source: 'connector', copiedAt }] : []
	useStart().start.value = { organisations: [], connector, packs } as object as Start
	return mount(ConnectorBanner).text()
}

describe('the banner about the community', () => {
	it('says nothing while all is well', () => {
		expect(shown({ configured: true, lastContact: '2026-03-01T10:00:00Z', problem: null, moved: false }, '2026-03-01T10:00:00Z')).toBe('')
	})

	it('gives the date of the copy while the community cannot be reached', () => {
		const text = shown({ configured: true, lastContact: '2026-03-01T10:00:00Z', problem: 'timeout', moved: false }, '2026-03-01T10:00:00Z')
		expect(text).toContain('cannot be reached')
		expect(text).toContain('March 1, 2026')
	})

	it('says what works and whom to ask before the cloud is joined to a community', () => {
		const text = shown({ configured: false, lastContact: null, problem: null, moved: false }, null)
		expect(text).toContain('diagnosis and your drafts work')
		expect(text).toContain('administrator')
	})

	it('says that nothing is sent from what may be a copy, and who can tell', () => {
		const text = shown({ configured: true, lastContact: '2026-03-01T10:00:00Z', problem: null, moved: true }, '2026-03-01T10:00:00Z')
		expect(text).toContain('moved or copied')
		expect(text).toContain('administrator')
	})
})
