/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PersonId } from './people.ts'
import type { Nextcloud } from './server.ts'

import { beforeAll, describe, expect, test } from 'vitest'
import { Association } from './association.ts'

interface Entry { title: string, subline: string, resourceUrl: string }
interface Found { entries: Entry[], isPaginated: boolean, cursor: number | null }

/**
 * Nextcloud's own search.
 *
 * @param nextcloud under test
 */
export function searching(nextcloud: () => Nextcloud): void {
	describe('the search of the Nextcloud', () => {
		let association: Association
		const search = async (who: PersonId, term: string, more: Record<string, string> = {}) => (await association.ocs<Found>(who, 'GET', `/search/providers/emancipasso/search?${new URLSearchParams({ term, ...more })}`)).data
		const titles = async (who: PersonId, term: string) => (await search(who, term)).entries.map(({ title }) => title).sort()

		beforeAll(async () => {
			association = await new Association(nextcloud()).found('La Chouette')
			await association.keep({ title: 'Quitter le vieux café', document: { secret: 'cachette' } })
			await association.keep({ kind: 'diagnosis', title: 'Café de l’été' })
			await association.keep({ kind: 'need', title: 'Un CAFE partagé' })
			await association.keep({ kind: 'shortlist', title: 'Café sans page' })
			await association.keep({ kind: 'inventory', title: '', document: { schemaVersion: 1, lines: { a: { use: 'files', tool: 'google-drive', position: 1 }, b: { use: 'files', tool: 'Caféothèque', position: 2 }, c: { use: 'files', tool: '', position: 3 } } } })
		})

		test('finds actions, diagnoses, needs and tools by title, whatever the accents, and leads to each', async () => {
			expect(await titles('dominique', 'café')).toEqual(['Café de l’été', 'Caféothèque', 'Quitter le vieux café', 'Un CAFE partagé'])
			expect(await titles('dominique', 'CAFE vieux')).toEqual(['Quitter le vieux café'])
			const [drive] = (await search('dominique', 'google drive')).entries
			expect(drive).toMatchObject({ title: 'Google Drive', subline: 'Outil · La Chouette' })
			const [action] = (await search('dominique', 'vieux')).entries
			expect(action!.subline).toBe('Action · La Chouette')
			const page = await fetch(action!.resourceUrl, { headers: { ...await nextcloud().headers('dominique'), Accept: 'text/html' } })
			expect(page.status).toBe(200)
		})

		test('gives as many as were asked for, and the rest after them', async () => {
			const first = await search('dominique', 'cafe', { limit: '3' })
			expect([first.entries.length, first.isPaginated]).toEqual([3, true])
			const second = await search('dominique', 'cafe', { limit: '3', cursor: String(first.cursor) })
			expect([second.entries.length, second.isPaginated]).toEqual([1, false])
			expect(new Set([...first.entries, ...second.entries].map(({ title }) => title)).size).toBe(4)
		})

		test('finds nothing for strangers and administrators of the cloud, nor in contents', async () => {
			expect([await titles('sasha', 'café'), await titles('admin', 'café'), await titles('dominique', 'cachette')]).toEqual([[], [], []])
		})

		test('finds nothing for whom the app is closed', async () => {
			await association.call('admin', 'PUT', '/settings', { allowedGroups: ['bureau'] })
			try {
				expect([(await titles('dominique', 'café')).length, (await titles('camille', 'café')).length]).toEqual([0, 4])
			} finally {
				await association.call('admin', 'PUT', '/settings', { allowedGroups: [] })
			}
		})
	})
}
