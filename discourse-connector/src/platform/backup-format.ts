/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { StartError } from './start-error.ts'

/**
 * The first line of a backup. A backup is compressed by gzip and has one JSON text a line: this header, then each row as
 * `{"table":{"column":…}}`, a table after those that it refers to, then `{"sha256":"…"}` of all bytes before that line.
 */
const BackupHeader = z.object({
	format: z.literal('emancipasso-backup-1'),
	/** Of the connector that wrote it. */
	version: z.string(),
	/** The changes that its tables had seen. */
	migrations: z.array(z.string()).min(1),
	createdAt: z.iso.datetime(),
	/** How many rows each has, in the order in which they follow. */
	tables: z.record(z.string(), z.int().nonnegative()),
})

export type BackupHeader = z.infer<typeof BackupHeader>

const Trailer = z.object({ sha256: z.string() })

/** What the rooms say about their tables. */
export interface BackupRules {
	/** Tables whose rows are true for a moment only, or open a door: no backup has them, and they are empty after a restore. */
	momentary: readonly string[]
	/** Makes others learn that the data is of an earlier day; called inside the transaction that restored it. */
	afterRestore: (transaction: Kysely<Tables>) => Promise<void>
}

/**
 * Ends a backup with the checksum of what it holds.
 *
 * @param content whole lines
 * @yields {string} the same, and the checksum
 */
export async function* seal(content: AsyncIterable<string>): AsyncGenerator<string> {
	const hash = createHash('sha256')
	for await (const lines of content) {
		hash.update(lines)
		yield lines
	}
	yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`
}

/**
 * Reads a backup line by line, the header apart.
 *
 * @param bytes of the file, no longer compressed
 * @return the header and the rows; who has read all of them knows that the file is whole
 * @throws {StartError} in words, when it is no backup, was cut or changed; so only what is undone then may be done meanwhile
 */
export async function openBackup(bytes: AsyncIterable<Buffer>): Promise<{ header: BackupHeader, rows: AsyncGenerator<string> }> {
	const lines = readLines(bytes)
	const first = await next(lines)
	const header = BackupHeader.safeParse(jsonOf(first ?? ''))
	if (first === undefined || !header.success) {
		throw new StartError('The file is no backup of the connector.')
	}
	return { header: header.data, rows: verified(first, lines) }
}

async function* verified(first: string, lines: AsyncGenerator<string>): AsyncGenerator<string> {
	const hash = createHash('sha256').update(`${first}\n`)
	for (let line = await next(lines); line !== undefined; line = await next(lines)) {
		if (line.startsWith('{"sha256":')) {
			if (Trailer.safeParse(jsonOf(line)).data?.sha256 !== hash.digest('hex') || await next(lines) !== undefined) {
				throw new StartError('The backup was changed after it was written: its checksum does not fit. Take another one.')
			}
			return
		}
		hash.update(`${line}\n`)
		yield line
	}
	throw new StartError('The backup is cut off: its end is missing. Take another one.')
}

async function next(lines: AsyncGenerator<string>): Promise<string | undefined> {
	try {
		const { value, done } = await lines.next()
		return done ? undefined : value
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : ''
		if (code === 'Z_BUF_ERROR') {
			throw new StartError('The backup is cut off: its end is missing. Take another one.', { cause: error })
		}
		if (code.startsWith('Z_')) {
			throw new StartError('The file is no backup of the connector, or it is damaged.', { cause: error })
		}
		throw error
	}
}

/**
 * Only a line feed ends a line: what else looks like an end may be part of a text.
 *
 * @param bytes of the file
 * @yields {string} each without its end
 */
async function* readLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
	let parts: Buffer[] = []
	for await (const chunk of bytes) {
		let from = 0
		for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
			yield Buffer.concat([...parts, chunk.subarray(from, end)]).toString()
			parts = []
			from = end + 1
		}
		parts.push(chunk.subarray(from))
	}
}

function jsonOf(line: string): unknown {
	try {
		return JSON.parse(line)
	} catch {
		return undefined
	}
}
