/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { bundledPacks } from './bundled-packs.ts'
import { tar } from './tar.ts'

const app = fileURLToPath(new URL('..', import.meta.url))
const repository = fileURLToPath(new URL('../..', import.meta.url))

/** What the archive holds of the sources, and what was built from them; everything else stays here. */
const folders = ['appinfo', 'lib', 'templates', 'img', 'l10n', 'js', 'css']
const texts = { COPYING: 'LICENSES/AGPL-3.0-or-later.txt', 'CHANGELOG.md': 'CHANGELOG.md' }

/** The time of every file: an archive of the same sources is the same archive. */
const time = Number(process.env.SOURCE_DATE_EPOCH ?? Date.UTC(2026, 0, 1) / 1000)

/**
 * A script without the line that sends a browser's tools for a map that is not shipped.
 *
 * @param content of a file
 * @param path of the file
 */
function withoutMap(content: Buffer, path: string): Buffer {
	return path.endsWith('.mjs') ? Buffer.from(content.toString('utf8').replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n')) : content
}

/**
 * Makes the archive that is installed by unpacking it into `apps/` or `custom_apps/`.
 *
 * @param options how
 * @param options.build false to take the scripts as they were built before, when they were
 * @param options.archive path of the archive
 * @return that path
 */
export function packageApp({ build = true, archive = join(app, 'build/emancipasso.tar.gz') } = {}): string {
	if (build || !existsSync(join(app, 'js/emancipasso-main.mjs')) || !existsSync(join(app, 'l10n/fr.js'))) {
		execFileSync('npm', ['run', '--silent', 'build'], { cwd: app, stdio: ['ignore', 'inherit', 'inherit'] })
	}
	const own = folders
		.flatMap((folder) => globSync(`${folder}/**`, { cwd: app }))
		.filter((path) => !/\.map(?:\.license)?$/.test(path) && statSync(join(app, path)).isFile())
		.map((path) => ({ path: path.replaceAll('\\', '/'), content: withoutMap(readFileSync(join(app, path)), path) }))
	const common = Object.entries(texts).map(([path, source]) => ({ path, content: readFileSync(join(repository, source)) }))
	const packs = bundledPacks().map(({ name, text }) => ({ path: `packs/${name}`, content: Buffer.from(text) }))
	const files = [...own, ...common, ...packs].map(({ path, content }) => ({ path: `emancipasso/${path}`, content }))
	mkdirSync(dirname(archive), { recursive: true })
	writeFileSync(archive, gzipSync(tar(files, time), { level: 9 }))
	return archive
}

if (import.meta.main) {
	const archive = packageApp()
	console.log(`${archive} (${Math.round(statSync(archive).size / 1024)} kB)`)
}
