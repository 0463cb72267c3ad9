/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PackName } from '../contract/connector-input.ts'

import { createHash } from 'node:crypto'
import questionnaire from '../../data/questionnaire.json' with { type: 'json' }
import solutions from '../../data/solutions.json' with { type: 'json' }
import { vocabularies } from '../vocabulary/vocabularies.ts'

/** A pack that is part of these sources: all but the directory, which every connector has its own of. */
export interface StaticPack {
	name: Exclude<PackName, 'directory'>
	version: string
	/** `sha256-` and the hash of the bytes of `text`. */
	checksum: string
	/** Length of `text` in UTF-8. */
	bytes: number
	createdAt: string
	/** JSON: the data itself, with `name` and `version`. */
	text: string
}

/** When the data was last changed; of two copies the newer one counts. Changed together with the data. */
const createdAt = '2026-11-29T00:00:00.000Z'

/**
 * The packs of these sources. The version holds a piece of the hash of the data, so that one version never means
 * two texts, whichever program makes it.
 */
export function staticPacks(): StaticPack[] {
	return [
		pack('questionnaire', questionnaire.version, questionnaire),
		pack('solutions', solutions.version, solutions),
		pack('vocabularies', '0.1.0', vocabularies),
	]
}

/**
 * A pack: the data with the pack's own name and version in it.
 *
 * @param name of the pack
 * @param dataVersion that the data says of itself
 * @param data as JSON can say it
 */
function pack(name: StaticPack['name'], dataVersion: string, data: object): StaticPack {
	const version = `${dataVersion}.${hash(JSON.stringify(data)).slice(0, 8)}`
	const text = JSON.stringify({ ...data, name, version })
	return { name, version, checksum: `sha256-${hash(text)}`, bytes: Buffer.byteLength(text), createdAt, text }
}

/**
 * The sha256 of a text's UTF-8 bytes, in hexadecimal.
 *
 * @param text any
 */
function hash(text: string): string {
	return createHash('sha256').update(text).digest('hex')
}
