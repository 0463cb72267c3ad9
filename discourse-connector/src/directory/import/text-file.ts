/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { StartError } from '../../platform/start-error.ts'

/** Largest file that is read, in bytes. The whole of France is about a quarter of it. */
export const LARGEST_FILE = 100_000_000

/** How the bytes of a file are to be read. */
export interface TextFile {
	path: string
	encoding: 'utf-8' | 'windows-1252'
}

/**
 * Finds out how to read a file, by reading it through once.
 *
 * @param path of the file
 * @throws {StartError} in words, when it is missing, too large, empty or no text
 */
export async function inspectTextFile(path: string): Promise<TextFile> {
	const about = await stat(path).catch(() => undefined)
	if (!about?.isFile()) {
		throw new StartError(`There is no file ${path}. Check the path; it starts from the folder you are in.`)
	}
	if (about.size > LARGEST_FILE) {
		throw new StartError(`${path} is too large: ${Math.round(about.size / 1e6)} MB, at most ${LARGEST_FILE / 1e6} MB. Split it, by département for instance, and import the parts one by one.`)
	}
	if (about.size === 0) {
		throw new StartError(`${path} is empty. Export it again.`)
	}
	const decoder = new TextDecoder('utf-8', { fatal: true })
	let isUtf8 = true
	let first = true
	for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
		if (first) {
			refuseOtherFiles(path, chunk)
			first = false
		}
		if (chunk.includes(0)) {
			throw new StartError(`${path} is not a text file. Export it as CSV in UTF-8.`)
		}
		// A file cut in the middle of a letter is still UTF-8: its last row is told apart later.
		try {
			decoder.decode(chunk, { stream: true })
		} catch {
			isUtf8 = false
		}
		if (!isUtf8) {
			break
		}
	}
	return { path, encoding: isUtf8 ? 'utf-8' : 'windows-1252' }
}

/**
 * The text of a file, in pieces, without a byte order mark.
 *
 * @param file from `inspectTextFile`
 * @yields {string} what was decoded
 */
export async function* readText(file: TextFile): AsyncGenerator<string> {
	const decoder = new TextDecoder(file.encoding)
	for await (const chunk of createReadStream(file.path) as AsyncIterable<Buffer>) {
		yield decoder.decode(chunk, { stream: true })
	}
	yield decoder.decode()
}

/**
 * @param path of the file
 * @param start its first bytes
 */
function refuseOtherFiles(path: string, start: Buffer): void {
	if (start.subarray(0, 2).toString('latin1') === 'PK') {
		throw new StartError(`${path} is a spreadsheet or an archive. Open it and save the sheet as CSV in UTF-8.`)
	}
	if (start.length >= 2 && [0xfeff, 0xfffe].includes(start.readUInt16BE(0))) {
		throw new StartError(`${path} is written in UTF-16. Save it as CSV in UTF-8.`)
	}
}
