/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { resolve } from 'node:path'
import { runPacks } from './command.ts'

process.exitCode = runPacks(process.argv.slice(2), {
	print: (line) => console.log(line),
	complain: (line) => console.error(line),
	// npm runs in the root of the repository; paths are meant from where one typed them.
	resolve: (path) => resolve(process.env.INIT_CWD ?? process.cwd(), path),
})
