/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Browser, Page } from 'playwright-core'
import type { Hand } from './hand.ts'
import type { AskedQuestion } from './questionnaire.ts'
import type { Site } from './site.ts'

import { expect } from 'vitest'
import { AppScreens } from './app-screens.ts'
import { horizontalScroll, seriousFaults } from './axe.ts'
import { DiagnosisScreens } from './diagnosis-screens.ts'
import { french } from './french.ts'
import { mouse } from './hand.ts'
import { bestAnswer, questionOf, weakestAnswer } from './questionnaire.ts'
import { complaintsOf, desktop } from './site.ts'

/** What the association does better a year later. */
const improved = ['gov-lead', 'security-backup']

/** One of these, as it is asked. */
const backup = 'Avez-vous des sauvegardes\u202F?'

/** How the walk is made. */
export interface WalkOptions {
	/** How the visitor works a page. */
	handFor?: (page: Page) => Hand
	viewport?: { width: number, height: number }
}

/**
 * The years of an association with its diagnosis: the short form, its continuation, three recommendations that become
 * a plan, the board's report in Files, and the same questions a year later.
 *
 * @param browser of this machine
 * @param site with the app and nothing in it
 * @param options how
 */
export async function walkFromDiagnosisToPlan(browser: Browser, site: Site, { handFor = () => mouse, viewport = desktop }: WalkOptions = {}): Promise<void> {
	const context = await site.openContext(browser, viewport)
	const page = await context.newPage()
	const complaints = complaintsOf(page)
	const hand = handFor(page)
	const screens = new AppScreens(page, site.app, hand)
	const diagnosis = new DiagnosisScreens(page, hand)
	const { main } = diagnosis
	const sound = async () => {
		expect(await seriousFaults(page)).toEqual([])
		expect(await horizontalScroll(page)).toBe(0)
	}

	await screens.open()
	await screens.createOrganisation('Les Ateliers du Port')
	await screens.open('diagnosis')
	await sound()
	await screens.startShortDiagnosis()
	await sound()
	const short = await diagnosis.answerAll('A first indication', async (question) => await diagnosis.answerWeakly(question))
	await sound()

	await diagnosis.press('Continue with the full diagnosis')
	const others = await diagnosis.answerAll('Result of the diagnosis', async (question) => {
		await diagnosis.answerWeakly(question)
		if (question.type === 'inventory') {
			await sound()
		}
	})
	expect(others.filter((id) => short.includes(id)), 'asked twice').toEqual([])
	const actions = await diagnosis.accept(3)
	expect(actions.length).toBeGreaterThanOrEqual(3)
	await sound()

	await screens.open('plan')
	for (const title of actions) {
		await main.getByRole('link', { name: title, exact: true }).first().waitFor()
	}
	await sound()

	await screens.open('papers')
	await sound()
	await diagnosis.follow('Report for the board')
	const path = await diagnosis.saveInFiles('Conseil')
	expect(path).toMatch(/^\/Conseil\/.+\.odt$/)
	await sound()
	const file = await page.request.get(site.fileAddress(path))
	expect(file.ok(), `${file.status()} for ${path}`).toBe(true)
	expectTextDocument(await file.body())

	await screens.open('diagnosis')
	await hand.press(main.getByRole('region', { name: french('Your diagnoses') }).getByRole('link').first())
	await diagnosis.waitFor('Result of the diagnosis')
	await diagnosis.close()
	await sound()

	await page.clock.setFixedTime(aYearFrom(new Date()))
	await diagnosis.press('Take stock again')
	const again = await diagnosis.answerAll('Result of the diagnosis', async (question) => await answerAYearLater(diagnosis, question, sound))
	// The list of tools is kept up all year: it is there already.
	expect(again.toSorted()).toEqual([...short, ...others].filter((id) => id !== 'tools-inventory').toSorted())
	await diagnosis.follow('Compare with an earlier one')
	await diagnosis.waitFor('What has changed')

	const changes = main.getByRole('region', { name: french('Answers that changed') })
	await changes.waitFor()
	const items = changes.getByRole('listitem')
	expect(await items.count()).toBe(improved.length)
	const saved = items.filter({ hasText: questionOf(backup).text.fr })
	await saved.getByText(french('Then: {answer}', { answer: weakestAnswer(backup) })).waitFor()
	await saved.getByText(french('Now: {answer}', { answer: bestAnswer(backup) })).waitFor()
	await main.getByRole('region', { name: french('Themes, then and now') }).getByText(french('better'), { exact: true }).first().waitFor()
	await sound()
	expect(complaints).toEqual([])
	await context.close()
}

/**
 * Answers as a year ago, but for what has improved.
 *
 * @param diagnosis the screens
 * @param question that is shown
 * @param sound looks for faults
 */
async function answerAYearLater(diagnosis: DiagnosisScreens, question: AskedQuestion, sound: () => Promise<void>): Promise<void> {
	if (improved.includes(question.id)) {
		await diagnosis.answerWell(question)
		await sound()
	} else {
		await diagnosis.answerTheSame()
	}
}

/**
 * The same moment of the next year.
 *
 * @param date now
 */
function aYearFrom(date: Date): Date {
	return new Date(Date.UTC(date.getUTCFullYear() + 1, date.getUTCMonth(), date.getUTCDate(), 12))
}

/**
 * Looks whether a file begins as an OpenDocument text has to: a zip whose first entry says, uncompressed, what it is.
 *
 * @param bytes of the file
 */
function expectTextDocument(bytes: Buffer): void {
	expect(bytes.toString('latin1', 0, 4)).toBe('PK\u0003\u0004')
	expect(bytes.toString('latin1', 30, 38)).toBe('mimetype')
	expect(bytes.toString('latin1', 38, 77)).toBe('application/vnd.oasis.opendocument.text')
}
