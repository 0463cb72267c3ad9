/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Locator, Page } from 'playwright-core'
import type { Hand } from './hand.ts'
import type { AskedQuestion } from './questionnaire.ts'

import { french } from './french.ts'
import { bestAnswer, questionOf, weakestAnswer } from './questionnaire.ts'

/** What an association that begins says where the form asks for words, a place or a tool. */
const words = { missing: 'Un planning partagé pour nos permanences.', departement: '44', use: 'Fichiers', tool: 'Google Drive' }

/** What a visitor can do on the screens of a diagnosis, in the words of the screens. */
export class DiagnosisScreens {
	readonly page: Page
	readonly hand: Hand
	readonly main: Locator

	/**
	 * @param page of the visitor
	 * @param hand how the visitor works it
	 */
	constructor(page: Page, hand: Hand) {
		this.page = page
		this.hand = hand
		this.main = page.getByRole('main')
	}

	/**
	 * Presses a button of the screen.
	 *
	 * @param name its English words
	 */
	async press(name: string): Promise<void> {
		await this.hand.press(this.main.getByRole('button', { name: french(name), exact: true }))
	}

	/**
	 * Follows a link of the screen that may look like a button.
	 *
	 * @param name its English words
	 */
	async follow(name: string): Promise<void> {
		await this.hand.press(this.main.getByRole('link', { name: french(name), exact: true }))
	}

	/**
	 * Waits for a screen.
	 *
	 * @param title its English words
	 */
	async waitFor(title: string): Promise<void> {
		await this.main.getByRole('heading', { level: 2, name: french(title), exact: true }).waitFor()
	}

	/**
	 * Answers the questions from the one that is shown to the result.
	 *
	 * @param result English title of the result
	 * @param answer gives one answer
	 * @return ids of the questions that were asked
	 */
	async answerAll(result: string, answer: (question: AskedQuestion) => Promise<void>): Promise<string[]> {
		const legend = this.page.locator('legend')
		const end = this.main.getByRole('heading', { level: 2, name: french(result), exact: true })
		const next = this.main.getByRole('button', { name: new RegExp(`^(${french('Next')}|${french('See the result')})$`) })
		const asked: string[] = []
		await legend.waitFor()
		while (!await end.isVisible()) {
			const shown = await legend.innerText()
			const question = questionOf(shown)
			asked.push(question.id)
			await answer(question)
			await this.hand.press(next)
			await legend.filter({ hasNotText: shown }).or(end).first().waitFor()
		}
		return asked
	}

	/**
	 * Answers as an association that begins.
	 *
	 * @param question that is shown
	 */
	async answerWeakly(question: AskedQuestion): Promise<void> {
		switch (question.type) {
			case 'need': return await this.hand.type(this.page.getByRole('textbox'), words.missing)
			case 'territory': return await this.hand.choose(this.page.getByLabel(french('Département or country')), words.departement)
			case 'inventory': return await this.addTool()
			default: return await this.hand.mark(this.page.getByLabel(weakestAnswer(question.text.fr), { exact: true }))
		}
	}

	/**
	 * Answers as well as one can.
	 *
	 * @param question that is shown
	 */
	async answerWell(question: AskedQuestion): Promise<void> {
		await this.hand.mark(this.page.getByLabel(bestAnswer(question.text.fr), { exact: true }))
	}

	/** Says that nothing has changed since the diagnosis before. */
	async answerTheSame(): Promise<void> {
		await this.press('Still the same')
	}

	private async addTool(): Promise<void> {
		await this.press('Add a tool')
		await this.hand.choose(this.page.getByLabel(french('What for?')), words.use)
		await this.hand.type(this.page.getByLabel(french('With which tool?')), words.tool)
	}

	/**
	 * Puts the first recommendations into the plan, one after the other.
	 *
	 * @param count how many
	 * @return titles of the actions that they became
	 */
	async accept(count: number): Promise<string[]> {
		const now = this.main.getByRole('region', { name: french('What to do now') })
		const decided = this.main.getByRole('region', { name: french('Decided') })
		for (let accepted = 1; accepted <= count; accepted++) {
			await this.hand.press(now.getByRole('button', { name: french('Put it into our plan') }).first())
			await decided.getByText(french('In our plan'), { exact: true }).nth(accepted - 1).waitFor()
		}
		return await decided.getByRole('link').allInnerTexts()
	}

	/** Closes the diagnosis whose result is shown. */
	async close(): Promise<void> {
		await this.press('Close this diagnosis')
		await this.hand.press(this.page.getByRole('dialog').getByRole('button', { name: french('Close'), exact: true }))
		await this.main.getByRole('button', { name: french('Open it again') }).waitFor()
	}

	/**
	 * Saves the paper that is shown in a new folder of Files.
	 *
	 * @param folder its name
	 * @return the path of the file
	 */
	async saveInFiles(folder: string): Promise<string> {
		await this.press('Save in Files…')
		await this.hand.type(this.page.getByLabel(french('In a new folder (if you like)')), folder)
		await this.press('Save in this folder')
		return await this.page.getByRole('status').filter({ hasText: french('Saved in your files:') }).getByRole('link').innerText()
	}
}
