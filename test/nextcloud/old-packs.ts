/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Start } from '@emancipasso/shared/contract/app-api'
import type { Nextcloud } from './server.ts'

import { staticPacks } from '@emancipasso/shared/packs/static-packs'
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Association } from './association.ts'

/**
 * What an update of the app leaves behind, on a cloud that no connector brings packs to.
 *
 * @param nextcloud under test
 */
export function oldPacks(nextcloud: () => Nextcloud): void {
	describe('after the app was updated to another questionnaire and catalogue', () => {
		const before = staticPacks().filter(({ name }) => name !== 'vocabularies')
		const version = '9.0.0.00000000'
		const folder = () => join(nextcloud().root, 'apps/emancipasso/packs')
		const read = async (name: string, which: string) => await fetch(`${nextcloud().url}/index.php/apps/emancipasso/packs/${name}/${which}`, { headers: await nextcloud().headers('dominique') })

		beforeAll(() => {
			rmSync(folder(), { recursive: true })
			writePacks(folder(), before.map(({ name, text }) => {
				const newer = JSON.stringify({ ...JSON.parse(text) as object, version })
				return { name, version, text: newer, checksum: `sha256-${createHash('sha256').update(newer).digest('hex')}`, createdAt: '2027-11-28T00:00:00.000Z' }
			}))
		})
		afterAll(() => {
			rmSync(folder(), { recursive: true })
			writePacks(folder(), staticPacks())
		})

		test('the new ones are offered, and those of before can be read for ever', async () => {
			const { data } = await new Association(nextcloud()).call<Start>('dominique', 'GET', '/start')
			expect(data.packs.filter(({ name }) => name !== 'vocabularies').map((pack) => pack.version)).toEqual([version, version])
			for (const { name, version: old, text } of before) {
				const response = await read(name, old)
				expect([response.status, await response.text()]).toEqual([200, text])
			}
			expect((await read('questionnaire', '0.0.1.00000000')).status).toBe(404)
		})
	})
}

/** Writes the folder of packs as the archive has it. */
function writePacks(folder: string, packs: readonly { name: string, version: string, text: string, checksum: string, createdAt: string }[]): void {
	mkdirSync(folder)
	for (const { name, version, text } of packs) {
		writeFileSync(join(folder, `${name}-${version}.json`), text)
	}
	writeFileSync(join(folder, 'index.json'), JSON.stringify(packs.map(({ text, ...line }) => ({ ...line, bytes: Buffer.byteLength(text) }))))
}
