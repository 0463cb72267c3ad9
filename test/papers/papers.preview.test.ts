/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { DiagnosisDocument } from '@emancipasso/shared/diagnosis/answers'
import type { examplePortable } from '@emancipasso/shared/papers/testing/stored'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Association } from './association.ts'

import { inventoryLines } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { evaluate } from '@emancipasso/shared/diagnosis/evaluate'
import { diagnoses, packs } from '@emancipasso/shared/papers/testing/stored'
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { horizontalScroll, seriousFaults } from '../browser/support/axe.ts'
import { findChromium, launchChromium } from '../browser/support/chromium.ts'
import { openScreen } from '../browser/support/screens.ts'
import { complaintsOf, desktop, frenchVisitor, phone } from '../browser/support/site.ts'
import { openAssociation } from './association.ts'

const chromium = findChromium()

describe('papers on the preview host', () => {
	if ('missing' in chromium) {
		test.skip(`needs a browser: ${chromium.missing}`)
		return
	}

	let association: Association
	let browser: Browser
	let context: BrowserContext
	let page: Page
	let complaints: string[]

	beforeAll(async () => {
		association = await openAssociation()
		browser = await launchChromium()
	})
	afterAll(async () => {
		await browser?.close()
		await association?.close()
	})
	beforeEach(async () => {
		context = await browser.newContext({ ...frenchVisitor, viewport: desktop, acceptDownloads: true })
		page = await context.newPage()
		complaints = complaintsOf(page)
	})
	afterEach(async () => {
		expect(complaints).toEqual([])
		await context.close()
	})

	async function downloaded(): Promise<{ name: string, bytes: Buffer }> {
		const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Télécharger' }).click()])
		return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
	}

	test.each(['papers', 'papers/board-report', 'papers/specification', 'papers/plan', 'papers/register', 'papers/public-page', 'papers/everything'])('%s: axe finds nothing serious, and a phone scrolls in one direction', async (path) => {
		for (const size of [desktop, phone]) {
			await page.setViewportSize(size)
			await openScreen(page, association.app + path)
			expect(await seriousFaults(page)).toEqual([])
			expect(await horizontalScroll(page)).toBe(0)
		}
	})

	test('the board’s report is read as a page, downloaded as a text document, and kept in a folder of Files', async () => {
		await openScreen(page, `${association.app}papers`)
		await page.getByRole('link', { name: 'Rapport pour le conseil' }).click()
		const preview = page.frameLocator('iframe')
		await preview.getByRole('heading', { name: 'Points d’attention' }).waitFor()
		const { name, bytes } = await downloaded()
		expect(name).toMatch(/^Rapport numérique - Les Amis du quartier - \d{4}-\d{2}-\d{2}\.odt$/u)
		expect(bytes.subarray(30, 77).toString('latin1')).toBe('mimetypeapplication/vnd.oasis.opendocument.text')
		// The same drawing in pixels, made by the browser.
		expect(bytes.includes('Pictures/1.png')).toBe(true)

		await page.getByRole('button', { name: 'Enregistrer dans Fichiers…' }).click()
		await page.getByLabel('Dans un nouveau dossier').fill('Conseil')
		await page.getByRole('button', { name: 'Enregistrer dans ce dossier' }).click()
		const link = page.getByRole('link', { name: `/Conseil/${name}` })
		await link.waitFor()
		const kept = await context.request.get(new URL(await link.getAttribute('href') ?? '', page.url()).href)
		expect((await kept.body()).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')

		await page.reload()
		await page.getByRole('button', { name: 'Enregistrer dans Fichiers…' }).click()
		await page.getByText('Dossier : Conseil').waitFor()
		await page.getByRole('button', { name: 'Dossier du dessus' }).click()
		await page.getByRole('button', { name: 'Conseil' }).waitFor()
	})

	test('a section that is taken out of the specification is gone from what one reads and from what one downloads', async () => {
		await openScreen(page, `${association.app}papers/specification`)
		const preview = page.frameLocator('iframe')
		await preview.getByRole('heading', { name: 'Données et RGPD' }).waitFor()
		await page.getByRole('checkbox', { name: 'Données et RGPD' }).uncheck()
		await preview.getByRole('heading', { name: 'Données et RGPD' }).waitFor({ state: 'detached' })
		await page.getByLabel('Texte simple (Markdown)').check()
		const text = (await downloaded()).bytes.toString('utf8')
		expect(text).toContain('## Besoins')
		expect(text).not.toContain('Données et RGPD')
	})

	test('everything goes to another association, which reads the same result', async () => {
		await openScreen(page, `${association.app}papers/everything`)
		const { bytes } = await downloaded()
		await page.getByLabel('Vous agissez pour').selectOption({ label: 'Une autre maison' })
		await page.waitForFunction((id) => localStorage.getItem('emancipasso:organisation') === id, association.other)
		await openScreen(page, `${association.app}papers`)
		const file = page.getByLabel('Le fichier (JSON)')
		await file.setInputFiles({ name: 'autre.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') })
		await page.getByText('Ce n’est pas un fichier qu’Émancip’Asso a fait').waitFor()
		// As if the two clouds had other versions.
		const portable = JSON.parse(bytes.toString('utf8').replaceAll(packs.questionnaire.version, '0.9.0')) as ReturnType<typeof examplePortable>
		await file.setInputFiles({ name: 'tout.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(portable)) })
		await page.getByText('Fait par Les Amis du quartier').waitFor()
		await page.getByText('Il apporte la sienne').waitFor()
		await page.getByRole('button', { name: 'Ajouter à Une autre maison' }).click()
		await page.getByText('Tout est ajouté').waitFor()

		const { documents } = await association.call<{ documents: StoredDocument[] }>('GET', `/organisations/${association.other}/documents?content=true`)
		expect(documents.map(({ kind }) => kind).toSorted()).toEqual(['action', 'action', 'action', 'action', 'action', 'diagnosis', 'inventory'])
		const imported = documents.find(({ kind }) => kind === 'diagnosis')!
		const evaluationOf = (document: DiagnosisDocument) => evaluate({ questionnaire: packs.questionnaire, solutions: packs.solutions, answers: document.answers, inventory: inventoryLines(document), form: document.form })
		expect(evaluationOf(imported.document as object as DiagnosisDocument)).toEqual(evaluationOf(diagnoses[2]!.document as object as DiagnosisDocument))
		await openScreen(page, `${association.app}papers/board-report`)
		await page.frameLocator('iframe').getByText('questionnaire 0.9.0').first().waitFor()
		// That is how the app asks whether this cloud has that version; and the overview has no community to ask.
		complaints = complaints.filter((complaint) => !complaint.includes('/packs/questionnaire/0.9.0') && !complaint.includes('/needs?mine=true'))
	})
})
