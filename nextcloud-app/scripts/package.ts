/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { buildL10n } from './build-l10n.ts'
import { writeBundledPacks } from './bundled-packs.ts'
import { tar } from './tar.ts'

const app = fileURLToPath(new URL('..', import.meta.url))
const repository = fileURLToPath(new URL('../..', import.meta.url))

/** What the archive holds; everything else stays with the sources. */
const folders = ['appinfo', 'lib', 'templates', 'img', 'l10n', 'js', 'css', 'packs']

/** The time of every file: an archive of the same sources is the same archive. */
const time = Number(process.env.SOURCE_DATE_EPOCH ?? Date.UTC(2026, 0, 1) / 1000)

/**
 * Makes `build/emancipasso.tar.gz`, which is installed by unpacking it into `apps/` or `custom_apps/`.
 *
 * @param options how
 * @param options.build false to take the scripts as they were built before, when they were
 * @return its path
 */
export function packageApp({ build = true } = {}): string {
	if (build || !existsSync(join(app, 'js/emancipasso-main.mjs'))) {
		execFileSync('npx', ['vite', 'build', '--logLevel', 'warn'], { cwd: app, stdio: ['ignore', 'inherit', 'inherit'] })
	}
	buildL10n(app)
	writeBundledPacks(app)
	const files = folders
		.flatMap((folder) => globSync(`${folder}/**`, { cwd: app }))
		.filter((path) => !/\.map(?:\.license)?$/.test(path) && statSync(join(app, path)).isFile())
		.map((path) => ({ path: `emancipasso/${path.replaceAll('\\', '/')}`, content: readFileSync(join(app, path)) }))
	const texts = [['COPYING', 'LICENSES/AGPL-3.0-or-later.txt'], ['CHANGELOG.md', 'CHANGELOG.md']] as const
	for (const [path, source] of texts) {
		files.push({ path: `emancipasso/${path}`, content: readFileSync(join(repository, source)) })
	}
	const archive = join(app, 'build/emancipasso.tar.gz')
	mkdirSync(join(app, 'build'), { recursive: true })
	writeFileSync(archive, gzipSync(tar(files, time), { level: 9 }))
	return archive
}

if (import.meta.main) {
	const archive = packageApp()
	console.log(`${archive} (${Math.round(statSync(archive).size / 1024)} kB)`)
}
