/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StepResult } from './run-step.ts'

import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { analysePhp } from './php-analysis.ts'
import { runStep } from './run-step.ts'

const app = 'nextcloud-app'
const validate = 'libxml_use_internal_errors(true); $d = new DOMDocument(); $d->load($argv[1]); $ok = $d->schemaValidate($argv[2]); foreach (libxml_get_errors() as $e) { echo $e->line, ": ", $e->message; } exit($ok ? 0 : 1);'

/** Checks the PHP of the app. What this machine has no tool for is skipped by name. */
export function checkPhp(): StepResult[] {
	const root = process.env.NEXTCLOUD_ROOT ?? join(homedir(), '.cache/nextcloud-server')
	const tree = existsSync(join(root, 'version.php')) ? root : null
	if (!isInstalled('php')) {
		return ['PHP syntax', 'PHP coding style', 'PHP rules', 'info.xml', 'PHP static analysis'].map((name) => ({ name, outcome: 'skipped', note: 'php is not installed' }))
	}
	return [
		checkSyntax(),
		needing('phpcs', 'PHP coding style', () => runStep('PHP coding style', 'phpcs', ['-q', `--standard=${app}/phpcs.xml`], 'The rules are in nextcloud-app/phpcs.xml.')),
		needing('phpunit', 'PHP rules', () => runStep('PHP rules', 'phpunit', ['-c', `${app}/tests/phpunit.xml`])),
		tree === null
			? { name: 'info.xml', outcome: 'skipped', note: `no Nextcloud server in ${root}` }
			: runStep('info.xml', 'php', ['-r', validate, `${app}/appinfo/info.xml`, join(tree, 'resources/app-info.xsd')]),
		...analysePhp(tree),
	]
}

function checkSyntax(): StepResult {
	const files = globSync(`${app}/{lib,templates,tests}/**/*.php`)
	const faults = files.map((file) => runStep('PHP syntax', 'php', ['-l', file])).filter(({ outcome }) => outcome === 'failed')
	return faults[0] ?? { name: 'PHP syntax', outcome: 'passed' }
}

function needing(tool: string, name: string, check: () => StepResult): StepResult {
	return isInstalled(tool) ? check() : { name, outcome: 'skipped', note: `${tool} is not installed` }
}

function isInstalled(tool: string): boolean {
	return spawnSync(tool, ['--version']).status === 0
}

if (import.meta.main) {
	const results = checkPhp()
	for (const { name, outcome, note } of results) {
		console.log(`${outcome}: ${name}${note === undefined ? '' : ` (${note})`}`)
	}
	process.exitCode = results.some(({ outcome }) => outcome === 'failed') ? 1 : 0
}
