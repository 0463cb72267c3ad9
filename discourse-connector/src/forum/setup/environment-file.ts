/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { chownSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { StartError } from '../../platform/start-error.ts'

/** Variables by name. */
export type Variables = Readonly<Record<string, string | undefined>>

/**
 * The variables of a file, none while it does not exist.
 *
 * @param path of the file
 */
export function readVariables(path: string): Variables {
	return existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {}
}

/**
 * Sets variables in a file that only its owner can read; everything else in it stays. The file is old or new, never half.
 *
 * @param path of the file, made when it is missing
 * @param variables to set, without line breaks
 * @throws {StartError} when it cannot be written
 */
export function writeVariables(path: string, variables: Readonly<Record<string, string>>): void {
	const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
	const left = new Map(Object.entries(variables))
	const lines = before.split('\n').flatMap((line) => {
		const name = nameIn(line)
		const value = left.get(name)
		left.delete(name)
		return value === undefined && Object.hasOwn(variables, name) ? [] : [value === undefined ? line : `${name}=${value}`]
	})
	const end = lines.at(-1) === '' ? lines.slice(0, -1) : lines
	try {
		const temporary = `${path}.${process.pid}.new`
		writeFileSync(temporary, [...end, ...[...left].map(([name, value]) => `${name}=${value}`), ''].join('\n'), { mode: 0o600, flag: 'wx' })
		if (existsSync(path)) {
			// Set up by root, the file stays the connector's.
			const { uid, gid } = statSync(path)
			chownSync(temporary, uid, gid)
		}
		renameSync(temporary, path)
	} catch (error) {
		throw new StartError(`${path} cannot be written (${error instanceof Error ? error.message : String(error)}).`, { cause: error })
	}
}

/**
 * Whether others on this machine can read a file.
 *
 * @param path of the file
 */
export function isOpenToOthers(path: string): boolean {
	return (statSync(path).mode & 0o077) !== 0
}

function nameIn(line: string): string {
	return /^\s*(?:export\s+)?(\w+)\s*=/.exec(line)?.[1] ?? ''
}
