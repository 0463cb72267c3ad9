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

/** The newest version of the public directory. */
async function published(): Promise<string> {
	const packs = new PackStore(database)
	return (await packs.read('directory', await packs.newestVersion('directory') ?? ''))?.body ?? ''
}

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
		expect(await published()).toContain(id)
	})

	it('show all of a provider before it is listed, in text that cannot move the cursor', async () => {
		const hostile = { ...examples[0], description: { short: { fr: 'Rouge\n\tpuis vert', en: 'Red' } } }
		await writeFile(join(folder, 'one.json'), JSON.stringify([hostile]))
		await run('import', 'one.json', '--as', 'json')
		const { exit, said } = await run('show', id)
		expect(exit).toBe(0)
		expect(said).toMatch(/# Médiation numérique Nantes[^]*nobody sees it[^]*description.short.fr: Rouge[^]*services: needs-identification, awareness/)
		expect(said).toContain('hidden (didnotask: consent not asked for)')
		expect(said.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
		expect(await run('show', 'exemple--nobody')).toMatchObject({ exit: 1, complained: expect.stringContaining('no such provider') })
	})

	it('hide a provider until it is listed again, and forget one for good', async () => {
		await run('import', 'providers.json', '--as', 'json')
		await run('list', id, 'exemple--ker-libre')
		expect(await run('unlist', id, id)).toEqual({ exit: 0, said: `${id}: not listed any more`, complained: '' })
		expect(await published()).not.toContain(id)
		expect((await run('unlist', id)).said).toContain('was not listed')
		expect((await run('list', id)).exit).toBe(0)
		expect(await published()).toContain(id)

		expect((await run('remove', id)).said).toBe(`${id}: removed for good`)
		expect(await published()).not.toContain('Fil commun')
		expect(JSON.stringify(await database.kysely.selectFrom('provider').selectAll().where('id', '=', id).execute())).not.toMatch(/Fil commun|@/)
		expect(await run('list', id)).toMatchObject({ exit: 1, complained: expect.stringContaining('cannot come back') })
		expect((await run('remove', id)).said).toContain('removed already')
		expect((await run('import', 'providers.json', '--as', 'json')).said).toContain('left out: 1')
		expect((await run('show', id)).said).toContain('nothing is known')
	})

	it('record what the owner of a contact allowed, which a later import keeps', async () => {
		await run('import', 'providers.json', '--as', 'json')
		await run('list', 'exemple--ker-libre', id)
		const hidden = examples[0]?.contacts.website?.value ?? ''
		expect(await published()).not.toContain(hidden)

		expect((await run('consent', id, 'website', 'show')).said).toContain(`${hidden} is shown`)
		expect(await published()).toContain(hidden)
		await run('import', 'providers.json', '--as', 'json')
		expect(await published()).toContain(hidden)
		expect((await run('consent', id, hidden, 'relay')).exit).toBe(0)
		expect(await published()).not.toContain(hidden)
		expect(await run('consent', id, 'fax', 'show')).toMatchObject({ exit: 1, complained: expect.stringContaining('no contact “fax”') })
		expect(await run('consent', 'exemple--nobody', 'all', 'hide')).toMatchObject({ exit: 1, complained: expect.stringContaining('no such provider') })
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
		[['show', 'lost'], 2, /“lost” is neither a status nor an id/],
		[['unlist'], 2, /directory unlist ID/],
		[['remove', 'nobody--1'], 1, /no such provider/],
		[['consent', 'nobody--1', 'email', 'perhaps'], 2, /show\|relay\|hide/],
		[[], 2, /directory show/],
	])('answer %j with what to do instead', async (args, exit, words) => {
		const result = await run(...args)
		expect(result.exit).toBe(exit)
		expect(result.complained).toMatch(words)
	})
})
