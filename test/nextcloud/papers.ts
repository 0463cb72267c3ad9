/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { SavedFile } from '@emancipasso/shared/contract/app-files'
import type { PersonId } from './people.ts'
import type { Nextcloud } from './server.ts'

import { beforeAll, describe, expect, test } from 'vitest'
import { Association } from './association.ts'

/**
 * Papers in Nextcloud's own files, with its quotas, shares and rules for names.
 *
 * @param nextcloud under test
 */
export function papers(nextcloud: () => Nextcloud): void {
	describe('papers', () => {
		let association: Association
		const text = 'Le rapport du bureau — été'
		const save = async (fields: object = {}, who: PersonId = 'dominique') => await association.call<SavedFile & { problem: string, message: string, field: string }>(who, 'POST', `/organisations/${association.id}/files`, { folder: '/', name: 'Rapport.odt', content: Buffer.from(text).toString('base64'), ...fields })
		const dav = async (method: string, path: string, who: PersonId) => await fetch(`${nextcloud().url}/remote.php/dav/files/${who}${path}`, { method, headers: { Authorization: `Basic ${btoa(`${who}:${nextcloud().people[who].password}`)}` } })

		beforeAll(async () => {
			association = await new Association(nextcloud()).found('La Plume')
		})

		test('what was saved is in the files of the person, byte for byte, and of nobody else', async () => {
			const { status, data } = await save({ folder: '/Association/Conseil' })
			expect([status, data.path]).toEqual([201, '/Association/Conseil/Rapport.odt'])
			expect(await (await dav('GET', data.path, 'dominique')).text()).toBe(text)
			expect((await dav('GET', data.path, 'camille')).status).toBe(404)
		})

		test('a paper can go into a folder that is shared, and not into one that is only shared for reading', async () => {
			for (const [folder, permissions] of [['/Pour écrire', 7], ['/Pour lire', 1]] as const) {
				await dav('MKCOL', encodeURI(folder), 'camille')
				await association.ocs('camille', 'POST', '/apps/files_sharing/api/v1/shares', { path: folder, shareType: 0, shareWith: 'dominique', permissions })
			}
			expect((await save({ folder: '/Pour écrire' })).status).toBe(201)
			expect(await (await dav('GET', encodeURI('/Pour écrire/Rapport.odt'), 'camille')).text()).toBe(text)
			for (const folder of ['/Pour lire', '/Pour lire/Dessous']) {
				expect((await save({ folder })).data).toMatchObject({ problem: 'forbidden', message: expect.stringMatching(/pas le droit d’écrire/) as unknown })
			}
		})

		test('what does not fit into the quota is refused in words, and leaves nothing behind', async () => {
			await nextcloud().occ('user:setting', 'dominique', 'files', 'quota', '10 KB')
			try {
				const content = Buffer.alloc(20_000).toString('base64')
				expect((await save({ name: 'Trop.odt', content })).data).toMatchObject({ problem: 'too-large', message: expect.stringMatching(/plus assez de place/) as unknown })
				expect((await dav('GET', '/Trop.odt', 'dominique')).status).toBe(404)
			} finally {
				await nextcloud().occ('user:setting', 'dominique', 'files', 'quota', 'none')
			}
		})

		test('a name that this Nextcloud forbids is refused in words', async () => {
			const { status, data } = await save({ name: '.htaccess' })
			expect([400, 403]).toContain(status)
			expect(data.message).toMatch(/\p{L}+ .+\./u)
		})
	})
}
