/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Database } from './platform/database.ts'
import type { Migrations } from './platform/migrations.ts'
import type { Tables } from './platform/tables.ts'

import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { embeddedDatabase, startPGlite } from './platform/database-embedded.ts'
import { contractedFor, doneMigrations, migrate } from './platform/migrations.ts'
import { testPGlite } from './platform/testing-pglite.ts'
import { brokenSince, fillSchema } from './platform/testing-schema.ts'
import { migrations } from './schema.ts'

const step = (statement: string): Migrations => ({ '29990101-00-later': { up: async (kysely: Kysely<Tables>) => void await sql.raw(statement).execute(kysely) } })

describe('the changes of the tables', () => {
	const opened: Database[] = []

	afterEach(async () => {
		await Promise.all(opened.splice(0).map((database) => database.close()))
	})

	/** @return a database without tables */
	async function openEmpty(): Promise<Database> {
		opened.push(await embeddedDatabase(await startPGlite(undefined)))
		return opened.at(-1)!
	}

	/** @return a database with every table */
	async function openNewest(): Promise<Database> {
		opened.push(await testPGlite())
		return opened.at(-1)!
	}

	it('leave to the program before all that it reads and writes, one by one, with rows in every table', async () => {
		const database = await openEmpty()
		const names = Object.keys(migrations).sort()
		const done: Migrations = {}
		for (const name of names) {
			const before = await fillSchema(database.kysely)
			Object.assign(done, { [name]: migrations[name] })
			await migrate(database, done)
			if (contractedFor(name) === undefined) {
				expect(await brokenSince(database.kysely, before), name).toEqual([])
			}
		}
		expect((await fillSchema(database.kysely)).rows.length).toBeGreaterThan(10)
	})

	it('take something away only a release after the first program that does without it', () => {
		const contracted = Object.keys(migrations).flatMap((name) => contractedFor(name) ?? [])
		expect(contracted.filter((first) => first.localeCompare(manifest.version.replace(/\.\d+$/, ''), 'en', { numeric: true }) >= 0)).toEqual([])
	})

	it.each([
		['drops a column', 'alter table need drop column member_id', 'need.member_id is gone'],
		['renames a column', 'alter table need rename column status to state', 'need.status is gone'],
		['drops a table', 'drop table request_count', 'request_count.bearer is gone'],
		['changes a type', 'alter table hint alter column generation type bigint', 'hint.generation was integer and is bigint'],
		['makes a column needed', 'update need set status_note = \'{}\'; alter table need alter column status_note set not null', 'need.status_note can no longer be empty'],
		['takes a default away', 'alter table instance alter column state drop default', 'instance.state is no longer filled in'],
		['adds a column that must be written', 'delete from support; alter table support add column why text not null', 'support.why must be written'],
		['adds a rule', 'delete from support; alter table support add check (member_id <> \'x\')', 'a row that was taken before is refused'],
	])('are found out when one %s', async (_, statement, fault) => {
		const database = await openNewest()
		const before = await fillSchema(database.kysely)
		for (const part of statement.split('; ')) {
			await sql.raw(part).execute(database.kysely)
		}
		expect((await brokenSince(database.kysely, before)).join()).toContain(fault)
	})

	it('of a newer version that only expands are left as they are, and named', async () => {
		const database = await openNewest()
		await migrate(database, { ...migrations, ...step('alter table need add column later text') })
		expect(await migrate(database, migrations)).toEqual(['29990101-00-later'])
		expect(await doneMigrations(database.kysely)).toHaveLength(Object.keys(migrations).length + 1)
	})

	it('of a newer version that took away what this one needs keep it from starting, in words', async () => {
		const database = await openNewest()
		await migrate(database, { ...migrations, '29990101-00-later-contract-999.0': { up: async () => {} } })
		await expect(migrate(database, migrations)).rejects.toThrow(/cannot work with .*Start the newer version/)
	})

	it('are made up for on the tables of an older version, with its rows', async () => {
		const database = await openEmpty()
		const [first = '', ...later] = Object.keys(migrations).sort().toReversed()
		await migrate(database, Object.fromEntries(later.map((name) => [name, migrations[name]!])))
		await sql`insert into instance (id, name) values ('i', 'Nantes')`.execute(database.kysely)
		expect(await migrate(database, migrations)).toEqual([])
		expect(await doneMigrations(database.kysely)).toContain(first)
		expect(await database.kysely.selectFrom('instance').select('name').execute()).toEqual([{ name: 'Nantes' }])
	})
})
