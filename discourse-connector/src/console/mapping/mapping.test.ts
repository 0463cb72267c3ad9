/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, test } from 'vitest'
import { withDatabase } from '../../platform/testing.ts'
import { openConsole } from '../testing.ts'

const database = withDatabase()

const FIELDS = { 'category.technical-help': '5', 'category.tool-advice': '6', 'category.provider-search': '7', 'category.shared-development': '8' }

describe('the mapping', () => {
	test('offers the forum’s categories by name, and previews a topic without keeping anything', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		const { text, words } = await visitor.get('/mapping?example=tool-advice&category.tool-advice=8&tag.tool-advice=conseil&tag.published=')

		expect(text).toMatch(/<option value="6">Conseils d’outils \(6\)/)
		expect(words).toMatch(/The topic as it would be.*Category : Développement mutualisé/)
		expect(words).toMatch(/Tags : conseil fr-bre/)
		expect(await database.kysely.selectFrom('topic_mapping').selectAll().execute()).toEqual([])
		expect((await visitor.get('/mapping')).words).toContain('tool-advice published fr-bre')
	})

	test('brings what is on the forum already to its new place, and leaves people’s tags', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		const uuid = await console.publish()
		await console.drain()
		await visitor.post('/mapping', { ...FIELDS, 'category.tool-advice': '8', 'tag.tool-advice': 'conseil', 'tag.published': '' })
		expect((await visitor.get('/mapping')).words).toContain('Saved. Topics to bring up to date: 1.')
		await console.drain()

		const [topic] = console.topics(uuid)
		expect(topic?.categoryId).toBe(8)
		expect(topic?.tagIds.map((id) => console.forum.state.tag(id)?.name)).toEqual(['conseil'])
		expect((await visitor.get('/log')).words).toContain('tool-advice = 8')
	})

	test('that is saved as it was is no change, and the log tells of none', async () => {
		const visitor = await (await openConsole(database)).operator()
		await visitor.post('/mapping', FIELDS)

		expect((await visitor.get('/mapping')).words).toContain('Nothing changed')
		expect((await visitor.get('/log')).words).not.toContain('Changed categories')
	})

	test('goes back to the configuration when the same is chosen again', async () => {
		const visitor = await (await openConsole(database)).operator()
		await visitor.post('/mapping', { ...FIELDS, 'category.tool-advice': '8' })
		await visitor.post('/mapping', FIELDS)

		expect(await database.kysely.selectFrom('topic_mapping').selectAll().execute()).toEqual([])
	})

	test('refuses what no forum takes, in words, and keeps what was typed', async () => {
		const visitor = await (await openConsole(database)).operator()
		const seen = await visitor.post('/mapping', { ...FIELDS, 'tag.tool-advice': 'deux mots', 'category.provider-search': '-1', 'tag.published': 'en-ligne' })
		const page = await visitor.get(seen.to ?? '')

		expect(page.words).toContain('Nothing was saved.')
		expect(page.words).toMatch(/These fields do not fit: [^.]*,/)
		expect(page.text).toContain('value="en-ligne"')
		expect(page.text).not.toContain('token=')
		expect(await database.kysely.selectFrom('topic_mapping').selectAll().execute()).toEqual([])
	})

	test('asks for numbers while the forum does not answer', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		await console.forum.close()

		expect((await visitor.get('/mapping')).text).toMatch(/type="number"[^>]*value="6"/)
	})
})
