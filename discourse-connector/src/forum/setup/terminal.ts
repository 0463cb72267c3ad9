/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Readable, Writable } from 'node:stream'

import { createInterface } from 'node:readline/promises'
import { PassThrough } from 'node:stream'

/** Where a person types and reads. */
export interface Terminal {
	input: Readable & { isTTY?: boolean }
	output: Writable
}

/**
 * Asks for a secret: what is typed is not shown.
 *
 * @param question to show
 * @param terminal of the person
 * @return without spaces around it, empty when nothing was typed
 */
export async function askSecret(question: string, terminal: Terminal): Promise<string> {
	const { input, output } = terminal
	output.write(question)
	const dark = new PassThrough()
	dark.resume()
	const lines = createInterface({ input, output: dark, terminal: true })
	try {
		return (await lines.question('')).trim()
	} finally {
		lines.close()
		output.write('\n')
	}
}

/**
 * Asks whether to go on.
 *
 * @param question to show
 * @param terminal of the person
 */
export async function askConsent(question: string, terminal: Terminal): Promise<boolean> {
	const lines = createInterface(terminal)
	try {
		return /^(y|yes|o|oui)$/i.test((await lines.question(question)).trim())
	} finally {
		lines.close()
	}
}
