/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, test } from 'vitest'
import { NeedStore } from '../../community/need-store.ts'
import { ailleurs, amis, needId, publication } from '../../community/testing.ts'
import { withDatabase } from '../../platform/testing.ts'
import { openConsole } from '../testing.ts'

const database = withDatabase()

describe('first publications in the console', () => {
	const needs = () => new NeedStore(database, { heldPublications: 3, publicationsPerDay: 10 })

	test('shows exactly what would be public, and publishes it', async () => {
		const visitor = await (await openConsole(database)).operator()
		await needs().put(amis, needId(1), publication(), { create: true })
		expect((await visitor.get('/publications')).words).toContain('Remplacer notre agenda partagé')
		const { words } = await visitor.get(`/publications/${needId(1)}`)
		expect(words).toContain('L’agenda actuel est chez un géant et nous voulons en sortir.')
		expect(words).toContain('An association that prefers not to be named')

		await visitor.post(`/publications/${needId(1)}/release`, {}, { from: `/publications/${needId(1)}` })
		expect((await needs().read(ailleurs, needId(1))).status).toBe('published')
		expect((await visitor.get('/publications')).words).toContain('Published: the need goes to the forum.')
		expect((await visitor.get('/publications')).words).toContain('Nothing waits to be read')
	})

	test('tells the author why it was refused; a corrected text waits again', async () => {
		const visitor = await (await openConsole(database)).operator()
		await needs().put(amis, needId(1), publication(), { create: true })
		const from = `/publications/${needId(1)}`
		await visitor.post(`${from}/refuse`, { reason: '' }, { from })
		expect((await visitor.get(from)).words).toContain('Write why')
		await visitor.post(`${from}/refuse`, { reason: 'Il nomme une personne.' }, { from })

		const refused = await needs().read(amis, needId(1))
		expect(refused).toMatchObject({ status: 'held', statusNote: { fr: expect.stringContaining('Il nomme une personne.') as unknown } })
		expect((await visitor.get('/publications')).words).toContain('Refused')
		await needs().put(amis, needId(1), publication({ title: 'Remplacer notre agenda, sans nommer personne' }), { revision: refused.revision })
		expect((await needs().read(amis, needId(1))).statusNote?.fr).not.toContain('nomme une personne.')
		expect((await visitor.get('/publications')).words).toMatch(/wait.*sans nommer personne(?!.*Refused)/)
	})

	test('decides nothing twice', async () => {
		const visitor = await (await openConsole(database)).operator()
		await needs().put(amis, needId(1), publication(), { create: true })
		const from = `/publications/${needId(1)}`
		await visitor.get(from)
		await needs().withdraw(amis, needId(1))

		await visitor.post(`${from}/release`, {}, { from: '/' })
		expect((await visitor.get('/publications')).words).toContain('nothing was changed')
		expect((await needs().read(amis, needId(1))).status).toBe('withdrawn')
	})
})
