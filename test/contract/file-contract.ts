/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { User } from './app-under-test.ts'
import type { Scene } from './scene.ts'

import { fileLimit, FolderList, SavedFile } from '@emancipasso/shared/contract/app-files'
import { describe, expect, test } from 'vitest'

const base64 = (text: string) => Buffer.from(text).toString('base64')

/**
 * Papers in a person's own files.
 *
 * @param scene of the host
 */
export function fileContract(scene: () => Scene): void {
	const inOurs = () => ({ parameters: { organisation: scene().ours } })
	const list = async (path?: string, user: User = 'dominique') => await scene().client.data(FolderList, user, 'listFolders', { ...inOurs(), query: path === undefined ? {} : { path } })
	const paper = (fields: object = {}) => ({ ...inOurs(), body: { folder: '/Association/Conseil', name: 'Compte rendu d’été.odt', content: base64('Le papier du bureau'), ...fields } })
	const save = async (fields: object = {}, user: User = 'dominique') => await scene().client.data(SavedFile, user, 'saveFile', paper(fields))

	describe('files', () => {
		test('a paper is kept in the folder that was chosen, which is made when it is missing', async () => {
			const { client } = scene()
			const saved = await save()
			expect(saved.path).toBe('/Association/Conseil/Compte rendu d’été.odt')
			expect((await list()).folders).toContain('Association')
			expect(await list('/Association')).toEqual({ path: '/Association', folders: ['Conseil'] })
			expect(await list('/Association/Conseil')).toEqual({ path: '/Association/Conseil', folders: [] })
			const shown = await fetch(new URL(saved.url, client.app.base), { headers: await client.app.headers('dominique'), redirect: 'manual' })
			expect(shown.status).toBeLessThan(400)
		})

		test('a name that is taken gets a number before its ending, and nothing is written over', async () => {
			const folder = '/Doubles'
			const paths = []
			for (const text of ['un', 'deux', 'trois']) {
				paths.push((await save({ folder, name: 'Plan.csv', content: base64(text) })).path)
			}
			expect(paths).toEqual(['/Doubles/Plan.csv', '/Doubles/Plan (2).csv', '/Doubles/Plan (3).csv'])
		})

		test('the folders come in order, and the root is where one starts', async () => {
			for (const name of ['Zébre', 'abeille', 'École']) {
				await save({ folder: `/Ordre/${name}` })
			}
			expect((await list('/Ordre')).folders).toEqual(['abeille', 'École', 'Zébre'])
			expect((await list()).path).toBe('/')
			expect((await list('/')).folders).toEqual((await list()).folders)
		})

		test('everyone has files of their own', async () => {
			await save({ folder: '/Rien que moi' })
			expect((await list('/', 'camille')).folders).not.toContain('Rien que moi')
		})

		test.each(['/..', '/../sasha', '/Association/../../sasha', '/Association/..', '/./Association', '/Association\\..\\..', '/%2e%2e/\u0000'])('the path %j leads nowhere', async (path) => {
			const { client } = scene()
			expect(await client.problem('invalid-input', 'dominique', 'listFolders', { ...inOurs(), query: { path } })).toMatchObject({ field: 'path' })
			expect(await client.problem('invalid-input', 'dominique', 'saveFile', paper({ folder: path }))).toMatchObject({ field: 'folder' })
		})

		test.each(['..', '.', '../voisin.odt', 'a/b.odt', 'a\\b.odt', '', ' ', 'a'.repeat(201), 'nul\u0000.odt', `${'é'.repeat(190)}.odt`])('the name %j is refused', async (name) => {
			expect(await scene().client.problem('invalid-input', 'dominique', 'saveFile', paper({ name }))).toMatchObject({ field: 'name' })
		})

		test('a folder that is not there cannot be looked into, and a file is no folder', async () => {
			const { client } = scene()
			const { path } = await save({ folder: '/Un fichier', name: 'ici.txt' })
			await client.problem('invalid-input', 'dominique', 'listFolders', { ...inOurs(), query: { path: '/Nulle part' } })
			await client.problem('invalid-input', 'dominique', 'listFolders', { ...inOurs(), query: { path } })
			expect(await client.problem('invalid-input', 'dominique', 'saveFile', paper({ folder: `${path}/dessous` }))).toMatchObject({ field: 'folder' })
		})

		test('a paper of two million bytes is kept, and a larger one refused in words', async () => {
			const { client } = scene()
			await save({ folder: '/Grands', name: 'juste.bin', content: Buffer.alloc(fileLimit, 7).toString('base64') })
			await client.problem('too-large', 'dominique', 'saveFile', paper({ content: Buffer.alloc(fileLimit + 3, 7).toString('base64') }))
		})

		test.each([['no content', undefined], ['a content that is no base64', 'é!'], ['a content that is a list', ['a']]])('%s is refused', async (_what, content) => {
			expect(await scene().client.problem('invalid-input', 'dominique', 'saveFile', paper({ content }))).toMatchObject({ field: 'content' })
		})
	})
}
