/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, test } from 'vitest'
import { runCommand } from './commands.ts'
import { listActions } from './platform/action-log.ts'
import { readConfiguration } from './platform/configuration.ts'
import { withDatabase } from './platform/testing.ts'

const database = withDatabase()

test('what commands change is noted in the log, without tokens; what they show is not', async () => {
	const printed: string[] = []
	const run = async (...args: string[]) => await runCommand(args, { database, configuration: readConfiguration({}), directory: '/', print: (line) => printed.push(line), complain: () => {} })
	expect(await run('instance', 'add', 'Nantes')).toBe(0)
	expect(await run('instance', 'list')).toBe(0)
	expect(await run('instance', 'suspend', 'Nantes')).toBe(0)
	expect(await run('instance', 'suspend', 'Nobody')).toBe(1)
	expect(await run('instance', 'juggle', 'Nantes')).toBe(2)
	expect(await run('needs', 'list')).toBe(0)
	const noted = await listActions(database.kysely, 0, 10)

	expect(noted.map(({ who, target }) => `${who}: ${target}`)).toEqual([
		'command-line: instance suspend Nobody (not all done)',
		'command-line: instance suspend Nantes',
		'command-line: instance add Nantes',
	])
	expect(printed.join('\n')).toMatch(/\bemc_/)
	expect(JSON.stringify(noted)).not.toMatch(/emc_/)
})
