/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PackName, PackVersion } from '@emancipasso/shared/contract/connector-input'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../platform/database.ts'
import type { Tables } from '../platform/tables.ts'

import { sql } from 'kysely'
import { createHash } from 'node:crypto'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The versions of the packs. */
export class PackStore {
	readonly #kysely: Kysely<Tables>

	constructor(database: Pick<Database, 'kysely'>) {
		this.#kysely = database.kysely
	}

	/** The newest version of each pack, by name. */
	async newest(): Promise<PackVersion[]> {
		const rows = await this.#kysely.selectFrom('pack').distinctOn('name')
			.select(['name', 'version', 'checksum', 'bytes', 'created_at'])
			.orderBy('name').orderBy('number', 'desc').execute()
		return rows.map(({ created_at: createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }))
	}

	/**
	 * The newest version of one pack; undefined before the first.
	 *
	 * @param name of the pack
	 */
	async newestVersion(name: PackName): Promise<string | undefined> {
		const row = await this.#kysely.selectFrom('pack').select('version')
			.where('name', '=', name).orderBy('number', 'desc').limit(1).executeTakeFirst()
		return row?.version
	}

	/**
	 * One version, as it is served. A release that was gone back to publishes its versions again, with the same bytes.
	 *
	 * @param name of the pack
	 * @param version any version there ever was
	 */
	async read(name: PackName, version: string): Promise<{ body: string, checksum: string } | undefined> {
		return await this.#kysely.selectFrom('pack').select(['body', 'checksum'])
			.where('name', '=', name).where('version', '=', version).limit(1).executeTakeFirst()
	}
}

/** A version about to be published. */
export interface NewPack {
	version: string
	/** JSON that says the pack's name and version beside its data. */
	text: string
	/** Now, when left out. */
	createdAt?: string
}

/**
 * Makes a new version of a pack when its content is not that of the newest one. Two processes at once make one version.
 *
 * @param transaction in which the content was read
 * @param name of the pack
 * @param content what says whether it changed; the version is no part of it
 * @param make the version, from its number
 * @return the newest version
 */
export async function publishPack(transaction: Transaction<Tables>, name: PackName, content: string, make: (number: number) => NewPack): Promise<string> {
	const contentHash = sha256(content)
	await lockPacks(transaction)
	const newest = await transaction.selectFrom('pack').select(['number', 'version', 'content_hash'])
		.where('name', '=', name).orderBy('number', 'desc').limit(1).executeTakeFirst()
	if (newest?.content_hash === contentHash) {
		return newest.version
	}
	const number = (newest?.number ?? 0) + 1
	const { version, text, createdAt } = make(number)
	await transaction.insertInto('pack').values({
		name,
		number,
		version,
		content_hash: contentHash,
		checksum: `sha256-${sha256(text)}`,
		bytes: Buffer.byteLength(text),
		body: text,
		...(createdAt === undefined ? {} : { created_at: createdAt }),
	}).execute()
	return version
}

/**
 * Makes other publications wait until the transaction ends. Take it before reading what is published: whoever reads later
 * then sees what the one before wrote.
 *
 * @param transaction that publishes
 */
export async function lockPacks(transaction: Transaction<Tables>): Promise<void> {
	await sql`lock table pack in share row exclusive mode`.execute(transaction)
}
