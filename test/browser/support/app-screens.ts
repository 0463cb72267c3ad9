/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Locator, Page } from 'playwright-core'
import type { Hand } from './hand.ts'

import { french } from './french.ts'
import { mouse } from './hand.ts'
import { bestAnswer } from './questionnaire.ts'

/** What a visitor can do on the screens of the app, in the words of the screens. */
export class AppScreens {
	readonly page: Page
	readonly app: string
	readonly hand: Hand

	/**
	 * @param page of the visitor
	 * @param app address of the app's first page
	 * @param hand how the visitor works it
	 */
	constructor(page: Page, app: string, hand: Hand = mouse) {
		this.page = page
		this.app = app
		this.hand = hand
	}

	/**
	 * Opens a screen by its address.
	 *
	 * @param path below the app
	 */
	async open(path = ''): Promise<void> {
		await this.page.goto(this.app + path)
		await this.heading().first().waitFor()
	}

	/**
	 * Goes to a screen through the menu.
	 *
	 * @param name English name of the entry
	 */
	async goTo(name: string): Promise<void> {
		await this.hand.press(this.page.getByRole('navigation').getByRole('link', { name: french(name), exact: true }))
	}

	/** The heading of the screen that is shown. */
	heading(): Locator {
		return this.page.getByRole('main').getByRole('heading', { level: 2 })
	}

	async createOrganisation(name: string): Promise<void> {
		const create = this.page.getByRole('button', { name: french('Create the organisation') })
		await this.hand.type(this.page.getByLabel(french('Name of the organisation')), name)
		await this.hand.choose(this.page.getByLabel(french('Members'), { exact: true }), 'association')
		await this.hand.choose(this.page.getByLabel(french('Who manages')), 'bureau')
		await this.hand.choose(this.page.getByLabel(french('Who may publish')), 'bureau')
		await this.hand.press(create)
		await create.waitFor({ state: 'detached' })
	}

	/**
	 * Types into the search of the directory.
	 *
	 * @param words as a person types them
	 * @return links to the providers found, best first
	 */
	async search(words: string): Promise<Locator> {
		await this.hand.type(this.page.getByRole('searchbox'), words)
		return this.page.getByRole('region', { name: french('Results') }).getByRole('listitem').getByRole('heading').getByRole('link')
	}

	async startShortDiagnosis(): Promise<void> {
		await this.hand.press(this.page.getByRole('button', { name: french('Start the short diagnosis') }))
		await this.page.getByRole('progressbar').waitFor()
	}

	/**
	 * Answers the questions to the end, each as well as possible.
	 *
	 * @param missing words for what is missing, when the form asks for it
	 */
	async answerAll(missing: string): Promise<void> {
		const next = this.page.getByRole('button', { name: new RegExp(`^(${french('Next')}|${french('See the result')})$`) })
		const result = this.page.getByRole('heading', { name: french('First steps') })
		while (await this.page.getByRole('progressbar').isVisible()) {
			const question = (await this.page.locator('legend').innerText()).trim()
			const text = this.page.getByRole('group').getByRole('textbox')
			if (await text.isVisible()) {
				await this.hand.type(text, missing)
			} else {
				await this.hand.mark(this.page.getByLabel(bestAnswer(question), { exact: true }))
			}
			await this.hand.press(next)
			await Promise.race([result.waitFor(), this.page.locator('legend').filter({ hasNotText: question }).waitFor()])
		}
		await result.waitFor()
	}

	/** Turns the first need that the result proposes into a draft. */
	async takeProposedNeed(): Promise<void> {
		await this.hand.press(this.page.getByRole('button', { name: french('Turn it into a need to share') }).first())
		await this.page.getByLabel(french('Title'), { exact: true }).waitFor()
	}

	async seeWhatBecomesPublic(): Promise<void> {
		await this.hand.press(this.page.getByRole('button', { name: french('See what would become public') }))
		await this.page.getByRole('heading', { name: french('What would become public') }).waitFor()
	}

	async approveAndPublish(): Promise<void> {
		await this.hand.mark(this.page.getByRole('checkbox'))
		await this.hand.press(this.page.getByRole('button', { name: french('Approve this text') }))
		const publish = this.page.getByRole('button', { name: french('Publish'), exact: true })
		await this.page.locator('button:enabled').filter({ hasText: french('Publish') }).waitFor()
		await this.hand.press(publish)
		await this.page.getByRole('link', { name: french('Follow the replies') }).waitFor()
	}

	/** Follows the replies until the forum shows the topic, and gives its address. */
	async waitForTopic(): Promise<string> {
		await this.hand.press(this.page.getByRole('link', { name: french('Follow the replies') }))
		const topic = this.page.getByRole('link', { name: french('See the topic on the forum') })
		await topic.waitFor({ timeout: 60_000 })
		return await topic.getAttribute('href') ?? ''
	}

	/**
	 * Opens the replies until one is there.
	 *
	 * @param words of the reply
	 */
	async waitForReply(words: string): Promise<void> {
		const reply = this.page.getByRole('listitem').filter({ hasText: words })
		const deadline = Date.now() + 60_000
		while (!await reply.isVisible() && Date.now() < deadline) {
			await this.page.reload()
			await this.page.locator('#ea-replies').waitFor()
		}
		await reply.waitFor({ timeout: 1000 })
	}
}
