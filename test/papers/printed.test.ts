/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Paper } from '@emancipasso/shared/papers/paper'
import type { Browser } from 'playwright-core'

import { renderHtml } from '@emancipasso/shared/papers/format/html-page'
import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium, launchChromium } from '../browser/support/chromium.ts'

const chromium = findChromium()
const hasReader = spawnSync('pdftotext', ['-v']).status === 0

describe.skipIf('missing' in chromium || !hasReader)('a printed paper (skipped without a browser or pdftotext)', () => {
	let browser: Browser
	beforeAll(async () => {
		browser = await launchChromium()
	})
	afterAll(async () => await browser?.close())

	/** The words of each printed page. */
	async function pagesOf(paper: Paper): Promise<string[]> {
		const page = await browser.newPage()
		await page.setContent(renderHtml(paper))
		const pdf = await page.pdf({ preferCSSPageSize: true })
		await page.close()
		return spawnSync('pdftotext', ['-', '-'], { input: pdf }).stdout.toString('utf8').split('\f').filter((text) => text.trim() !== '')
	}

	test('never ends on a page that holds its imprint alone, whatever its length', async () => {
		const paper = (lines: number): Paper => ({
			language: 'fr',
			title: 'Notre numérique',
			subtitle: 'Les Amis du quartier',
			author: 'Les Amis du quartier',
			date: '2026-03-01',
			imprint: 'Document fait par l’association elle-même.',
			blocks: Array.from({ length: lines }, (_, at) => ({ kind: 'paragraph', text: `Ligne ${at + 1}` })),
		})
		const lengths = new Set<number>()
		for (let lines = 20; lines <= 44; lines++) {
			const pages = await pagesOf(paper(lines))
			lengths.add(pages.length)
			expect(pages.at(-1), `${lines} lines`).toContain(`Ligne ${lines}\n`)
		}
		// Somewhere in between it has grown by a page.
		expect([...lengths]).toEqual([1, 2])
	})
})
