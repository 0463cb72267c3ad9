/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { lockForWriting } from '../discourse-connector/src/platform/writer-lock.ts'
import { both, DemoError } from './options.ts'

/** Held until this process ends: a lock that nobody refers to is freed with the next garbage. */
const locks: (() => void)[] = []

/** What scripts need to find the running programs. */
export interface RunFile {
	connector: string
	forum: string
	preview: string
	console: string | null
	instanceToken: string
	adminToken: string
}

/**
 * Takes a folder for this process alone, until it ends in whatever way.
 *
 * @param folder made when it is missing
 * @return its absolute path
 * @throws {DemoError} when another demonstration runs in it, or it cannot be written
 */
export function takeFolder(folder: string): string {
	const path = resolve(folder)
	try {
		mkdirSync(path, { recursive: true, mode: 0o700 })
		chmodSync(path, 0o700)
	} catch (error) {
		const cause = error instanceof Error ? error.message : String(error)
		throw new DemoError(both(`Le dossier ${path} ne peut pas être utilisé : ${cause}.`, `The folder ${path} cannot be used: ${cause}.`))
	}
	try {
		locks.push(lockForWriting(join(path, 'lock')))
	} catch {
		throw new DemoError(both(`Une démonstration tourne déjà avec le dossier ${path}. Arrêtez-la (Ctrl-C) ou choisissez un autre dossier avec --folder.`, `A demonstration already runs with the folder ${path}. Stop it (Ctrl-C) or choose another folder with --folder.`))
	}
	return path
}

/**
 * Tells scripts what runs.
 *
 * @param folder of the demonstration
 * @param run what to tell
 */
export function writeRunFile(folder: string, run: RunFile): void {
	writeFileSync(join(folder, 'run.json'), `${JSON.stringify(run, null, '\t')}\n`, { mode: 0o600 })
}
