/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** The most that a page may load of our own JavaScript before anything is opened, in bytes after gzip. */
export const limits = { main: 150_000, admin: 130_000, 'workshop-answer': 130_000 }

/** What one page loads, in bytes after gzip: at first, and for each view that is opened. */
export interface PageSize {
	first: number
	views: Record<string, number>
}

const staticImport = /(?:from|import)\s*["']\.\/([^"']+\.mjs)["']/g
const lazyImport = /import\(\s*["']\.\/([^"']+\.mjs)["']\s*\)/g

/**
 * Sizes of what `vite build` made.
 *
 * @param app folder of the app
 * @param entry name of the entry, `main`
 */
export function pageSize(app: string, entry: string): PageSize {
	const folder = join(app, 'js')
	const at = (file: string) => readFileSync(join(folder, file))
	const first = closure(folder, [`emancipasso-${entry}.mjs`], new Set())
	const size = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + gzipSync(at(file)).length, 0)
	const lazy = new Set([...first].flatMap((file) => matches(at(file).toString(), lazyImport)))
	const views = [...lazy].map((file): [string, number] => [file.replace(/^emancipasso-|-[\w-]{8}\.chunk\.mjs$/g, ''), size(closure(folder, [file], first))])
	return { first: size(first), views: Object.fromEntries(views.sort(([, a], [, b]) => b - a)) }
}

/**
 * Pages whose first load is above the limit.
 *
 * @param app folder of the app, built
 * @return one sentence for each; empty when all is well
 */
export function checkBundleSize(app: string): string[] {
	if (!existsSync(join(app, 'js/emancipasso-main.mjs'))) {
		return ['the front end is not built: npm run build -w nextcloud-app']
	}
	return Object.entries(limits).flatMap(([entry, limit]) => {
		const { first } = pageSize(app, entry)
		return first > limit ? [`${entry} loads ${first} bytes of JavaScript at first, more than ${limit}`] : []
	})
}

function closure(folder: string, start: string[], known: ReadonlySet<string>): Set<string> {
	const found = new Set<string>()
	const queue = [...start]
	for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
		if (!found.has(file) && !known.has(file)) {
			found.add(file)
			queue.push(...matches(readFileSync(join(folder, file), 'utf8'), staticImport))
		}
	}
	return found
}

function matches(text: string, pattern: RegExp): string[] {
	return [...text.matchAll(pattern)].map(([, file]) => file ?? '')
}

if (import.meta.main) {
	const app = fileURLToPath(new URL('..', import.meta.url))
	for (const entry of Object.keys(limits)) {
		const { first, views } = pageSize(app, entry)
		console.log(`${entry}: ${(first / 1000).toFixed(1)} kB at first`)
		for (const [view, bytes] of Object.entries(views)) {
			console.log(`  ${view}: + ${(bytes / 1000).toFixed(1)} kB`)
		}
	}
	const faults = checkBundleSize(app)
	console.log(faults.join('\n'))
	process.exitCode = faults.length ? 1 : 0
}
