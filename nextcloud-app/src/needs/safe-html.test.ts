/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// @vitest-environment node

import type { Browser, Page } from 'playwright-core'

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// What cleans the text rests on the browser's own parser, so only a real browser can say whether it works.
const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))

describe.skipIf(executablePath === undefined)('text of the forum in a browser (skipped without Chromium)', () => {
	let browser: Browser
	let page: Page
	const clean = (html: string) => page.evaluate((text) => (globalThis as object as { safe: { safeHtml: (html: string) => string } }).safe.safeHtml(text), html)

	/** Brings a module into the page. */
	async function load(file: string, name: string): Promise<void> {
		const entry = fileURLToPath(new URL(file, import.meta.url))
		const bundle = await build({ configFile: false, logLevel: 'silent', build: { write: false, lib: { entry, formats: ['iife'], name } } })
		const [output] = Array.isArray(bundle) ? bundle : []
		await page.evaluate(output!.output[0].code)
	}

	/** The text as it stands beside ours, with marks. */
	const compared = (html: string) => page.evaluate((text) => {
		const { versions } = globalThis as object as { versions: { compareVersions: (need: object, forumText: object, mark: string) => { html: string } } }
		const need = { uuid: '', status: 'published', supports: { total: 0 }, publication: { kind: 'tool-advice', title: 'x', sections: [], toolsConcerned: [], urgency: 'none', signature: { choice: 'anonymous', text: '' }, language: 'fr' } }
		return versions.compareVersions(need, { title: 'x', html: text }, 'Changed').html
	}, html)

	beforeAll(async () => {
		browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] })
		page = await browser.newPage()
		await load('safe-html.ts', 'safe')
		await load('compare-versions.ts', 'versions')
	}, 60_000)
	afterAll(() => browser?.close())

	it('keeps words, lists and quotes', async () => {
		const html = '<p>Yes <em>and</em></p><ul><li>one</li></ul><blockquote>said</blockquote>'
		expect(await clean(html)).toBe(html)
	})

	it('opens links elsewhere, without telling where they were followed from', async () => {
		const html = await clean('<a href="https://example.org/">there</a>')
		expect(html).toContain('href="https://example.org/"')
		expect(html).toContain('target="_blank"')
		expect(html).toContain('rel="noopener noreferrer nofollow ugc"')
	})

	it.each([
		'<script>alert(1)</script>',
		'<img src="https://spy.example/x.png" onerror="alert(1)">',
		'<a href="javascript:alert(1)">x</a>',
		'<a href="data:text/html,x">x</a>',
		'<iframe src="https://example.org"></iframe>',
		'<form action="https://example.org"><input name="password"></form>',
		'<p style="position:fixed;inset:0">x</p>',
		'<p class="ea-page" id="content" data-x="1" onclick="alert(1)">x</p>',
		'<svg><style><img src=x onerror=alert(1)></style></svg>',
		'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
	])('lets nothing run, load or cover the page: %s', async (html) => {
		const danger = /<script|onerror|onclick|javascript:|data:|style=|class=|id=|<img|<iframe|<form|<input|<svg|<style/i
		expect(await clean(html)).not.toMatch(danger)
		expect((await compared(html)).replace('<span class="ea-chip">Changed</span>', '')).not.toMatch(danger)
	})

	it('marks what is not ours', async () => {
		expect(await compared('<p>Somebody else’s <b>words</b></p>')).toBe('<p><span class="ea-chip">Changed</span> Somebody else’s <b>words</b></p>')
	})
})
