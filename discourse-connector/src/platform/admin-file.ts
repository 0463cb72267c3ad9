/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const AdminFile = z.object({ url: z.url(), token: z.string().min(32) })

/** How commands on this machine reach the running connector. */
export type AdminAccess = z.infer<typeof AdminFile>

/**
 * Writes down how to reach this process, for its own user only.
 *
 * @param directory of the data
 * @param access to it
 * @return removes it again
 */
export function publishAdminAccess(directory: string, access: AdminAccess): () => void {
	const file = fileIn(directory)
	mkdirSync(directory, { recursive: true, mode: 0o700 })
	// An older file keeps its mode when it is written over.
	rmSync(file, { force: true })
	writeFileSync(file, `${JSON.stringify(access)}\n`, { mode: 0o600 })
	return () => rmSync(file, { force: true })
}

/**
 * How to reach the connector that runs on this data, if one does.
 *
 * @param directory of the data
 */
export function readAdminAccess(directory: string): AdminAccess | undefined {
	try {
		return AdminFile.parse(JSON.parse(readFileSync(fileIn(directory), 'utf8')))
	} catch {
		return undefined
	}
}

/** A secret of 256 random bits. */
export function makeAdminToken(): string {
	return randomBytes(32).toString('base64url')
}

/**
 * @param directory of the data
 */
function fileIn(directory: string): string {
	return join(directory, 'admin.json')
}
