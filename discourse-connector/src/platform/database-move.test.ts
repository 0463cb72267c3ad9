/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { CommandContext } from './command.ts'
import type { Migrations } from './migrations.ts'
import type { Tables } from './tables.ts'

import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '../schema.ts'
import { readConfiguration } from './configuration.ts'
import { databaseCommand } from './database-command.ts'
import { openServer } from './database-server.ts'
import { leaveHint } from './hints.ts'
import { startCluster } from './testing-cluster.ts'
import { testPGlite } from './testing-pglite.ts'
import { postgresAvailable } from './testing-postgres.ts'

const available = postgresAvailable()

describe('moving the data to a PostgreSQL server', () => {
	let source: Awaited<ReturnType<typeof testPGlite>>
	let cluster: { url: string, stop: () => Promise<void> }
	let url: string
	let said: string[]

	beforeAll(async () => {
		if (available) {
			source = await testPGlite()
			cluster = process.env.TEST_POSTGRES_URL ? { url: process.env.TEST_POSTGRES_URL, stop: async () => {} } : await startCluster()
		}
	})

	beforeEach(async ({ skip }) => {
		skip(!available, 'no PostgreSQL on this machine: install postgresql or set TEST_POSTGRES_URL')
		said = []
		const name = `moved_${randomUUID().slice(0, 8)}`
		const server = await openServer(cluster.url)
		await sql`create database ${sql.id(name)}`.execute(server.kysely)
		await server.close()
		url = Object.assign(new URL(cluster.url), { pathname: name }).href
	})

	afterAll(async () => {
		await source?.close()
		await cluster?.stop()
	})

	async function move(all: Migrations = migrations): Promise<number> {
		const context: CommandContext = {
			database: source,
			configuration: readConfiguration({}),
			directory: '/',
			print: (line) => said.push(line),
			complain: (line) => said.push(line),
		}
		return await databaseCommand(all)(['move', '--to', url], context)
	}

	it('takes every row along, unchanged, and counts them', async () => {
		const hint = 'need-l’été\\ "quoted" \n\t🌻'
		await leaveHint(source.kysely, hint, 'published')
		await source.kysely.insertInto('instance').values({ id: 'i', name: 'Nantes' }).execute()
		await source.kysely.insertInto('instance_token').values({ hash: 'h', prefix: 'p', instance_id: 'i' }).execute()
		for (let count = 0; count < 450; count++) {
			await source.kysely.insertInto('organisation').values({ instance_id: 'i', organisation_id: `organisation-${count}` }).execute()
		}

		expect(await move()).toBe(0)
		const target = await openServer(url)
		for (const table of ['hint', 'instance', 'instance_token', 'organisation'] as const) {
			const [before, after] = await Promise.all([source, target].map(async ({ kysely }) => (await sql<{ row: string }>`select ${sql.id(table)}::text as row from ${sql.id(table)} order by 1`.execute(kysely)).rows.map(({ row }) => row.replace(/\+00\b/g, 'Z')).sort()))
			expect(after).toEqual(before)
		}
		await target.close()
		expect(said).toContain('organisation: 450')
	})

	it.each([
		['a row that does not fit', { '99999999-00-late': { up: (kysely: Kysely<Tables>) => sql`alter table instance add constraint no_nantes check (name <> 'Nantes')`.execute(kysely).then(() => {}) } }],
		['a table that cannot be made', { '99999999-00-late': { up: (kysely: Kysely<Tables>) => sql`create extension no_such_extension`.execute(kysely).then(() => {}) } }],
	])('leaves nothing behind after %s, so that it can be done again', async (_, late) => {
		await source.kysely.insertInto('instance').values({ id: randomUUID(), name: 'Nantes' }).execute()
		expect(await move({ ...migrations, ...late })).toBe(1)
		expect(said.join()).toMatch(/no_(nantes|such_extension)[^]*Nothing was moved/)

		expect(await move()).toBe(0)
		expect(said.join()).toContain('Everything was moved and counted')
	})

	it('refuses a database that has something in it', async () => {
		const target = await openServer(url)
		await sql`create table precious (text text)`.execute(target.kysely)
		await target.close()

		expect(await move()).toBe(1)
		expect(said.join()).toContain('has tables already')
	})
})
