/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumData } from './model.ts'

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** Where the forum's data outlives the process. */
export interface Storage {
	load(): ForumData | null
	/** Returns once the data would survive a kill. */
	save(data: ForumData): void
}

/**
 * A JSON file that is replaced whole: a reader sees the old or the new data, never half of them.
 *
 * @param path the file; its folder must exist. Without it nothing is kept.
 */
export function storageIn(path: string | undefined): Storage {
	if (path === undefined || path === '') {
		return { load: () => null, save: () => {} }
	}
	return {
		load: () => existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) as ForumData : null,
		save: (data) => {
			writeFileSync(`${path}.new`, JSON.stringify(data), { mode: 0o600 })
			renameSync(`${path}.new`, path)
		},
	}
}
