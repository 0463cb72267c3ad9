/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { spawnSync } from 'node:child_process'

/** How one step of a check ended; `note` says why it was skipped or how to mend it. */
export interface StepResult {
	name: string
	outcome: 'passed' | 'failed' | 'skipped'
	note?: string
}

/**
 * Runs a command with its output shown only when it fails, so that a green check is short.
 *
 * @param name what the step is called in the summary
 * @param command the program, found through npm's PATH
 * @param args its arguments
 * @param mend a sentence for people: what to do when it fails
 */
export function runStep(name: string, command: string, args: string[], mend?: string): StepResult {
	const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
	if (status === 0) {
		return { name, outcome: 'passed' }
	}
	process.stdout.write((stdout ?? '') + (stderr ?? ''))
	return { name, outcome: 'failed', ...(mend === undefined ? {} : { note: mend }) }
}
