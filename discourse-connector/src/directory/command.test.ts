/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import examples from '@emancipasso/shared/data/example-providers.json' with { type: 'json' }
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../commands.ts'
import { readConfiguration } from '../platform/configuration.ts'
import { withDatabase } from '../platform/testing.ts'
import { PackStore } from './pack-store.ts'

const database = withDatabase()
const id = 'exemple--le-fil-commun'
let folder: string

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'emancipasso-command-'))
	await writeFile(join(folder, 'providers.json'), JSON.stringify(examples.slice(0, 2)))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(...args: string[]) {
	const [said, complained]: [string[], string[]] = [[], []]
	const exit = await runCommand(['directory', ...args], {
		database,
		configuration: readConfiguration({}),
		directory: folder,
		print: (line) => said.push(line),
		complain: (line) => complained.push(line),
	})
	return { exit, said: said.join('\n'), complained: complained.join('\n') }
}

describe('the commands of the directory', () => {
	it('import, show and list a provider', async () => {
		expect(await run('import', 'providers.json', '--as', 'json')).toMatchObject({ exit: 0, said: expect.stringContaining('added: 2') })
		expect((await run('show', 'suggested')).said).toContain(`suggested\t${id}\tMédiation numérique Nantes`)
		expect(await run('list', id)).toEqual({ exit: 0, said: `${id}: listed`, complained: '' })
		expect((await run('list', id)).said).toBe(`${id}: was listed already`)
		const version = await new PackStore(database).newestVersion('directory') ?? ''
		expect((await new PackStore(database).read('directory', version))?.body).toContain(id)
	})

	it('only try an import with --dry-run', async () => {
		expect((await run('import', 'providers.json', '--as', 'json', '--dry-run')).said).toContain('Nothing was written')
		expect((await run('show')).said).toContain('Nobody yet')
	})

	it.each([
		[['import', 'none.csv', '--as', 'mednum'], 1, /There is no file .*none\.csv/],
		[['import', 'providers.json'], 2, /directory import FILE --as/],
		[['import', 'providers.json', '--as', 'xml'], 2, /directory import FILE --as/],
		[['import', 'providers.json', '--as', 'json', '--source', 'A B'], 2, /--source is the name/],
		[['import', 'providers.json', '--as', 'json', '--force'], 2, /--force/],
		[['list'], 2, /directory list ID/],
		[['list', 'nobody--1'], 1, /nobody--1: there is no such provider/],
		[['show', 'lost'], 2, /no status “lost”/],
		[[], 2, /directory show/],
	])('answer %j with what to do instead', async (args, exit, words) => {
		const result = await run(...args)
		expect(result.exit).toBe(exit)
		expect(result.complained).toMatch(words)
	})
})
