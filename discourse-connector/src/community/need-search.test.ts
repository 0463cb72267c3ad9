/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { hostileTexts } from '@emancipasso/shared/community/testing/hostile-texts'
import { describe, expect, it } from 'vitest'
import { withDatabase } from '../platform/testing.ts'
import { searchNeeds } from './need-search.ts'
import { NeedStore } from './need-store.ts'
import { ailleurs, amis, needId, publication } from './testing.ts'

describe('the search of needs', () => {
	const database = withDatabase()
	const needs = new NeedStore(database, { publicationsPerDay: 500, heldPublications: 0 })
	const titles = ['Remplacer notre agenda partagé', 'Héberger nos vidéos ailleurs', 'Migrer la comptabilité vers un outil libre', 'Une messagerie pour les bénévoles']

	async function fill(): Promise<void> {
		for (const [at, title] of titles.entries()) {
			await needs.put(amis, needId(at + 1), publication({
				title,
				kind: at === 3 ? 'shared-development' : 'tool-advice',
				toolsConcerned: at === 3 ? ['WhatsApp'] : [],
				sections: [{ id: 'problem', text: `Ligne une.\nŒuvre numéro ${at} dans l’année.` }],
			}), { create: true })
		}
	}

	async function found(text: string): Promise<string[]> {
		const { items } = await searchNeeds(database, ailleurs, { text, limit: 10 })
		return items.map(({ publication: { title } }) => title)
	}

	it.each([
		['agenda', [titles[0]]],
		['AGENDA PARTAGE', [titles[0]]],
		['messag', [titles[3]]],
		['whatsapp', [titles[3]]],
		['oeuvre 2', [titles[2]]],
		['l\'annee', titles.toReversed()],
		['agneda partage', [titles[0]]],
		['comptabilitee', [titles[2]]],
		['hébergr vidéo', [titles[1]]],
		['zzzzzz', []],
		['problem', []],
		['', titles.toReversed()],
	])('finds %j', async (text, expected) => {
		await fill()
		expect(await found(text)).toEqual(expected)
	})

	it('finds nothing and breaks nothing with whatever is typed', async () => {
		await fill()
		for (const text of [...Object.values(hostileTexts).map((hostile) => hostile.slice(0, 200).toWellFormed().replaceAll('\u0000', '')), '\'', ':*', '& | !', '<->', '%', '\\', 'a\'b:*|c']) {
			await expect(searchNeeds(database, ailleurs, { text, limit: 10 })).resolves.toHaveProperty('items')
		}
	})

	it('narrows to a kind and to the organisation’s own', async () => {
		await fill()
		await needs.put(ailleurs, needId(9), publication({ title: 'Celui d’ailleurs' }), { create: true })

		expect((await searchNeeds(database, ailleurs, { kind: 'shared-development', limit: 10 })).items).toHaveLength(1)
		expect((await searchNeeds(database, ailleurs, { mine: true, limit: 10 })).items.map(({ mine, uuid }) => [mine, uuid])).toEqual([[true, needId(9)]])
	})

	it('goes on page by page, newest first, each need once', async () => {
		await fill()
		const seen: string[] = []
		for (let cursor: string | null | undefined; cursor !== null;) {
			const page = await searchNeeds(database, ailleurs, { limit: 3, cursor })
			seen.push(...page.items.map(({ publication: { title } }) => title))
			cursor = page.cursor
		}
		expect(seen).toEqual(titles.toReversed())
	})

	it('shows what was withdrawn or waits to its own organisation only', async () => {
		await fill()
		await needs.withdraw(amis, needId(1))
		const waiting = new NeedStore(database, { publicationsPerDay: 500, heldPublications: 99 })
		await waiting.put(amis, needId(8), publication({ title: 'Un besoin qui attend' }), { create: true })

		expect(await found('agenda')).toEqual([])
		expect(await found('attend')).toEqual([])
		expect((await searchNeeds(database, amis, { limit: 10 })).items).toHaveLength(5)
	})

	it('refuses a cursor that it did not give', async () => {
		for (const cursor of ['x', ...['2026-01-01 10:00:00+00 ; drop table need', `2026-99-99 10:00:00+00 ${needId(1)}`, `2026-01-01 10:00:00+99 ${needId(1)}`, `2026-01-01 10:00:00+00 ${'-'.repeat(36)}`].map((text) => Buffer.from(text).toString('base64url'))]) {
			await expect(searchNeeds(database, ailleurs, { limit: 3, cursor })).rejects.toMatchObject({ id: 'invalid-input' })
		}
	})
})
