/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { BrowserContext, Locator, Page } from 'playwright-core'
import type { AskedQuestion } from './questionnaire.ts'

import { french } from './french.ts'
import { questionOf, questionWithId } from './questionnaire.ts'

/** Somebody who answers a running diagnosis in a window of their own. */
export class Respondent {
	readonly page: Page
	/** As the others read it. */
	readonly name: string
	/** Ids of answers by id of the question: what is to be there in the end. */
	readonly said: Record<string, string> = {}
	readonly errors: string[] = []
	readonly #app: string
	readonly #organisation: string

	private constructor(page: Page, name: string, app: string, organisation: string) {
		this.page = page
		this.name = name
		this.#app = app
		this.#organisation = organisation
		page.on('pageerror', (error) => this.errors.push(error.message))
	}

	/**
	 * @param context of somebody who is signed in
	 * @param name as the others read it
	 * @param app address of the app's first page
	 * @param organisation id of the one for which they answer
	 */
	static async enter(context: BrowserContext, name: string, app: string, organisation: string): Promise<Respondent> {
		return new Respondent(await context.newPage(), name, app, organisation)
	}

	/** Begins a full diagnosis, and gives its id. */
	async begin(): Promise<string> {
		await this.page.goto(`${this.#app}diagnosis?organisation=${this.#organisation}`)
		await this.page.getByRole('button', { name: french('Start the full diagnosis') }).click()
		await this.page.getByRole('progressbar').waitFor()
		return /diagnosis\/([0-9a-f-]{36})/.exec(this.page.url())![1]!
	}

	/**
	 * Loads a question anew.
	 *
	 * @param diagnosis id
	 * @param question id
	 */
	async open(diagnosis: string, question: string): Promise<void> {
		await this.page.goto(`${this.#app}diagnosis/${diagnosis}?organisation=${this.#organisation}&q=${question}`)
		await this.page.locator('legend').filter({ hasText: questionWithId(question).text.fr }).waitFor()
	}

	/** The question that is shown. */
	async question(): Promise<AskedQuestion> {
		return questionOf(await this.page.locator('legend').innerText())
	}

	/**
	 * Gives one of the answers that are offered.
	 *
	 * @param nth of them
	 */
	async answer(nth: number): Promise<void> {
		const { id, options = [] } = await this.question()
		await this.choice(options[nth]!.text.fr).check()
		this.said[id] = options[nth]!.id
	}

	/** Goes to what is asked next. */
	async next(): Promise<void> {
		const legend = this.page.locator('legend')
		const shown = await legend.innerText()
		await this.page.getByRole('button', { name: french('Next'), exact: true }).click()
		await legend.filter({ hasNotText: shown }).waitFor()
	}

	/** Waits until nothing is left to save. */
	async waitUntilSaved(): Promise<void> {
		await this.page.getByText(french('Saved'), { exact: true }).waitFor()
	}

	/** What says that nothing can be saved now. */
	get unsaved(): Locator {
		return this.page.getByRole('alert').filter({ hasText: french('What you wrote is not saved yet') })
	}

	/** The question which of two versions is kept. */
	get conflict(): Locator {
		return this.page.getByRole('alert').filter({ hasText: french('Two people changed the same thing') })
	}

	/** What came too late for a diagnosis that somebody closed. */
	get late(): Locator {
		return this.page.getByRole('alert').filter({ hasText: french('Closed before your answers arrived') })
	}

	/**
	 * Keeps one's own version.
	 *
	 * @param question that both answered
	 * @param other whose answer goes
	 */
	async keepOwn(question: string, other: Respondent): Promise<void> {
		delete other.said[question]
		await this.conflict.getByRole('button', { name: french('Keep my version') }).click()
		await this.conflict.waitFor({ state: 'detached' })
	}

	/**
	 * Keeps the version of somebody else.
	 *
	 * @param question that both answered
	 * @param other whose answer stays
	 */
	async keepTheirs(question: string, other: Respondent): Promise<void> {
		delete this.said[question]
		await this.conflict.getByRole('button', { name: french('Keep the version of {name}', { name: other.name }) }).click()
		await this.conflict.waitFor({ state: 'detached' })
	}

	/**
	 * Puts a tool into the list that the question about tools shows.
	 *
	 * @param tool its name
	 */
	async addTool(tool: string): Promise<void> {
		await this.page.getByRole('button', { name: french('Add a tool') }).click()
		await this.page.getByLabel(french('With which tool?')).fill(tool)
	}

	/**
	 * One of the answers to the question that is shown.
	 *
	 * @param words of it
	 */
	choice(words: string): Locator {
		return this.page.getByRole('radio', { name: words, exact: true })
	}
}
