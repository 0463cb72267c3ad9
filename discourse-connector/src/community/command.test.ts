/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { Registry } from 'prom-client'
import { beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../commands.ts'
import { readConfiguration } from '../platform/configuration.ts'
import { withDatabase } from '../platform/testing.ts'
import { eraseOrganisation } from './erasure.ts'
import { measureNeeds } from './need-metrics.ts'
import { NeedStore } from './need-store.ts'
import { ailleurs, amis, needId, publication } from './testing.ts'

describe('the operator’s command about needs', () => {
	const database = withDatabase()
	const needs = new NeedStore(database, { publicationsPerDay: 50, heldPublications: 3 })
	const configuration = readConfiguration({})
	let shown: string[] = []
	let complaints: string[] = []

	beforeEach(async () => {
		await database.kysely.insertInto('instance').values({ id: amis.instance, name: 'Ville de\nNantes' }).execute()
		for (const number of [1, 2]) {
			await needs.put(amis, needId(number), publication({ title: `Besoin ${number} rouge\u202e\nvert` }), { create: true })
		}
	})

	async function run(...args: string[]): Promise<number> {
		shown = []
		complaints = []
		return await runCommand(['needs', ...args], { database, configuration, directory: '.', print: (line) => shown.push(line), complain: (line) => complaints.push(line) })
	}

	it('lists what waits, in text that cannot move the cursor', async () => {
		expect(await run('list')).toBe(0)
		expect(shown.map((line) => line.split('\t').slice(0, 2))).toEqual([[needId(1), 'held'], [needId(2), 'held']])
		expect(shown.join('')).not.toMatch(/[\u202e\n]/)
		expect(shown[0]).toContain('\tVille de Nantes (instance)\t')
	})

	it('shows what a need says before it is decided on, in text that cannot move the cursor', async () => {
		expect(await run('show', needId(1))).toBe(0)
		expect(shown.join('\n')).toContain('L’agenda actuel est chez un géant')
		expect(shown.join('')).not.toMatch(/[\p{Cc}\u202e]/u)

		await eraseOrganisation(database, amis.instance, amis.organisation)
		expect(await run('show', needId(1), needId(9), 'toString')).toBe(1)
		expect(complaints).toEqual([expect.stringContaining('erased'), expect.stringContaining('No need'), expect.stringContaining('No need')])
	})

	it('releases needs and takes them back', async () => {
		expect(await run('release', needId(1), `need-${needId(2)}`)).toBe(0)
		expect((await needs.read(ailleurs, needId(2))).status).toBe('published')
		expect(await run('list')).toBe(0)
		expect(shown).toEqual(['No need waits for release.'])

		expect(await run('hold', needId(1).toUpperCase())).toBe(0)
		await expect(needs.read(ailleurs, needId(1))).rejects.toMatchObject({ id: 'not-found' })
		expect(await run('list', '--all')).toBe(0)
		expect(shown).toHaveLength(2)
	})

	it('is told by a metric how many wait', async () => {
		const registry = new Registry()
		measureNeeds(registry, database)
		expect(await registry.metrics()).toMatch(/^emancipasso_needs_held 2$/m)
		await run('release', needId(1))
		expect(await registry.metrics()).toMatch(/^emancipasso_needs_held 1$/m)
	})

	it('says what it could not do, and does the rest', async () => {
		await needs.withdraw(amis, needId(1))

		expect(await run('release', needId(1), needId(9), 'x', needId(2))).toBe(1)
		expect(complaints).toHaveLength(3)
		expect((await needs.read(ailleurs, needId(2))).status).toBe('published')
		expect(await run('release', needId(2))).toBe(0)
		expect(shown[0]).toContain('already')
	})

	it.each([[], ['release'], ['list', 'x'], ['delete', 'x'], ['constructor', 'x']])('explains itself for %j', async (...args) => {
		expect(await run(...args)).toBe(2)
		expect(complaints[0]).toContain('needs release NEED')
	})
})
