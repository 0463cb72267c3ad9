/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'

/**
 * A map of so many entries at most. Its JSON Schema says so too: a file is held to that in the browser.
 *
 * @param key of an entry
 * @param value of an entry
 * @param most entries
 * @param what they are, for the error
 */
export function limitedMap<Key extends z.ZodString, Value extends z.ZodType>(key: Key, value: Value, most: number, what: string) {
	return z.record(key, value)
		.refine((entries) => Object.keys(entries).length <= most, { error: `More than ${most} ${what}` })
		.meta({ maxProperties: most })
}
