/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, test } from 'vitest'
import { runCommand, runPlainCommand } from './commands.ts'
import { listActions } from './platform/action-log.ts'
import { readConfiguration } from './platform/configuration.ts'
import { withDatabase } from './platform/testing.ts'

const database = withDatabase()

/** What a command says that needs no data. */
async function plain(...args: string[]) {
	const printed: string[] = []
	const complained: string[] = []
	const code = await runPlainCommand(args, { directory: '/', print: (line) => printed.push(line), complain: (line) => complained.push(line) })
	return { code, printed, complained }
}

const groups = ['instance', 'directory', 'needs', 'database', 'backup', 'restore', 'forum', 'topics']

test.each(groups)('“%s --help” says how it is called, in lines that fit a terminal, and so does the name alone', async (group) => {
	const asked = await plain(group, '--help')
	expect(asked).toMatchObject({ code: 0, complained: [] })
	expect(asked.printed[1]).toMatch(new RegExp(`^  ${group} \\S`))
	expect(asked.printed.filter((line) => line.length > 80)).toEqual([])
	expect(await plain(group)).toEqual({ code: 2, printed: [], complained: [asked.printed.join('\n')] })
})

test('help is shown for a subcommand too, and is no name of anything', async () => {
	expect((await plain('forum', 'setup', '--help')).printed.join('\n')).toContain('--write-env FILE')
	expect((await plain('instance', 'add', '--help')).printed.join('\n')).toContain('instance add NAME')
	expect(await plain('instance', 'add', 'Nantes')).toMatchObject({ code: undefined })
	expect((await plain('help')).printed.join('\n')).toContain('GROUP --help')
	expect(await plain('juggle')).toMatchObject({ code: 2, complained: expect.arrayContaining(['There is no command “juggle”.']) as unknown })
})

test('an unknown option is answered with where to look', async () => {
	expect((await plain('forum', 'check', '--colour')).complained).toEqual(['Unknown option \'--colour\'. How it is called: npm run connector -- forum --help'])
})

test('what commands change is noted in the log, without tokens; what they show is not', async () => {
	const printed: string[] = []
	const run = async (...args: string[]) => await runCommand(args, { database, configuration: readConfiguration({}), directory: '/', print: (line) => printed.push(line), complain: () => {} })
	expect(await run('instance', 'add', 'Nantes')).toBe(0)
	expect(await run('instance', 'list')).toBe(0)
	expect(await run('instance', 'suspend', 'Nantes')).toBe(0)
	expect(await run('instance', 'suspend', 'Nobody')).toBe(1)
	expect(await run('instance', 'juggle', 'Nantes')).toBe(2)
	expect(await run('needs', 'list')).toBe(0)
	const ids = Array.from({ length: 40 }, () => '0193a000-0000-7000-8000-000000000009')
	expect(await run('needs', 'release', ...ids)).toBe(1)
	const noted = await listActions(database.kysely, 0, 10)

	expect(noted.map(({ who, target }) => `${who}: ${target}`)).toEqual([
		`command-line: needs release ${ids.slice(0, 12).join(' ')} … (not all done)`,
		'command-line: instance suspend Nobody (not all done)',
		'command-line: instance suspend Nantes',
		'command-line: instance add Nantes',
	])
	expect(printed.join('\n')).toMatch(/\bemc_/)
	expect(JSON.stringify(noted)).not.toMatch(/emc_/)
})
