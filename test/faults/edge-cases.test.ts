/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { existsSync, readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const catalogue = `${repository}/../shared/discourse/edge-cases.json`
const everyId = Array.from({ length: 75 }, (_, index) => `E${String(index + 1).padStart(2, '0')}`)

async function idsInTitles(): Promise<Set<string>> {
	const ids = new Set<string>()
	for await (const file of glob('{discourse-connector,test}/**/*.test.ts', { cwd: repository, exclude: (name) => name === 'node_modules' })) {
		const text = readFileSync(`${repository}/${file}`, 'utf8')
		for (const [, title = ''] of text.matchAll(/['`](E\d\d(?:,? (?:and )?E\d\d)*)/g)) {
			title.match(/E\d\d/g)?.forEach((id) => ids.add(id))
		}
	}
	return ids
}

it('tests every situation of a forum that the connector can meet, and says why it cannot meet the others', async () => {
	const tested = await idsInTitles()
	const excused = [...readFileSync(`${repository}/test/faults/not-applicable.md`, 'utf8').matchAll(/^\| (E\d\d) \|/gm)].map(([, id = '']) => id)
	expect(everyId.filter((id) => !tested.has(id) && !excused.includes(id)), 'neither tested nor excused').toEqual([])
	expect(excused.filter((id) => tested.has(id)), 'excused although tested').toEqual([])
})

it.skipIf(!existsSync(catalogue))('knows every situation of the catalogue (skipped where it is absent)', () => {
	const known = JSON.parse(readFileSync(catalogue, 'utf8')) as { id: string }[]
	expect(known.map(({ id }) => id)).toEqual(everyId)
})
