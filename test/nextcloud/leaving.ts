/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AdminSettings, Start } from '@emancipasso/shared/contract/app-api'
import type { HistoryEntry } from '@emancipasso/shared/contract/app-documents'
import type { Scene } from './scene.ts'

import { beforeAll, describe, expect, test } from 'vitest'
import { Association } from './association.ts'
import { problem } from './scripted-connector.ts'

/**
 * People, groups and organisations that go; what they leave behind.
 *
 * @param scene of the Nextcloud
 */
export function leaving(scene: () => Scene): void {
	describe('leaving', () => {
		let association: Association
		let need = ''
		const asked = () => scene().connector.calls.map(({ method, path }) => `${method} ${path}`)
		const good = () => scene().connector.follow(({ method, path }, answer) => method === 'GET' && path.startsWith('/changes') ? answer(304) : answer(200, {}, { ETag: '"1"' }))

		beforeAll(async () => {
			association = await new Association(scene().nextcloud).found('La Fanfare')
			await association.join(scene().connector.url)
			good()
			need = await association.write()
			await association.publish(need, '{"title":"Des partitions partagées"}')
		})

		test('an organisation that is erased while the connector is down is erased there later', async () => {
			const gone = await new Association(scene().nextcloud).found('Éphémère')
			await gone.publish(await gone.write(), '{"title":"Bientôt effacé"}')
			scene().connector.follow((_asked, _answer, lose) => lose())
			expect((await gone.call('camille', 'DELETE', `/organisations/${gone.id}`)).data).toEqual({ documents: 1, connector: 'unreachable' })
			good()
			await scene().nextcloud.runJob()
			expect(asked()).toContain(`DELETE /organisations/${gone.id}`)
			good()
			await scene().nextcloud.runJob()
			expect(asked().filter((call) => call.startsWith('DELETE'))).toEqual([])
		})

		test('an erasure that the connector refuses does not hold up those behind it', async () => {
			const organisations = await Promise.all(['Refusée', 'Acceptée'].map(async (name) => {
				const made = await new Association(scene().nextcloud).found(name)
				await made.publish(await made.write(), '{"title":"Un besoin à effacer"}')
				return made
			}))
			const [refused, accepted] = organisations.map(({ id }) => id)
			scene().connector.follow(({ path }, answer) => path.endsWith(refused!) ? answer(403, problem('organisation-suspended')) : answer(200, {}))
			expect((await association.call('camille', 'DELETE', `/organisations/${refused}`)).data).toMatchObject({ connector: 'unreachable' })
			expect((await association.call('camille', 'DELETE', `/organisations/${accepted}`)).data).toMatchObject({ connector: 'erased' })
			good()
			await scene().nextcloud.runJob()
			expect(asked()).toContain(`DELETE /organisations/${refused}`)
		})

		test('what was erased and withdrawn is asked for again when the connector was restored from a backup, once', async () => {
			const gone = await new Association(scene().nextcloud).found('Effacée')
			await gone.publish(await gone.write(), '{"title":"À oublier avec elle"}')
			const [erased, withdrawn] = [await association.write(), await association.write()]
			scene().connector.follow(({ method, path }, answer) => method === 'DELETE' ? answer(202, { topic: 'erased' }) : answer(200, { status: path.endsWith('/withdraw') ? 'withdrawn' : 'published' }, { ETag: '"1"' }))
			for (const one of [erased, withdrawn]) {
				await association.publish(one, '{"title":"À reprendre"}')
			}
			await association.call('camille', 'DELETE', `/organisations/${gone.id}`)
			await association.call('camille', 'PUT', `/organisations/${association.id}/documents/${erased}/erasure`)
			await association.call('camille', 'DELETE', `/organisations/${association.id}/documents/${withdrawn}/publication`)
			const restored = () => scene().connector.follow(({ method, path }, answer) => {
				if (method !== 'GET') {
					answer(202, { topic: 'waiting' })
				} else if (path.includes('after=from-the-future')) {
					answer(410, problem('unknown-cursor'))
				} else {
					answer(200, { items: [], cursor: 'of-the-restored-feed', packs: [], version: '0.1.0' })
				}
			})
			scene().connector.follow(({ method }, answer) => method === 'GET' ? answer(200, { items: [], cursor: 'from-the-future', packs: [], version: '0.1.0' }) : answer(200, {}))
			await scene().nextcloud.runJob()
			restored()
			await scene().nextcloud.runJob()
			expect(asked()).toEqual(expect.arrayContaining([`DELETE /organisations/${gone.id}`, `DELETE /needs/${erased}`, `POST /needs/${withdrawn}/withdraw`]))
			expect(scene().connector.calls.find(({ path }) => path === `/needs/${erased}`)?.headers['emancipasso-organisation']).toBe(association.id)
			good()
			await scene().nextcloud.runJob()
			expect(asked().filter((call) => !call.startsWith('GET'))).toEqual([])
		})

		test('an organisation that nobody wants any more is erased from the command line, when it is meant', async () => {
			const gone = await new Association(scene().nextcloud).found('Dissoute')
			await gone.publish(await gone.write(), '{"title":"À effacer avec elle"}')
			good()
			await expect(scene().nextcloud.occ('emancipasso:organisation', 'purge', gone.id)).rejects.toThrow()
			expect(asked()).toEqual([])
			expect(await scene().nextcloud.occ('emancipasso:organisation', 'purge', gone.id, '--yes')).toContain('1 document')
			expect(asked()).toEqual([`DELETE /organisations/${gone.id}`])
		})

		test('a person whose account is deleted is forgotten by name, here and at the connector', async () => {
			const history = async () => (await association.call<{ history: HistoryEntry[] }>('camille', 'GET', `/organisations/${association.id}/documents/${need}/history`)).data.history
			expect((await history())[0]!.byName).toBe('Dominique Petit')
			const { id: owned } = await association.keep({ title: 'Confiée', owner: 'dominique' })
			good()
			await scene().nextcloud.occ('user:delete', 'dominique')
			expect(await association.read(owned)).toMatchObject({ owner: null, ownerName: '', title: 'Confiée' })
			expect((await history())[0]!.byName).toBe('Ancien membre')
			expect((await association.read(need)).document).toEqual({ text: 'brouillon' })
			await scene().nextcloud.runJob()
			expect(asked()).toContainEqual(expect.stringMatching(/^DELETE \/members\/[0-9a-f]{40}$/))
		})

		test('a group that is deleted takes its rights along, even if another of its name comes', async () => {
			const role = async () => (await association.call<Start>('camille', 'GET', '/start')).data.organisations.find(({ id }) => id === association.id)?.role
			expect(await role()).toEqual({ manager: true, publisher: true })
			await scene().nextcloud.occ('group:delete', 'bureau')
			await scene().nextcloud.occ('group:add', 'bureau')
			await scene().nextcloud.occ('group:adduser', 'bureau', 'camille')
			expect(await role()).toEqual({ manager: false, publisher: false })
			const failed = await scene().nextcloud.occ('emancipasso:status', '--output=json').then(() => '{}', (error: { stdout: string }) => error.stdout)
			const { organisationsWithoutGroup = [], problems = [] } = JSON.parse(failed) as { organisationsWithoutGroup?: { id: string }[], problems?: string[] }
			expect(organisationsWithoutGroup.map(({ id }) => id)).toContain(association.id)
			expect(problems.join('\n')).toMatch(new RegExp(`La Fanfare.+occ emancipasso:organisation reassign ${association.id} --managers=GROUP`))
			for (const list of [['list'], ['list', '--lost']]) {
				expect(await scene().nextcloud.occ('emancipasso:organisation', ...list)).toMatch(new RegExp(`${association.id}  La Fanfare  .+managers: deleted`))
			}
			const { organisationsWithoutGroup: shown } = (await association.call<AdminSettings>('admin', 'GET', '/settings')).data
			expect(shown).toContainEqual({ id: association.id, name: 'La Fanfare', missing: ['managers', 'publishers'], unreachable: [], since: expect.any(String) as unknown, documents: expect.any(Number) as unknown })
			await expect(scene().nextcloud.occ('emancipasso:organisation', 'reassign', association.id, '--managers=nulle-part')).rejects.toThrow()
			await expect(scene().nextcloud.occ('emancipasso:organisation', 'reassign', association.id)).rejects.toThrow()
			await scene().nextcloud.occ('emancipasso:organisation', 'reassign', association.id, '--managers=bureau', '--publishers=bureau')
			expect(await role()).toEqual({ manager: true, publisher: true })
			expect(await scene().nextcloud.occ('emancipasso:organisation', 'list', '--lost')).not.toContain(association.id)
		})

		test('disabling the app keeps everything', async () => {
			await scene().nextcloud.occ('app:disable', 'emancipasso')
			await scene().nextcloud.occ('app:enable', 'emancipasso')
			expect((await association.read(need)).document).toEqual({ text: 'brouillon' })
		})

		test('a purge erases all of it here and at the connector, when it is meant', async () => {
			good()
			const announced = await scene().nextcloud.occ('emancipasso:purge').then(() => '', (error: { stdout: string }) => error.stdout)
			expect(announced).toMatch(/would be asked to erase [1-9]\d* organisation.+ [1-9]\d* published need/)
			expect((await association.call<Start>('camille', 'GET', '/start')).data.organisations).not.toEqual([])
			await scene().nextcloud.occ('emancipasso:purge', '--yes')
			expect(asked()).toContain(`DELETE /organisations/${association.id}`)
			const { data } = await association.call<Start>('camille', 'GET', '/start')
			expect([data.organisations, data.connector.configured]).toEqual([[], false])
			expect(await scene().nextcloud.occ('config:list', 'emancipasso', '--private')).not.toMatch(/connector|Secret|packCopies/)
		})

		test('a purge finishes without a connector that is gone for ever, and lists what stays outside', async () => {
			await association.found('La Dernière', 'admin')
			await association.join(scene().connector.url)
			good()
			await association.publish(await association.write('camille'), '{"title":"Reste dehors"}')
			scene().connector.follow((_asked, _answer, lose) => lose())
			await expect(scene().nextcloud.occ('emancipasso:purge', '--yes')).rejects.toThrow()
			expect(await scene().nextcloud.occ('emancipasso:purge').then(() => '', (error: { stdout: string }) => error.stdout)).toMatch(/ [1-9]\d* record\(s\) of earlier erasures/)
			scene().connector.follow((_asked, _answer, lose) => lose())
			expect(await scene().nextcloud.occ('emancipasso:purge', '--yes', '--leave-published')).toContain(`organisations/${association.id}`)
			expect(asked()).toEqual([])
			expect(await scene().nextcloud.occ('config:list', 'emancipasso', '--private')).not.toMatch(/connector|Secret|place/)
		})
	})
}
