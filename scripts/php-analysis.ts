/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StepResult } from './run-step.ts'

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runStep } from './run-step.ts'

/** Tools that Composer brings; ignored by git, and nothing that is shipped needs them. */
const tools = resolve('nextcloud-app/vendor-bin')
const phpstan = join(tools, 'phpstan/vendor/bin/phpstan')

/** The versions of Nextcloud that appinfo/info.xml promises, with Composer's name of their public API. */
const versions = [[32, 'dev-stable32'], [33, 'dev-stable33'], [34, 'dev-stable34'], [35, 'dev-stable35']] as const

/**
 * Analyses the PHP against the public API of each Nextcloud that the app runs on: the one of the server tree, and
 * those that Composer serves.
 *
 * @param tree root of a Nextcloud server, when there is one
 */
export function analysePhp(tree: string | null): StepResult[] {
	if (process.env.CI !== undefined) {
		install('phpstan', { 'phpstan/phpstan': '^2.1' }, phpstan)
		for (const [version, branch] of versions) {
			install(`ocp-${version}`, { 'nextcloud/ocp': branch, 'symfony/console': '^6', 'doctrine/dbal': '^3' }, declarations(version))
		}
	}
	return versions.map(([version]) => analyse(version, tree))
}

/**
 * Installs a tool once. What is not served stays away, and its step says so.
 *
 * @param folder below the tools
 * @param packages that Composer knows, with their versions
 * @param proof that it is there
 */
function install(folder: string, packages: Record<string, string>, proof: string): void {
	if (existsSync(proof)) {
		return
	}
	mkdirSync(join(tools, folder), { recursive: true })
	writeFileSync(join(tools, folder, 'composer.json'), JSON.stringify({ require: packages, 'minimum-stability': 'dev', 'prefer-stable': true }))
	spawnSync('composer', ['update', '--quiet', '--no-interaction'], { cwd: join(tools, folder), env: { ...process.env, COMPOSER_ALLOW_SUPERUSER: '1' }, timeout: 120_000 })
}

function declarations(version: number): string {
	return join(tools, `ocp-${version}/vendor/nextcloud/ocp`)
}

function analyse(version: number, tree: string | null): StepResult {
	const name = `PHP against the API of Nextcloud ${version}`
	const fromTree = tree !== null && majorOf(tree) === version
	if (!existsSync(phpstan)) {
		return { name, outcome: 'skipped', note: 'phpstan is not installed; with CI=true Composer is asked for it' }
	}
	if (!fromTree && !existsSync(declarations(version))) {
		return { name, outcome: 'skipped', note: `Composer does not serve nextcloud/ocp for ${version} here, and no server tree is of that version` }
	}
	const scanned = fromTree
		? ['lib/public', '3rdparty/psr', '3rdparty/symfony/console', '3rdparty/doctrine/dbal/src'].map((path) => join(tree, path))
		: [join(tools, `ocp-${version}/vendor`)]
	const configuration = join(tools, `phpstan-${version}.neon`)
	const lines = ['includes:', `\t- ${resolve('nextcloud-app/phpstan.neon')}`, 'parameters:', `\ttmpDir: ${join(tools, `cache-${version}`)}`, '\tscanDirectories:', ...scanned.map((path) => `\t\t- ${path}`)]
	writeFileSync(configuration, `${lines.join('\n')}\n`)
	return runStep(name, 'php', ['-d', 'memory_limit=2G', phpstan, 'analyse', '--no-progress', '--error-format=raw', '-c', configuration])
}

function majorOf(tree: string): number {
	return Number(/\$OC_Version\s*=\s*(?:array\(|\[)(\d+)/.exec(readFileSync(join(tree, 'version.php'), 'utf8'))?.[1])
}
