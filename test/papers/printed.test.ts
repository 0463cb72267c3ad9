/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Paper } from '@emancipasso/shared/papers/paper'
import type { Browser, Page } from 'playwright-core'

import { newDiagnosis } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { renderHtml } from '@emancipasso/shared/papers/format/html-page'
import { packs } from '@emancipasso/shared/papers/testing/stored'
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium, launchChromium } from '../browser/support/chromium.ts'
import { openScreen } from '../browser/support/screens.ts'
import { frenchVisitor } from '../browser/support/site.ts'
import { openAssociation } from './association.ts'

const chromium = findChromium()
const hasReader = spawnSync('pdftotext', ['-v']).status === 0

describe.skipIf('missing' in chromium || !hasReader)('on paper (skipped without a browser or pdftotext)', () => {
	let browser: Browser
	beforeAll(async () => {
		browser = await launchChromium()
	})
	afterAll(async () => await browser?.close())

	/** The words of each printed page, as they stand on it. */
	async function print(page: Page): Promise<string[]> {
		const pdf = await page.pdf({ preferCSSPageSize: true, margin: { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' } })
		await page.close()
		return spawnSync('pdftotext', ['-', '-'], { input: pdf }).stdout.toString('utf8').split('\f').filter((text) => text.trim() !== '')
	}

	test('a paper never ends on a page that holds its imprint alone, whatever its length', async () => {
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
			const page = await browser.newPage()
			await page.setContent(renderHtml(paper(lines)))
			const pages = await print(page)
			lengths.add(pages.length)
			expect(pages.at(-1), `${lines} lines`).toContain(`Ligne ${lines}\n`)
		}
		// Somewhere in between it has grown by a page.
		expect([...lengths]).toEqual([1, 2])
	})

	test('the sheets of a workshop have the whole number of each question, by which they are typed in', async () => {
		const association = await openAssociation()
		try {
			const id = randomUUID()
			await association.call('POST', `/organisations/${association.id}/documents`, { id, kind: 'diagnosis', title: 'Atelier', status: 'draft', document: { ...newDiagnosis(packs.questionnaire, 'short'), method: 'group' } })
			await association.call('PUT', `/organisations/${association.id}/documents/${id}/workshop`, { anonymous: true, form: 'short', days: 7, questionnaire: packs.questionnaire.version })
			const page = await (await browser.newContext({ ...frenchVisitor })).newPage()
			await openScreen(page, `${association.app}diagnosis/${id}/workshop/sheets`)
			const numbers = (await print(page)).join('\n').matchAll(/^\s*(\d+)\. /gmu)
			const printed = [...numbers].map(([, number]) => Number(number))
			expect(printed.length).toBeGreaterThan(10)
			expect(printed).toEqual(printed.map((_number, at) => at + 1))
		} finally {
			await association.close()
		}
	})
})
