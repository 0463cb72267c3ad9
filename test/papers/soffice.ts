/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether LibreOffice is on this machine. */
export function hasOffice(): boolean {
	return spawnSync('soffice', ['--version']).status === 0
}

/**
 * Opens a file in LibreOffice, without a window, and gives back what it makes of it.
 *
 * @param name of the file, with its ending
 * @param bytes of the file
 * @param target ending of what is wanted, with a filter where there are several: `pdf`, `txt:Text`
 */
export function convert(name: string, bytes: Uint8Array, target: string): Buffer {
	const folder = mkdtempSync(join(tmpdir(), 'emancipasso-office-'))
	try {
		const file = join(folder, name)
		writeFileSync(file, bytes)
		// A profile of its own: a program that is open already would take the call over.
		execFileSync('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', target, '--outdir', folder, file], { stdio: 'ignore', timeout: 110_000 })
		return readFileSync(join(folder, name.replace(/\.\w+$/u, `.${target.replace(/:.*/u, '')}`)))
	} finally {
		rmSync(folder, { recursive: true, force: true })
	}
}
