/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { staticPacks } from '@emancipasso/shared/packs/static-packs'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Writes the packs that are shipped with the app, and `index.json` that names them, into its folder `packs`.
 *
 * @param app folder of the app
 */
export function writeBundledPacks(app: string): void {
	const folder = join(app, 'packs')
	rmSync(folder, { recursive: true, force: true })
	mkdirSync(folder)
	const packs = staticPacks()
	for (const { name, version, text } of packs) {
		writeFileSync(join(folder, `${name}-${version}.json`), text)
	}
	writeFileSync(join(folder, 'index.json'), JSON.stringify(packs.map(({ name, version, checksum, bytes, createdAt }) => ({ name, version, checksum, bytes, createdAt }))))
}
