/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { afterEach, expect, it, vi } from 'vitest'
import { fakeServer } from '../testing/fake-server.ts'

const organisations = [{ id: 'ateliers-du-port', name: 'Les Ateliers' }, { id: 'la-fanfare', name: 'La Fanfare' }]

/** The organisation that a page shows when it is opened at an address. */
async function shownAt(address: string): Promise<string | undefined> {
	history.replaceState(null, '', address)
	vi.resetModules()
	fakeServer(() => ({ status: 200, data: { organisations } }))
	const { load, organisation } = (await import('./use-start.ts')).useStart()
	await load()
	return organisation.value?.name
}

afterEach(() => {
	vi.unstubAllGlobals()
	localStorage.clear()
	history.replaceState(null, '', '/')
})

it('shows the organisation that the address names, as notifications and searches do', async () => {
	localStorage.setItem('emancipasso:organisation', 'ateliers-du-port')
	expect(await shownAt('/plan/1?organisation=la-fanfare')).toBe('La Fanfare')
	expect(await shownAt('/plan')).toBe('Les Ateliers')
})

it('shows the first one where the address names one of which the person is no member', async () => {
	expect(await shownAt('/plan/1?organisation=another-association')).toBe('Les Ateliers')
})
