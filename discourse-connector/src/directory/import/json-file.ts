/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TextFile } from './text-file.ts'

import { z } from 'zod'
import { StartError } from '../../platform/start-error.ts'
import { readText } from './text-file.ts'

const Records = z.union([z.array(z.unknown()), z.object({ providers: z.array(z.unknown()) }).transform(({ providers }) => providers)])

/**
 * The records of a JSON file: an array, or an object with `providers` such as a directory pack.
 *
 * @param file to read, all at once
 * @throws {StartError} in words, when it is something else
 */
export async function readRecords(file: TextFile): Promise<unknown[]> {
	let text = ''
	for await (const piece of readText(file)) {
		text += piece
	}
	const records = Records.safeParse(parseJson(text, file.path))
	if (!records.success) {
		throw new StartError(`${file.path} is JSON, but neither a list of providers nor an object with “providers”.`)
	}
	return records.data
}

/**
 * @param text of the file
 * @param path of the file
 */
function parseJson(text: string, path: string): unknown {
	try {
		return JSON.parse(text)
	} catch (error) {
		throw new StartError(`${path} is not valid JSON, perhaps because it was cut short: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
	}
}
