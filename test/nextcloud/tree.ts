/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { execFile, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, globSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What Nextcloud needs of PHP to be installed on SQLite. */
const extensions = ['ctype', 'curl', 'dom', 'gd', 'mbstring', 'pdo_sqlite', 'posix', 'session', 'simplexml', 'xmlreader', 'xmlwriter', 'zip']

/** Either a server tree to copy, or why there is none. */
export type NextcloudTree = { root: string } | { missing: string }

/** Looks for a Nextcloud server on this machine: where NEXTCLOUD_ROOT says, or in the usual cache. */
export function findNextcloud(): NextcloudTree {
	const root = process.env.NEXTCLOUD_ROOT ?? join(homedir(), '.cache/nextcloud-server')
	if (!existsSync(join(root, 'occ'))) {
		return { missing: `no Nextcloud server in ${root} (NEXTCLOUD_ROOT names another place)` }
	}
	const present = phpExtensions()
	if (present.size === 0) {
		return { missing: 'no php on this machine' }
	}
	const absent = extensions.filter((extension) => !present.has(extension))
	return absent.length === 0 ? { root } : { missing: `php lacks ${absent.join(', ')}` }
}

/** What the PHP of this machine has, in small letters; nothing when there is none. */
export function phpExtensions(): Set<string> {
	const { status, stdout } = spawnSync('php', ['-m'], { encoding: 'utf8' })
	return new Set(status === 0 ? stdout.toLowerCase().split('\n').map((line) => line.trim()) : [])
}

/**
 * Copies a server tree without what belongs to an installation of it: its configuration and its data. The 25,000 files of
 * its folders, which a server only reads, are links where the disk allows it; those beside them, like `.htaccess`, it
 * also writes.
 *
 * @param root of the server; never written to
 * @param target new folder
 */
export async function copyNextcloud(root: string, target: string): Promise<void> {
	mkdirSync(target)
	const parts = readdirSync(root, { withFileTypes: true }).filter(({ name }) => name !== 'config' && name !== 'data')
	const pathsOf = (areFolders: boolean) => parts.filter((part) => part.isDirectory() === areFolders).map(({ name }) => join(root, name))
	await run('cp', ['-R', ...pathsOf(false), target])
	await run('cp', ['-R', '--link', ...pathsOf(true), target]).catch(async () => await run('cp', ['-R', '--remove-destination', ...pathsOf(true), target]))
	mkdirSync(join(target, 'config'))
	writeFileSync(join(target, 'config/CAN_INSTALL'), '')
	mendFont(target)
}

/** Some trees come without the font that pictures of people are drawn with. */
function mendFont(target: string): void {
	const wanted = join(target, 'core/fonts/NotoSans-Regular.ttf')
	if (existsSync(wanted)) {
		return
	}
	const [font] = globSync('/usr/share/fonts/truetype/{noto,dejavu,liberation}/*{NotoSans-Regular,DejaVuSans,LiberationSans-Regular}.ttf')
	if (font !== undefined) {
		mkdirSync(join(target, 'core/fonts'), { recursive: true })
		copyFileSync(font, wanted)
	}
}
