/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Locator, Page } from 'playwright-core'

/** How a person works a page. */
export interface Hand {
	press(target: Locator): Promise<void>
	type(target: Locator, words: string): Promise<void>
	/** Chooses an entry of a list by its beginning. */
	choose(list: Locator, entry: string): Promise<void>
	/** Marks a box or one of several choices. */
	mark(target: Locator): Promise<void>
}

/** With a mouse or a finger. */
export const mouse: Hand = {
	press: async (target) => await target.click(),
	type: async (target, words) => await target.fill(words),
	async choose(list, entry) {
		const option = list.locator('option').filter({ hasText: new RegExp(`^\\s*${entry}`, 'i') })
		await list.selectOption(await option.first().getAttribute('value') ?? '')
	},
	mark: async (target) => await target.check(),
}

/**
 * With the keyboard alone: Tab to get there, and then what a key does.
 *
 * @param page of the visitor
 */
export function keyboard(page: Page): Hand {
	return {
		async press(target) {
			await tabTo(page, target)
			await page.keyboard.press('Enter')
		},
		async type(target, words) {
			await tabTo(page, target)
			await page.keyboard.press('Control+A')
			await page.keyboard.type(words)
		},
		async choose(list, entry) {
			await tabTo(page, list)
			await page.keyboard.type(entry)
		},
		async mark(target) {
			await (await target.getAttribute('type') === 'radio' ? arrowTo(page, target) : tabTo(page, target))
			if (!await target.isChecked()) {
				await page.keyboard.press('Space')
			}
		},
	}
}

/**
 * Presses Tab until an element has the focus; nobody tabs more often than this.
 *
 * @param page of the visitor
 * @param target that must be reachable
 */
async function tabTo(page: Page, target: Locator): Promise<void> {
	await target.waitFor()
	for (let presses = 0; presses < 120; presses++) {
		if (await hasFocus(target)) {
			return
		}
		await page.keyboard.press('Tab')
	}
	throw new Error(`The keyboard does not reach ${String(target)}.`)
}

/**
 * Reaches one choice of a group: Tab to the group, then an arrow to the choice.
 *
 * @param page of the visitor
 * @param target one radio button of the group
 */
async function arrowTo(page: Page, target: Locator): Promise<void> {
	await target.waitFor()
	const group = await target.getAttribute('name')
	const any = page.locator(`input[type=radio][name="${group}"]:focus`)
	for (let presses = 0; presses < 120 && await any.count() === 0; presses++) {
		await page.keyboard.press('Tab')
	}
	for (let presses = 0; presses < 20; presses++) {
		if (await hasFocus(target)) {
			return
		}
		await page.keyboard.press('ArrowDown')
	}
	throw new Error(`The arrows do not reach ${String(target)}.`)
}

/**
 * Whether an element has the focus.
 *
 * @param target of the page
 */
async function hasFocus(target: Locator): Promise<boolean> {
	return await target.evaluate((element) => element === document.activeElement)
}
