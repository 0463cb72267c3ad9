/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Browser, Page } from 'playwright-core'
import type { Stack } from '../support/stack.ts'
import type { Hand } from './support/hand.ts'

import { appApi, appApiBase } from '@emancipasso/shared/contract/app-api'
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { publicationText } from '../contract/publication-text.ts'
import { startStack } from '../support/stack.ts'
import { AnswerScreen } from './support/answer-screen.ts'
import { horizontalScroll, seriousFaults } from './support/axe.ts'
import { findChromium, launchChromium } from './support/chromium.ts'
import { ForumPage } from './support/forum-page.ts'
import { keyboard, mouse } from './support/hand.ts'
import { complaintsOf, desktop, frenchVisitor, phone } from './support/site.ts'

const chromium = findChromium()
const first = 'Bonjour ! Nous utilisons Nextcloud depuis deux ans.'
const second = 'Bonjour ! Nous utilisons Nextcloud depuis trois ans.'

const draft = { kind: 'tool-advice', title: 'Un planning partagé', context: '', problem: '', mustHave: '', whoBenefits: '', toolsConcerned: [], urgency: 'none', signature: { choice: 'anonymous', text: '' }, showSize: false, showRegion: false, budgetHint: '', language: 'fr' }

describe('answering a need from the cloud', () => {
	if ('missing' in chromium) {
		test.skip(`needs a browser: ${chromium.missing}`)
		return
	}

	let stack: Stack
	let browser: Browser
	let address = ''
	beforeEach(async () => {
		stack = await startStack()
		browser = await launchChromium()
		address = await publishNeed(stack)
	})
	afterEach(async () => {
		await browser?.close()
		await stack?.close()
	})

	test.each<[string, (page: Page) => Hand, { width: number, height: number }]>([
		['the mouse on a desktop', () => mouse, desktop],
		['the keyboard alone on a phone', keyboard, phone],
	])('by %s, it is read on the forum under the chosen name, corrected, and taken back', async (_, handFor, viewport) => {
		const context = await browser.newContext({ ...frenchVisitor, viewport })
		const page = await context.newPage()
		const complaints = complaintsOf(page)
		await page.goto(address)
		const screen = new AnswerScreen(page, handFor(page))
		const topic = await page.getByRole('link', { name: 'Répondre sur le forum' }).getAttribute('href', { timeout: 60_000 }) ?? ''

		await screen.write('La Ressourcerie', first)
		expect(await screen.preview.innerText()).toContain('La Ressourcerie (association, via Émancip’Asso)')
		await look(page, `answer-writing-${viewport.width}`)
		await screen.publish()
		await screen.waitUntil('Online on the forum.')
		await look(page, `answer-online-${viewport.width}`)

		const forumTab = await context.newPage()
		const forum = new ForumPage(forumTab, handFor(forumTab))
		await forum.open(topic)
		const post = forumTab.getByRole('article').filter({ hasText: 'La Ressourcerie' })
		expect(await post.innerText()).toContain(first)
		await look(forumTab, `answer-forum-${viewport.width}`, null)
		await post.getByRole('link', { name: 'Comment ça marche' }).click()
		await forumTab.getByRole('heading', { level: 1, name: 'Des réponses écrites depuis le cloud' }).waitFor()

		await page.bringToFront()
		await screen.correct(second)
		await expect.poll(async () => {
			await forum.open(topic)
			return await post.innerText()
		}, { timeout: 30_000 }).toContain(second)

		await page.bringToFront()
		await screen.takeBack()
		await expect.poll(async () => {
			await forum.open(topic)
			return await post.innerText()
		}, { timeout: 30_000 }).toContain('supprimé')
		await page.bringToFront()
		await expect.poll(async () => await page.getByText(second).count(), { timeout: 30_000 }).toBe(0)
		await look(page, `answer-taken-back-${viewport.width}`)
		expect(complaints).toEqual([])
		await context.close()
	})
})

/**
 * Looks for serious faults; with SCREENS=folder also keeps a picture.
 *
 * @param page as it is now
 * @param name of the picture
 * @param within the part whose accessibility is ours; null for none
 */
async function look(page: Page, name: string, within: string | null = '#content'): Promise<void> {
	if (process.env.SCREENS !== undefined) {
		mkdirSync(process.env.SCREENS, { recursive: true })
		const size = page.viewportSize()!
		await page.setViewportSize({ width: size.width, height: 1900 })
		await page.screenshot({ path: `${process.env.SCREENS}/${name}.png` })
		await page.setViewportSize(size)
	}
	if (within !== null) {
		expect(await seriousFaults(page, within)).toEqual([])
		expect(await horizontalScroll(page)).toBe(0)
	}
}

/**
 * Publishes a need, as the screens do.
 *
 * @param stack the running programs
 * @return the address of its page in the app
 */
async function publishNeed(stack: Stack): Promise<string> {
	const need = randomUUID()
	let organisation = ''
	const call = async (operation: string, body: unknown) => {
		const { path, method } = appApi[operation]!
		const response = await fetch(stack.preview + appApiBase + path.replace('{organisation}', organisation).replace('{id}', need), {
			method,
			headers: { Accept: 'application/json', 'OCS-APIRequest': 'true', 'Content-Type': 'application/json', Authorization: `Basic ${btoa('camille:camille')}` },
			body: JSON.stringify(body),
		})
		expect(response.ok, operation).toBe(true)
		return (await response.json() as { ocs: { data: { id: string } } }).ocs.data
	}
	organisation = (await call('createOrganisation', { name: 'Les Ateliers du Port', membersGroup: 'association', managersGroup: 'bureau', publishersGroup: 'bureau' })).id
	await call('createDocument', { id: need, kind: 'need', title: 'Un planning partagé', status: 'draft', document: draft })
	for (const operation of ['approvePublication', 'publish']) {
		await call(operation, { publication: publicationText() })
	}
	return `${stack.preview}/index.php/apps/emancipasso/needs/${need}/replies`
}
