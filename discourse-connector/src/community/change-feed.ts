/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely, RawBuilder } from 'kysely'
import type { Database } from '../platform/database.ts'
import type { Tables } from '../platform/tables.ts'
import type { ChangeTable } from './tables.ts'

import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { Problem } from '../platform/problem.ts'

/** A record to read again. */
export interface Change {
	cursor: string
	kind: ChangeTable['kind']
	id: string
	/** ISO instant. */
	at: string
}

const BEGINNING = 'start.0'

/**
 * Notes that records changed. It takes the lock that puts all changes into one order, so call it as late as the
 * transaction allows, after the rows of the records are locked and before hints are left.
 *
 * @param transaction the one that changes them
 * @param kind what of them changed
 * @param records ids of needs
 * @return the position of the last one; the positions before it, one for each record, belong to the others
 */
export async function noteChanges(transaction: Kysely<Tables>, kind: ChangeTable['kind'], records: readonly string[]): Promise<number> {
	const { rows: [counter] } = await sql<{ position: number }>`
		with ${notingChanges(kind, sql`select value::uuid as record from json_array_elements_text(${JSON.stringify(records)}::json)`)}
		select position from counter
	`.execute(transaction)
	return counter?.position ?? 0
}

/**
 * The same as parts of a larger statement, which changes the records itself. They come one after the other: first what
 * finds the records, then the lock, then the notes.
 *
 * @param kind what of them changed
 * @param records query with one column `record`
 * @return CTEs `changed`, `counter` with the last position, and `noted`
 */
export function notingChanges(kind: ChangeTable['kind'], records: RawBuilder<unknown>): RawBuilder<unknown> {
	return sql`
		changed as materialized (${records}),
		counter as (
			insert into change_counter (id, feed, position) select 1, ${randomUUID()}, count(*) from changed
			on conflict (id) do update set position = change_counter.position + excluded.position
			returning position
		),
		-- The row of the record moves up, so the feed is never longer than there are records.
		noted as (
			insert into change (record, kind, position)
			select record, ${kind}, counter.position + 1 - row_number() over (order by record) from changed, counter
			on conflict (kind, record) do update set position = excluded.position, at = now()
		)
	`
}

/**
 * Makes every cloud read everything anew, because the cursors that it holds may be from a future that the data does not
 * know any more.
 *
 * @param transaction that restored the data
 */
export async function renameFeed(transaction: Kysely<Tables>): Promise<void> {
	await transaction.updateTable('change_counter').set({ feed: randomUUID() }).execute()
}

/** What changed, in the order in which the changes were committed. */
export class ChangeFeed {
	readonly #database: Pick<Database, 'kysely'>

	constructor(database: Pick<Database, 'kysely'>) {
		this.#database = database
	}

	/** The cursor behind the newest change. */
	async head(): Promise<{ feed: string, position: number }> {
		const counter = await this.#database.kysely.selectFrom('change_counter').select(['feed', 'position']).executeTakeFirst()
		return counter ?? { feed: 'start', position: 0 }
	}

	/**
	 * The changes behind a cursor that concern an instance. Each record comes once, with its newest change; what was
	 * never public is told to its own instance only.
	 *
	 * @param instance that asks
	 * @param after a cursor that was given before; from the beginning without one
	 * @param limit how many at most
	 * @return the changes and the cursor behind them
	 * @throws {Problem} `unknown-cursor` for one of another feed, or from a future that a restored database does not know
	 */
	async read(instance: string, after: string | undefined, limit: number): Promise<{ items: Change[], cursor: string }> {
		const head = await this.head()
		const from = positionOf(after ?? BEGINNING, head)
		const rows = from === head.position
			? []
			: await this.#database.kysely.selectFrom('change').leftJoin('need', 'need.id', 'change.record')
					.select(['change.position', 'change.kind', 'change.record', 'change.at'])
					.where('change.position', '>', from).where('change.position', '<=', head.position)
					.where(({ eb, or }) => or([eb('need.published_at', 'is not', null), eb('need.instance_id', '=', instance)]))
					.orderBy('change.position').limit(limit).execute()
		const last = rows.length === limit ? rows.at(-1)?.position ?? from : head.position
		return {
			items: rows.map((row) => ({ cursor: `${head.feed}.${row.position}`, kind: row.kind, id: row.record, at: row.at.toISOString() })),
			cursor: `${head.feed}.${last}`,
		}
	}
}

function positionOf(cursor: string, head: { feed: string, position: number }): number {
	const [, feed, digits] = /^([0-9a-z-]{1,40})\.(\d{1,15})$/u.exec(cursor) ?? []
	const position = Number(digits)
	const known = cursor === BEGINNING || (feed === head.feed && position <= head.position)
	if (!known) {
		throw new Problem('unknown-cursor')
	}
	return position
}
