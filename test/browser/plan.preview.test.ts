/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Browser, Page } from 'playwright-core'
import type { Stack } from '../support/stack.ts'
import type { Hand } from './support/hand.ts'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startStack } from '../support/stack.ts'
import { AppScreens } from './support/app-screens.ts'
import { horizontalScroll, seriousFaults } from './support/axe.ts'
import { findChromium, launchChromium } from './support/chromium.ts'
import { french } from './support/french.ts'
import { keyboard, mouse } from './support/hand.ts'
import { complaintsOf, desktop, frenchVisitor, phone } from './support/site.ts'

const chromium = findChromium()
const move = 'Fichiers et partage\u00A0: Google Drive → Nextcloud Fichiers'

/** What an association keeps in a spreadsheet: one row that is understood, one in part, one not at all. */
const pasted = 'Outil;Usage;Coût par an\nGoogle Drive;Fichiers et partage;120 €\nNotre tableur;Télépathie;gratuit\n;Courriel;'

describe('from a list of tools to a plan', () => {
	if ('missing' in chromium) {
		test.skip(`needs a browser: ${chromium.missing}`)
		return
	}

	let stack: Stack
	let browser: Browser
	beforeEach(async () => {
		stack = await startStack()
		browser = await launchChromium()
	})
	afterEach(async () => {
		await browser?.close()
		await stack?.close()
	})

	test.each<[string, (page: Page) => Hand, { width: number, height: number }]>([
		['the keyboard alone on a desktop', keyboard, desktop],
		['a finger on a phone', () => mouse, phone],
	])('by %s, tools are pasted, a move is planned, changed and told', async (_, handFor, viewport) => {
		const context = await browser.newContext({ ...frenchVisitor, viewport })
		const page = await context.newPage()
		const complaints = complaintsOf(page)
		const app = `${stack.preview}/index.php/apps/emancipasso/`
		const hand = handFor(page)
		const screens = new AppScreens(page, app, hand)
		const main = page.getByRole('main')
		const named = (role: 'button' | 'link', name: string) => main.getByRole(role, { name, exact: true })
		const sound = async () => {
			expect(await seriousFaults(page)).toEqual([])
			expect(await horizontalScroll(page)).toBe(0)
		}

		await screens.open()
		await screens.createOrganisation('Les Ateliers du Port')
		await screens.open('tools')
		await hand.press(named('button', french('Paste from a spreadsheet')))
		await hand.type(main.getByRole('textbox'), pasted)
		await main.getByText(french('Not added: nothing says which tool it is.')).waitFor()
		await main.getByText(french('{field}: “{text}” was not understood, and is left out.', { field: 'Usage', text: 'Télépathie' })).waitFor()
		await sound()
		await hand.press(named('button', 'Ajouter 2 outils'))
		await main.getByRole('row', { name: 'Google Drive' }).waitFor()
		await main.getByText(french('Saved'), { exact: true }).waitFor()
		await sound()

		await hand.press(named('link', french('Alternatives to {tool}', { tool: 'Google Drive · Fichiers et partage' })))
		const plan = named('button', french('Plan this move to {solution}', { solution: 'Nextcloud Fichiers' }))
		await plan.waitFor()
		await sound()
		await hand.press(plan)

		await main.getByRole('heading', { level: 2, name: move }).waitFor()
		await hand.choose(main.getByLabel(french('Who takes care of it')), 'Camille')
		await hand.choose(main.getByLabel(french('Status'), { exact: true }), 'En test')
		await hand.press(named('button', french('Add a point')))
		await hand.type(main.getByRole('textbox', { name: french('Point') }), 'Trier les dossiers')
		await main.getByText(french('Saved'), { exact: true }).waitFor()
		await sound()

		await hand.press(named('link', french('The whole plan')))
		const testing = main.getByRole('region', { name: 'En test' })
		await testing.getByText('Camille').waitFor()
		await sound()
		await hand.press(testing.getByLabel(french('Status of {title}: {status}', { title: move, status: 'En test' })))
		await hand.press(testing.getByRole('button', { name: 'Les deux en parallèle' }))
		await main.getByRole('region', { name: 'Les deux en parallèle' }).getByRole('link', { name: move }).waitFor()

		for (const view of ['Timeline', 'Goals and meetings', 'From one tool to another']) {
			await hand.press(named('link', french(view)))
			await main.getByRole('heading', { name: french(view === 'Goals and meetings' ? 'Meetings' : view), exact: true }).waitFor()
			await sound()
		}
		await hand.press(named('link', french('What changed')))
		await main.getByText(/État\u00A0: de «\u00A0Prévue\u00A0» à «\u00A0(?:En test|Les deux en parallèle)\u00A0»/).first().waitFor()
		await sound()

		await screens.open('tools')
		await hand.press(named('link', 'Les deux en parallèle'))
		await hand.choose(main.getByLabel(french('Status'), { exact: true }), 'Terminée')
		const follow = main.getByRole('region', { name: french('And in our tools?') })
		await hand.choose(follow.getByRole('combobox'), 'Un h')
		await sound()
		await hand.press(named('button', french('Replace {old} with {tool} in our tools', { old: 'Google Drive', tool: 'Nextcloud Fichiers' })))
		await follow.getByText(french('{tool} is in our tools now, in the place of {old}.', { old: 'Google Drive', tool: 'Nextcloud Fichiers' })).waitFor()
		await sound()
		await hand.press(follow.getByRole('link', { name: french('See it in our tools, and complete it') }))
		const nextcloud = main.getByRole('row', { name: 'Nextcloud Fichiers' })
		await nextcloud.getByText('Un hébergeur éthique').waitFor()
		expect(await main.getByRole('row', { name: 'Google Drive' }).count()).toBe(0)

		await hand.press(named('button', french('Remove {tool}', { tool: 'Nextcloud Fichiers · Fichiers et partage' })))
		await main.getByText(french('{tool} is off the list.', { tool: 'Nextcloud Fichiers · Fichiers et partage' })).waitFor()
		await sound()
		await hand.press(named('button', french('Undo')))
		await nextcloud.getByText('Un hébergeur éthique').waitFor()
		await screens.open()
		await main.getByText(french('Everything in your plan is settled.')).waitFor()
		expect(complaints).toEqual([])
		await context.close()
	})
})
