/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PersonId } from './people.ts'
import type { Nextcloud } from './server.ts'

import { beforeAll, describe, expect, test } from 'vitest'
import { Association } from './association.ts'

interface Notice { app: string, subject: string, message: string, link: string, object_id: string, subjectRich: string, subjectRichParameters: Record<string, { name: string }> }

const day = (daysAhead: number) => new Date(Date.now() + daysAhead * 86_400_000).toISOString().slice(0, 10)

/**
 * What the owner of an action is told.
 *
 * @param nextcloud under test
 */
export function notifications(nextcloud: () => Nextcloud): void {
	describe('notifications', () => {
		let association: Association
		const notices = async (who: PersonId, action: string) => (await association.ocs<Notice[]>(who, 'GET', '/apps/notifications/api/v2/notifications')).data.filter(({ app, object_id: object }) => app === 'emancipasso' && object === action)
		const subjects = async (who: PersonId, action: string) => (await notices(who, action)).map(({ subject }) => subject)

		beforeAll(async () => {
			association = await new Association(nextcloud()).found('Les Ateliers du Port')
		})

		test('who is given an action by somebody else hears of it, in their language, with the way to it', async () => {
			const { id } = await association.keep({ title: 'Ouvrir {person} l’agenda', owner: 'dominique' })
			const [notice, ...others] = await notices('dominique', id)
			expect(others).toEqual([])
			expect(notice).toMatchObject({ subject: 'Camille Durand vous confie «\u00a0Ouvrir {person} l’agenda\u00a0»', message: 'Les Ateliers du Port', link: `${nextcloud().url}/index.php/apps/emancipasso/plan/${id}?organisation=${association.id}` })
			expect(notice!.subjectRichParameters.action!.name).toBe('Ouvrir {person} l’agenda')
			const page = await fetch(notice!.link, { headers: { ...await nextcloud().headers('dominique'), Accept: 'text/html' } })
			expect(page.status).toBe(200)
		})

		test('who takes an action for themselves hears nothing', async () => {
			const { id } = await association.keep({ owner: 'camille' })
			await association.change(id, { title: 'Toujours à moi' })
			expect(await notices('camille', id)).toEqual([])
		})

		test('an action that goes to somebody else is no longer announced to the first one', async () => {
			const { id } = await association.keep({ title: 'Passe de main en main', owner: 'dominique' })
			await association.change(id, { owner: 'alix' })
			expect(await notices('dominique', id)).toEqual([])
			expect(await subjects('alix', id)).toEqual(['Camille Durand vous confie «\u00a0Passe de main en main\u00a0»'])
			await association.change(id, { owner: null })
			expect(await notices('alix', id)).toEqual([])
		})

		test('a due day is announced once when it is near and once when it is over, and not before', async () => {
			const near = await association.keep({ title: 'Bientôt', owner: 'camille', dueDate: day(3) })
			const far = await association.keep({ title: 'Plus tard', owner: 'camille', dueDate: day(30) })
			const settled = await association.keep({ title: 'Gardé', owner: 'camille', dueDate: day(-3), status: 'kept' })
			const over = await association.keep({ title: 'En retard', owner: 'camille', dueDate: day(-3) })
			const nobodys = await association.keep({ title: 'À personne', dueDate: day(1) })
			await nextcloud().runJob('RemindOwners')
			expect(await subjects('camille', near.id)).toEqual([expect.stringMatching(/^«\u00a0Bientôt\u00a0» est à faire pour le \d+.+\d{4}$/)])
			expect(await subjects('camille', over.id)).toEqual([expect.stringMatching(/^La date prévue pour «\u00a0En retard\u00a0» est passée/)])
			expect(await Promise.all([far, settled, nobodys].map(({ id }) => notices('camille', id)))).toEqual([[], [], []])
			await association.ocs('camille', 'DELETE', '/apps/notifications/api/v2/notifications')
			await nextcloud().runJob('RemindOwners')
			expect([await notices('camille', near.id), await notices('camille', over.id)]).toEqual([[], []])
			await association.change(near.id, { dueDate: day(-1) })
			await nextcloud().runJob('RemindOwners')
			expect(await subjects('camille', near.id)).toEqual([expect.stringContaining('est passée')])
		})

		test('what is done, put off or deleted is no longer announced', async () => {
			const [done, later, gone] = await Promise.all(['Fini', 'Décalé', 'Supprimé'].map((title) => association.keep({ title, owner: 'dominique', dueDate: day(2) })))
			await nextcloud().runJob('RemindOwners')
			expect((await notices('dominique', done!.id)).length).toBe(2)
			await association.change(done!.id, { status: 'done' })
			await association.change(later!.id, { dueDate: day(60) })
			await association.call('camille', 'DELETE', `/organisations/${association.id}/documents/${gone!.id}`)
			expect([await subjects('dominique', done!.id), await subjects('dominique', later!.id), await subjects('dominique', gone!.id)]).toEqual([[], ['Camille Durand vous confie «\u00a0Décalé\u00a0»'], []])
		})

		test('a person who leaves the organisation hears nothing of it any more, is still shown by name and cannot be chosen', async () => {
			const { id } = await association.keep({ title: 'Orpheline', owner: 'dominique', dueDate: day(1) })
			await nextcloud().occ('group:removeuser', 'association', 'dominique')
			try {
				await nextcloud().runJob('RemindOwners')
				expect(await notices('dominique', id)).toEqual([])
				expect(await association.read(id)).toMatchObject({ owner: 'dominique', ownerName: 'Dominique Petit' })
				await association.change(id, { title: 'Orpheline encore', owner: 'dominique' })
				expect(await association.read(id)).toMatchObject({ owner: 'dominique', title: 'Orpheline encore' })
				await association.change(id, { owner: null })
				await association.change(id, { owner: 'dominique' })
				expect(await association.read(id)).toMatchObject({ owner: null })
			} finally {
				await nextcloud().occ('group:adduser', 'association', 'dominique')
			}
		})

		test('a person to whom the app is closed sees no notice of it', async () => {
			const { id } = await association.keep({ title: 'Fermée', owner: 'dominique' })
			await association.call('admin', 'PUT', '/settings', { allowedGroups: ['bureau'] })
			try {
				expect(await notices('dominique', id)).toEqual([])
			} finally {
				await association.call('admin', 'PUT', '/settings', { allowedGroups: [] })
			}
		})
	})
}
