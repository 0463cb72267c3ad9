/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Configuration } from './configuration.ts'
import type { Database } from './database.ts'
import type { Usage } from './usage.ts'

/** What a command of the operator works with. It may run in a process of its own or inside the running connector. */
export interface CommandContext {
	database: Database
	configuration: Configuration
	/** Folder that relative paths in the arguments start from. */
	directory: string
	/** Shows one line of the result. */
	print: (line: string) => void
	/** Shows one line about what went wrong or what to know. */
	complain: (line: string) => void
}

/**
 * A group of commands. It gets the arguments after the group's name.
 *
 * @return the exit code: 0 done, 1 could not, 2 the arguments make no sense
 */
export type Command = (args: readonly string[], context: CommandContext) => Promise<number>

/**
 * Groups of commands by name, each with a line that says what it is about, and how it is called. Where `looks` names the verbs that only show
 * something, what the others did is noted in the log.
 */
export type CommandGroups = Readonly<Record<string, { run: Command, about: string, usage: Usage, looks?: readonly string[] }>>
