/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageApp } from '../../nextcloud-app/scripts/package.ts'

const isBuilt = existsSync(fileURLToPath(new URL('../../nextcloud-app/js/emancipasso-main.mjs', import.meta.url)))

describe.skipIf(!isBuilt)('the archive of the app (skipped until it is built: npm run build -w nextcloud-app)', () => {
	let folder = ''
	let files: string[] = []
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'emancipasso-package-'))
		const archive = packageApp({ build: false, archive: join(folder, 'one.tar.gz') })
		files = execFileSync('tar', ['-tzf', archive], { encoding: 'utf8' }).trim().split('\n')
	})
	afterAll(() => {
		rmSync(folder, { recursive: true, force: true })
	})

	test('holds what a Nextcloud runs, in one folder that is named like the app', () => {
		expect(files).toEqual(expect.arrayContaining(['appinfo/info.xml', 'lib/AppInfo/Application.php', 'templates/main.php', 'img/app.svg', 'l10n/fr.js', 'l10n/fr.json', 'js/emancipasso-main.mjs', 'js/emancipasso-admin.mjs', 'css/emancipasso-main.css', 'packs/index.json', 'COPYING', 'CHANGELOG.md'].map((file) => `emancipasso/${file}`)))
		expect(files.filter((file) => !file.startsWith('emancipasso/'))).toEqual([])
	})

	test('leaves sources, tests and maps behind', () => {
		expect(files.filter((file) => /\.(?:map|ts|vue|xml\.dist)(?:\.license)?$|\/(?:src|tests|preview|scripts|node_modules|vendor|vendor-bin)\//.test(file))).toEqual([])
	})

	test('names no map that it leaves behind', () => {
		const scripts = execFileSync('tar', ['-xzOf', join(folder, 'one.tar.gz'), '--wildcards', '*.mjs'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
		expect(scripts.length).toBeGreaterThan(100_000)
		expect(scripts).not.toMatch(/sourceMappingURL=\S+\.map/)
	})

	test('is the same archive each time', () => {
		packageApp({ build: false, archive: join(folder, 'two.tar.gz') })
		expect(readFileSync(join(folder, 'two.tar.gz')).equals(readFileSync(join(folder, 'one.tar.gz')))).toBe(true)
	})
})
