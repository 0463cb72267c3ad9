/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { CommandContext } from './command.ts'

/** How a group of commands is called: what follows its name, or an option of the call above, and what that does; a break is one. */
export type Usage = readonly (readonly [call: string, does: string])[]

/** The exit code of arguments that cannot be understood. */
export const MAKES_NO_SENSE = 2

/**
 * How a group is called, in lines that fit a terminal.
 *
 * @param group its name
 * @param usage of it
 */
export function linesOf(group: string, usage: Usage): string[] {
	return ['Use one of:', ...usage.flatMap(([call, does]) => call.startsWith('-') ? [`      ${call}`, ...below(10, does)] : [`  ${group} ${call}`, ...below(6, does)])]
}

function below(indent: number, text: string): string[] {
	return text.split('\n').map((line) => `${' '.repeat(indent)}${line}`)
}

/**
 * Answers arguments that cannot be understood.
 *
 * @param group its name
 * @param usage of it
 * @param context to say it in
 * @param context.complain shows it
 * @return the exit code
 */
export function refuse(group: string, usage: Usage, context: Pick<CommandContext, 'complain'>): number {
	context.complain(linesOf(group, usage).join('\n'))
	return MAKES_NO_SENSE
}

/**
 * Whether somebody asks how a command is called.
 *
 * @param args after the group's name
 */
export function asksForUsage(args: readonly string[]): boolean {
	return args.includes('--help') || args.includes('-h') || args[0] === 'help'
}
