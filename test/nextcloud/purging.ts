/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AdminSettings, Start } from '@emancipasso/shared/contract/app-api'
import type { Nextcloud } from './server.ts'

import { staticPacks } from '@emancipasso/shared/packs/static-packs'
import { execFile } from 'node:child_process'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { Association } from './association.ts'

const run = promisify(execFile)

/**
 * Organisations that nobody looks after any more, and the end of everything.
 *
 * @param nextcloud under test
 */
export function purging(nextcloud: () => Nextcloud): void {
	const php = async (script: string, ...args: string[]) => (await run('php', [fileURLToPath(new URL(script, import.meta.url)), nextcloud().root, ...args], { cwd: nextcloud().root })).stdout

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
			expect(await lost()).toEqual([{ id: association.id, name: 'L’Éphémère', missing: ['members', 'managers', 'publishers'], unreachable: [], since: expect.any(String) as unknown, documents: 1 }])
			expect((await nextcloud().occ('emancipasso:organisation', 'list', '--lost')).trim()).toBe(`${association.id}  L’Éphémère  (members: deleted, managers: deleted, publishers: deleted)`)
			await nextcloud().occ('emancipasso:organisation', 'reassign', association.id, '--members=association', '--managers=bureau', '--publishers=bureau')
			expect(await lost()).toEqual([])
			expect((await association.read(id)).title).toBe('Reste là')
			expect(await exitOf('purge', association.id)).not.toBe(0)
			expect((await association.read(id)).title).toBe('Reste là')
			expect(await nextcloud().occ('emancipasso:organisation', 'purge', association.id, '--yes')).toContain('1 document')
			expect((await association.call('camille', 'GET', `/organisations/${association.id}/documents/${id}`)).status).toBe(404)
		})

		test('that was not deleted and cannot be found now is listed as that, and given up only when somebody says that it is gone', async () => {
			await nextcloud().occ('group:add', 'lointain')
			const association = new Association(nextcloud())
			const { data } = await association.call<{ id: string }>('alix', 'POST', '/organisations', { name: 'La Lointaine', membersGroup: 'association', managersGroup: 'lointain', publishersGroup: 'bureau' })
			association.id = data.id
			const listed = async () => (await nextcloud().occ('emancipasso:organisation', 'list', '--lost')).trim()
			await nextcloud().hideGroup('lointain')
			expect(await listed()).toBe(`${association.id}  La Lointaine  (members: association, managers: lointain cannot be found now, publishers: bureau)`)
			const status = await nextcloud().occ('emancipasso:status').then(() => '', (error: { stdout: string }) => error.stdout)
			expect(status).toContain('The group of managers of the organisation “La Lointaine” cannot be found now: is the directory of groups reachable?')
			const refused = await nextcloud().occ('emancipasso:organisation', 'purge', association.id, '--yes').then(() => '', (error: { stdout: string }) => error.stdout)
			expect(refused).toMatch(/Is the directory of groups .+ reachable\?.+--group-is-gone/)
			expect(await exitOf('reassign', association.id, '--managers=bureau')).not.toBe(0)
			await nextcloud().occ('group:add', 'lointain')
			expect(await listed()).toBe('')
			await nextcloud().hideGroup('lointain')
			expect(await nextcloud().occ('emancipasso:organisation', 'reassign', association.id, '--managers=bureau', '--group-is-gone')).toContain('managers: bureau')
			expect(await listed()).toBe('')
			expect(await exitOf('purge', association.id, '--yes')).toBe(0)
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

	test('a purge of everything erases what was written for an organisation that had just gone', async () => {
		await php('leave-orphans.php')
		expect(await nextcloud().occ('emancipasso:purge', '--yes')).toContain('Erased 0 organisation(s) and 1 document(s).')
		expect((await php('leave-orphans.php', 'count')).trim().split('\n')).toEqual(['0', '0', '0', '0'])
	})

	describe('a purge of everything, of the copies', () => {
		const statusOf = async (name: string, version: string) => (await fetch(`${nextcloud().url}/index.php/apps/emancipasso/packs/${name}/${version}`, { headers: await nextcloud().headers('dominique') })).status

		test('keeps those that a diagnosis is still read with, and no other', async () => {
			await php('keep-packs.php')
			expect([await statusOf('solutions', '0.8.0'), await statusOf('solutions', '0.9.0')]).toEqual([200, 200])
			await php('keep-packs.php', 'sweep')
			expect([await statusOf('solutions', '0.8.0'), await statusOf('solutions', '0.9.0')]).toEqual([404, 200])
			await nextcloud().occ('emancipasso:purge', '--yes')
			expect(await statusOf('solutions', '0.9.0')).toBe(404)
		})

		test('keeps what the app brings, so that a diagnosis begun afterwards outlives the next update', async () => {
			await nextcloud().occ('emancipasso:purge', '--yes')
			const folder = join(nextcloud().root, 'apps/emancipasso/packs')
			renameSync(folder, `${folder}-before`)
			try {
				for (const { name, version } of staticPacks().filter((pack) => pack.name !== 'vocabularies')) {
					expect([name, await statusOf(name, version)]).toEqual([name, 200])
				}
			} finally {
				renameSync(`${folder}-before`, folder)
			}
		})
	})
}
