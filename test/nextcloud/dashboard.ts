/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PersonId } from './people.ts'
import type { Nextcloud } from './server.ts'

import { beforeAll, describe, expect, test } from 'vitest'
import { Association } from './association.ts'

interface Item { title: string, subtitle: string, link: string, sinceId: string }
type Widgets = Record<string, { items: Item[], emptyContentMessage: string }>

const widget = 'emancipasso-due-actions'

/**
 * The widget of the dashboard.
 *
 * @param nextcloud under test
 */
export function dashboard(nextcloud: () => Nextcloud): void {
	describe('the dashboard', () => {
		let association: Association
		const items = async (who: PersonId, more: Record<string, string> = {}) => (await association.ocs<Widgets>(who, 'GET', `/apps/dashboard/api/v2/widget-items?${new URLSearchParams({ 'widgets[]': widget, ...more })}`)).data[widget]
		const ours = async (who: PersonId, more: Record<string, string> = {}) => (await items(who, more))?.items.filter(({ title }) => title.startsWith('Tâche'))

		beforeAll(async () => {
			association = await new Association(nextcloud()).found('Le Tableau')
			await association.keep({ title: 'Tâche deux', dueDate: '2001-03-02', owner: 'dominique' })
			await association.keep({ title: 'Tâche un', dueDate: '2001-02-01' })
			await association.keep({ title: 'Tâche trois', dueDate: '2999-02-01' })
			await association.keep({ title: 'Tâche finie', dueDate: '2001-01-01', status: 'done' })
			await association.keep({ title: 'Tâche sans date' })
			await association.keep({ kind: 'need', title: 'Tâche qui est un besoin', dueDate: '2001-01-01' })
		})

		test('offers the next due actions, the earliest first, with day and person', async () => {
			const shown = await ours('dominique', { limit: '30' })
			expect(shown!.map(({ title }) => title)).toEqual(['Tâche un', 'Tâche deux', 'Tâche trois'])
			expect(shown![1]!.subtitle).toMatch(/^Était prévue pour le 2 mars 2001 · Dominique Petit/)
			expect(shown![2]!.subtitle).toMatch(/^Prévue pour le 1 févr\. 2999/)
			const page = await fetch(shown![0]!.link, { headers: { ...await nextcloud().headers('dominique'), Accept: 'text/html' } })
			expect(page.status).toBe(200)
		})

		test('goes on after the item that was seen last, as far as was asked for', async () => {
			const all = await items('dominique', { limit: '30' })
			const [first, second] = all!.items
			expect((await items('dominique', { limit: '1' }))!.items).toEqual([first])
			expect((await items('dominique', { limit: '1', [`sinceIds[${widget}]`]: first!.sinceId }))!.items).toEqual([second])
		})

		test('is not there for whom the app is closed, nor for who has no organisation', async () => {
			const offered = async (who: PersonId) => Object.keys((await association.ocs<Record<string, unknown>>(who, 'GET', '/apps/dashboard/api/v1/widgets')).data).includes(widget)
			expect([await offered('dominique'), await offered('sasha')]).toEqual([true, false])
			await association.call('admin', 'PUT', '/settings', { allowedGroups: ['bureau'] })
			try {
				expect([await offered('dominique'), await offered('camille')]).toEqual([false, true])
			} finally {
				await association.call('admin', 'PUT', '/settings', { allowedGroups: [] })
			}
		})

		test('shows another organisation nothing of it, and says so in words', async () => {
			await association.call('sasha', 'POST', '/organisations', { name: 'Une autre asso', membersGroup: 'autre-asso', managersGroup: 'autre-asso', publishersGroup: 'autre-asso' })
			expect(await items('sasha')).toEqual({ items: [], emptyContentMessage: 'Aucune action n’a d’échéance pour le moment.', halfEmptyContentMessage: '' })
		})
	})
}
