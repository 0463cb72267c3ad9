/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '../..')
const WORKSPACES = ['shared', 'discourse-connector']

/** An earlier state of this repository. */
interface OlderVersion {
	commit: string
	/** Puts its connector into a folder and returns the file to run. */
	unpack(folder: string): string
}

/**
 * The version whose tables the last change of tables was made for: the last release, or where there is none yet the
 * commit before that change.
 *
 * @return undefined without the history
 */
export function olderVersion(): OlderVersion | undefined {
	const commit = git('describe', '--tags', '--abbrev=0', 'HEAD^') ?? beforeLastChange()
	return commit === undefined ? undefined : { commit, unpack: (folder) => unpack(commit, folder) }
}

/**
 * Names of the changes of tables that a version knows.
 *
 * @param commit of the version
 */
export function migrationsOf(commit: string): string[] {
	const sources = git('grep', '-hE', '^\t\'[0-9]{8}-[0-9]{2}-', commit, '--', 'discourse-connector/src') ?? ''
	return [...sources.matchAll(/^\t'([^']+)'/gm)].map(([, name = '']) => name)
}

function beforeLastChange(): string | undefined {
	const now = migrationsOf('HEAD').length
	const commits = git('log', '--format=%H', '-n', '50', '--', ':(glob)discourse-connector/src/**/migrations*.ts')?.trim().split('\n') ?? []
	return commits.map((commit) => `${commit}^`).find((commit) => git('rev-parse', '--verify', '--quiet', commit) !== undefined && migrationsOf(commit).length < now)
}

function unpack(commit: string, folder: string): string {
	const archive = execFileSync('git', ['archive', commit, ...WORKSPACES], { cwd: repository, maxBuffer: 200_000_000 })
	mkdirSync(join(folder, 'node_modules', '@emancipasso'), { recursive: true })
	execFileSync('tar', ['-x', '-C', folder], { input: archive })
	// Its packages are those of now; its workspaces are its own.
	for (const name of readdirSync(join(repository, 'node_modules')).filter((entry) => entry !== '@emancipasso')) {
		symlinkSync(join(repository, 'node_modules', name), join(folder, 'node_modules', name))
	}
	for (const name of WORKSPACES) {
		symlinkSync(join(folder, name), join(folder, 'node_modules', '@emancipasso', name))
	}
	return join(folder, 'discourse-connector/src/main.ts')
}

function git(...args: string[]): string | undefined {
	try {
		return execFileSync('git', args, { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trimEnd()
	} catch {
		return undefined
	}
}
