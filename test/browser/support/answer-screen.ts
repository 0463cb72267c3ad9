/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Locator, Page } from 'playwright-core'
import type { Hand } from './hand.ts'

import { french } from './french.ts'

/** The part of a need's page where one answers from the cloud, as a French visitor sees it. */
export class AnswerScreen {
	readonly page: Page
	readonly hand: Hand

	/**
	 * @param page of the need, with its replies
	 * @param hand how the visitor works it
	 */
	constructor(page: Page, hand: Hand) {
		this.page = page
		this.hand = hand
	}

	/** What will be public, while it is written. */
	get preview(): Locator {
		return this.page.getByRole('article', { name: french('The answer as the forum will show it') })
	}

	/**
	 * Writes a new answer, without sending it.
	 *
	 * @param name that is shown
	 * @param words of the answer
	 */
	async write(name: string, words: string): Promise<void> {
		await this.hand.press(this.page.getByRole('button', { name: french('Answer from here') }))
		await this.hand.type(this.page.getByLabel(french('What you answer')), words)
		await this.hand.type(this.page.getByLabel(french('Name shown'), { exact: true }), name)
	}

	async publish(): Promise<void> {
		await this.hand.press(this.page.getByRole('button', { name: french('Publish the answer') }))
	}

	/**
	 * Changes the answer.
	 *
	 * @param words that replace it
	 */
	async correct(words: string): Promise<void> {
		await this.hand.press(this.page.getByRole('main').getByRole('button', { name: french('Change'), exact: true }))
		await this.hand.type(this.page.getByLabel(french('What you answer')), words)
		await this.hand.press(this.page.getByRole('button', { name: french('Publish the correction') }))
	}

	async takeBack(): Promise<void> {
		await this.hand.press(this.page.getByRole('button', { name: french('Take back'), exact: true }))
		await this.hand.press(this.page.getByRole('dialog').getByRole('button', { name: french('Take the answer back') }))
	}

	/**
	 * Waits until the answer stands somewhere.
	 *
	 * @param words that say where
	 */
	async waitUntil(words: string): Promise<void> {
		await this.page.locator('.own__state').filter({ hasText: french(words) }).waitFor({ timeout: 60_000 })
	}
}
