/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { staticPacks } from '@emancipasso/shared/packs/static-packs'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The packs that are shipped with the app, and `index.json` that names them: files of its folder `packs`. */
export function bundledPacks(): { name: string, text: string }[] {
	const packs = staticPacks()
	const index = packs.map(({ name, version, checksum, bytes, createdAt }) => ({ name, version, checksum, bytes, createdAt }))
	return [
		...packs.map(({ name, version, text }) => ({ name: `${name}-${version}.json`, text })),
		{ name: 'index.json', text: JSON.stringify(index) },
	]
}

// For a Nextcloud that runs the app from this folder: writes the packs where the archive has them.
if (import.meta.main) {
	const folder = fileURLToPath(new URL('../packs/', import.meta.url))
	rmSync(folder, { recursive: true, force: true })
	mkdirSync(folder)
	for (const { name, text } of bundledPacks()) {
		writeFileSync(folder + name, text)
	}
}
