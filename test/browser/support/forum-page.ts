/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from 'playwright-core'
import type { Hand } from './hand.ts'

/** A topic on the sandbox forum, as a French visitor sees it. */
export class ForumPage {
	readonly page: Page
	readonly hand: Hand

	/**
	 * @param page of the visitor
	 * @param hand how the visitor works it
	 */
	constructor(page: Page, hand: Hand) {
		this.page = page
		this.hand = hand
	}

	/**
	 * Opens a topic.
	 *
	 * @param address of the topic
	 * @return its title
	 */
	async open(address: string): Promise<string> {
		await this.page.goto(address)
		return await this.page.getByRole('heading', { level: 1 }).innerText()
	}

	/**
	 * Replies, as anyone can there.
	 *
	 * @param words of the reply
	 */
	async reply(words: string): Promise<void> {
		await this.hand.type(this.page.getByLabel('Votre réponse'), words)
		await this.hand.press(this.page.getByRole('button', { name: 'Répondre', exact: true }))
		await this.page.getByRole('article').filter({ hasText: words }).waitFor()
	}
}
