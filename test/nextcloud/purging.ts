/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AdminSettings, Start } from '@emancipasso/shared/contract/app-api'
import type { Nextcloud } from './server.ts'

import { describe, expect, test } from 'vitest'
import { Association } from './association.ts'

/**
 * Organisations that nobody looks after any more, and the end of everything.
 *
 * @param nextcloud under test
 */
export function purging(nextcloud: () => Nextcloud): void {
	describe('an organisation without its group', () => {
		const exitOf = async (...args: string[]) => await nextcloud().occ('emancipasso:organisation', ...args).then(() => 0, (error: { code: number }) => error.code)

		test('is listed to the administrator, given to another group with all it wrote, and purged when that is meant', async () => {
			await nextcloud().occ('group:add', 'ephemere')
			await nextcloud().occ('group:adduser', 'ephemere', 'camille')
			const association = new Association(nextcloud())
			const { data } = await association.call<{ id: string }>('alix', 'POST', '/organisations', { name: 'L’Éphémère', membersGroup: 'ephemere', managersGroup: 'ephemere', publishersGroup: 'ephemere' })
			association.id = data.id
			const { id } = await association.keep({ title: 'Reste là' })
			await nextcloud().occ('group:delete', 'ephemere')
			expect((await association.call('camille', 'GET', `/organisations/${association.id}/documents/${id}`)).status).toBe(404)
			const lost = async () => (await association.call<AdminSettings>('admin', 'GET', '/settings')).data.organisationsWithoutGroup
			expect(await lost()).toEqual([{ id: association.id, name: 'L’Éphémère', missing: ['members', 'managers', 'publishers'] }])
			expect((await nextcloud().occ('emancipasso:organisation', 'list', '--lost')).trim()).toBe(`${association.id}  L’Éphémère  (members: deleted, managers: deleted, publishers: deleted)`)
			await nextcloud().occ('emancipasso:organisation', 'reassign', association.id, '--members=association', '--managers=bureau', '--publishers=bureau')
			expect(await lost()).toEqual([])
			expect((await association.read(id)).title).toBe('Reste là')
			expect(await exitOf('purge', association.id)).not.toBe(0)
			expect((await association.read(id)).title).toBe('Reste là')
			expect(await nextcloud().occ('emancipasso:organisation', 'purge', association.id, '--yes')).toContain('1 document')
			expect((await association.call('camille', 'GET', `/organisations/${association.id}/documents/${id}`)).status).toBe(404)
		})

		test.each([['burn'], ['purge'], ['purge', 'no-such-organisation', '--yes'], ['reassign', 'no-such-organisation', '--members=association']])('%s %s is refused', async (...args) => {
			expect(await exitOf(...args)).not.toBe(0)
		})
	})

	test('a purge of everything takes back what the app told people', async () => {
		const association = await new Association(nextcloud()).found('La Dernière')
		await association.keep({ title: 'Confiée', owner: 'dominique' })
		const notices = async () => (await association.ocs<{ app: string }[]>('dominique', 'GET', '/apps/notifications/api/v2/notifications')).data.filter(({ app }) => app === 'emancipasso')
		expect(await notices()).not.toEqual([])
		await nextcloud().occ('emancipasso:purge', '--yes')
		expect(await notices()).toEqual([])
		expect((await association.call<Start>('camille', 'GET', '/start')).data.organisations).toEqual([])
	})
}
