/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// @vitest-environment node

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkBundleSize, limits, pageSize } from './check-bundle-size.ts'

const size = (text: string) => gzipSync(text).length

describe('the weight of a page', () => {
	let app: string
	const write = (file: string, text: string) => writeFileSync(join(app, 'js', file), text)

	beforeEach(() => {
		app = mkdtempSync(join(tmpdir(), 'bundle-'))
		mkdirSync(join(app, 'js'))
		Object.keys(limits).filter((entry) => entry !== 'main').forEach((entry) => write(`emancipasso-${entry}.mjs`, ''))
	})
	afterEach(() => rmSync(app, { recursive: true }))

	it('counts what is imported at once, each file once, and what a view adds', () => {
		const entry = 'import"./main-AAAAAAAA.chunk.mjs";'
		const main = 'import{a}from"./vue-BBBBBBBB.chunk.mjs";()=>import("./Page-CCCCCCCC.chunk.mjs")'
		const view = 'import{a}from"./vue-BBBBBBBB.chunk.mjs";import"./main-AAAAAAAA.chunk.mjs";let view'
		write('emancipasso-main.mjs', entry)
		write('main-AAAAAAAA.chunk.mjs', main)
		write('vue-BBBBBBBB.chunk.mjs', 'export let a')
		write('Page-CCCCCCCC.chunk.mjs', view)
		expect(pageSize(app, 'main')).toEqual({ first: size(entry) + size(main) + size('export let a'), views: { Page: size(view) } })
		expect(checkBundleSize(app)).toEqual([])
	})

	it('is refused above the limit, and when nothing was built', () => {
		expect(checkBundleSize(app)).toHaveLength(1)
		write('emancipasso-main.mjs', Array.from({ length: limits.main / 2 }, (_, index) => `x${index * 7919}`).join())
		expect(checkBundleSize(app)[0]).toContain('main loads')
	})
})
