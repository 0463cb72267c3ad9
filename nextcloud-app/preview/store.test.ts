/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { Store } from './store.ts'

const folders: string[] = []

function newFile(): string {
	const folder = mkdtempSync(join(tmpdir(), 'emancipasso-store-'))
	folders.push(folder)
	return join(folder, 'deeper', 'preview.json')
}

afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })))

test('what was written is there after a restart, and only its owner can read it', () => {
	const file = newFile()
	const { id } = new Store(file).addOrganisation({ name: 'Les Ateliers du Port', membersGroup: 'association', managersGroup: 'bureau', publishersGroup: 'bureau', territory: null, associationSize: null })
	expect(new Store(file).organisation(id)).toMatchObject({ name: 'Les Ateliers du Port', shared: false })
	expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a write that was cut off leaves the file as it was', () => {
	const file = newFile()
	const store = new Store(file)
	store.save()
	const before = readFileSync(file, 'utf8')
	writeFileSync(`${file}.next`, before.slice(0, 20))
	expect(new Store(file).state.instance).toBe(store.state.instance)
})

test('a file that is no store keeps the host from starting, in a sentence that names it', () => {
	const file = newFile()
	new Store(file).save()
	writeFileSync(file, '{"documents": [')
	expect(() => new Store(file)).toThrow(`The preview's store ${file} cannot be read`)
})

test('a store of an older version gets what it lacks', () => {
	const file = newFile()
	new Store(file).save()
	writeFileSync(file, '{"instance":"preview-old"}')
	expect(new Store(file).state).toMatchObject({ instance: 'preview-old', documents: [], settings: { connectorUrl: '' } })
})
