/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Browser, Page } from 'playwright-core'
import type { Hand } from './hand.ts'
import type { Site } from './site.ts'

import { expect } from 'vitest'
import { AppScreens } from './app-screens.ts'
import { ForumPage } from './forum-page.ts'
import { mouse } from './hand.ts'
import { complaintsOf } from './site.ts'

/** What the walk publishes and what people answer. */
const missing = 'Un planning partagé pour nos permanences. Les inscriptions se font par téléphone et se perdent.'
const reply = 'Bonjour ! Nous utilisons un agenda partagé depuis deux ans, venez le voir.'

/**
 * The whole path of a newcomer: find a provider, make a diagnosis, publish the need that it proposes, see it on the
 * forum, read the answer back in the cloud.
 *
 * @param browser of this machine
 * @param site with the app and nothing in it
 * @param handFor how the visitor works a page
 */
export async function walkTheWholePath(browser: Browser, site: Site, handFor: (page: Page) => Hand = () => mouse): Promise<void> {
	const context = await site.openContext(browser)
	const page = await context.newPage()
	const complaints = complaintsOf(page)
	const screens = new AppScreens(page, site.app, handFor(page))

	await screens.open()
	await screens.createOrganisation('Les Ateliers du Port')

	await screens.goTo('Find a provider')
	const results = await screens.search('mediaton nante')
	await expect.poll(async () => await results.first().innerText()).toMatch(/Médiation numérique Nantes/)
	await screens.hand.press(results.first())
	await page.getByRole('heading', { level: 2, name: /Médiation numérique Nantes/ }).waitFor()

	await screens.goTo('Diagnosis')
	await screens.startShortDiagnosis()
	await screens.answerAll(missing)
	await screens.takeProposedNeed()
	await screens.seeWhatBecomesPublic()
	await screens.approveAndPublish()
	const topic = await screens.waitForTopic()

	const forumTab = await context.newPage()
	const forum = new ForumPage(forumTab, handFor(forumTab))
	expect(await forum.open(topic)).toContain('planning partagé')
	await forum.reply(reply)

	await page.bringToFront()
	await screens.waitForReply(reply)
	expect(complaints).toEqual([])
	await context.close()
}
