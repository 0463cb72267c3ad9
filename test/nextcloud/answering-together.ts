/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DocumentLine, HistoryEntry } from '@emancipasso/shared/contract/app-documents'
import type { Browser } from 'playwright-core'
import type { JsonObject } from '../../nextcloud-app/src/documents/merge-patch.ts'
import type { PersonId } from './people.ts'
import type { Nextcloud } from './server.ts'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyPatch } from '../../nextcloud-app/src/documents/merge-patch.ts'
import { findChromium, launchChromium } from '../browser/support/chromium.ts'
import { appAddress, nextcloudMissing, openContextOf } from '../browser/support/nextcloud-site.ts'
import { positionOf, questionWithId } from '../browser/support/questionnaire.ts'
import { Respondent } from '../browser/support/respondent.ts'
import { Association } from './association.ts'
import { people } from './people.ts'

const chromium = findChromium()

/**
 * Two people answer one diagnosis in the same moments, each in a browser of their own: what either said is there in
 * the end, or was shown to somebody who decided.
 *
 * @param nextcloud under test
 */
export function answeringTogether(nextcloud: () => Nextcloud): void {
	describe('two browsers at one diagnosis', () => {
		const missing = 'missing' in chromium ? chromium.missing : nextcloudMissing()
		if (missing !== null) {
			test.skip(`needs a browser: ${missing}`)
			return
		}

		let browser: Browser
		let association: Association
		let camille: Respondent
		let dominique: Respondent
		let diagnosis: string
		const both = async (act: (one: Respondent) => Promise<void>) => await Promise.all([act(camille), act(dominique)])
		const answers = async () => (await association.read(diagnosis)).document.answers as Record<string, string>
		const said = () => ({ ...camille.said, ...dominique.said })

		beforeAll(async () => {
			browser = await launchChromium()
			association = await new Association(nextcloud()).found('Celles qui répondent ensemble')
			const enter = async (person: PersonId) => await Respondent.enter(await openContextOf(nextcloud(), person, browser), people[person].displayName, appAddress(nextcloud()), association.id);
			[camille, dominique] = await Promise.all([enter('camille'), enter('dominique')])
			diagnosis = await camille.begin()
		})
		afterAll(async () => {
			await browser?.close()
		})

		test('every other question each, at once', async () => {
			const last = 'mgmt-accounting'
			await both(async (one) => await one.open(diagnosis, 'gov-mandate'))
			await both(async (one) => {
				for (;;) {
					const { id, type } = await one.question()
					if (type === 'single' && positionOf(id) % 2 === (one === camille ? 0 : 1)) {
						await one.answer(1)
					}
					if (positionOf(id) >= positionOf(last)) {
						return await one.waitUntilSaved()
					}
					await one.next()
				}
			})
			expect(Object.keys(said()).length).toBeGreaterThan(20)
			expect(await answers()).toEqual(said())
		})

		test.each([['gov-lead', 'keepOwn'], ['gov-budget', 'keepTheirs']] as const)('one question each in their own way, at once: %s is shown with both answers, and %s decides', async (question, decision) => {
			await both(async (one) => await one.open(diagnosis, question))
			await Promise.all([camille.answer(2), dominique.answer(3)])
			const later = await Promise.any([camille, dominique].map(async (one) => {
				await one.conflict.waitFor()
				return one
			}))
			const earlier = later === camille ? dominique : camille
			const { text, options = [] } = questionWithId(question)
			const wordsOf = (one: Respondent) => options.find(({ id }) => id === one.said[question])!.text.fr
			expect((await later.conflict.getByRole('row').nth(1).getByRole('rowheader').innerText()).trim()).toBe(text.fr)
			expect(await later.conflict.getByRole('cell').allInnerTexts()).toEqual([wordsOf(later), wordsOf(earlier)])
			expect(await later.conflict.innerText()).toContain(earlier.name)
			expect((await answers())[question]).toBe(earlier.said[question])

			await later[decision](question, earlier)
			await later.waitUntilSaved()
			expect(await answers()).toEqual(said())
		})

		test('the network is cut for one of them, who goes on', async () => {
			await both(async (one) => await one.open(diagnosis, 'privacy-register'))
			await dominique.page.context().setOffline(true)
			for (const nth of [1, 1, 2]) {
				await dominique.answer(nth)
				await dominique.next()
			}
			await dominique.unsaved.waitFor()
			await camille.answer(3)
			await camille.waitUntilSaved()
			await camille.open(diagnosis, 'privacy-hosting')
			await camille.answer(2)
			await camille.waitUntilSaved()
			expect(await answers()).not.toHaveProperty('privacy-rights')

			await dominique.page.context().setOffline(false)
			await dominique.conflict.waitFor()
			await dominique.keepOwn('privacy-register', camille)
			await dominique.waitUntilSaved()
			expect(await answers()).toMatchObject({ 'privacy-register': dominique.said['privacy-register'] })
			expect(await answers()).toEqual(said())
		})

		test('the network is cut between a save and its answer', async () => {
			await both(async (one) => await one.open(diagnosis, 'security-accounts'))
			const arrived = Promise.withResolvers<void>()
			await camille.page.route('**/documents/*', async (route) => {
				await route.fetch()
				await route.abort('connectionreset')
				arrived.resolve()
			}, { times: 1 })
			await camille.answer(1)
			await arrived.promise
			await camille.answer(2)
			await dominique.next()
			await dominique.answer(1)
			await both(async (one) => await one.waitUntilSaved())
			expect(await answers()).toEqual(said())
		})

		test('a tool each, at once', async () => {
			await both(async (one) => await one.open(diagnosis, 'tools-inventory'))
			await Promise.all([camille.addTool('Le tableur de Camille'), dominique.addTool('L’agenda de Dominique')])
			await both(async (one) => await one.waitUntilSaved())
			const { data } = await association.call<{ documents: DocumentLine[] }>('camille', 'GET', `/organisations/${association.id}/documents?kind=inventory&content=true`)
			const lines = data.documents.flatMap(({ document }) => Object.values(document!.lines as Record<string, { tool: string }>))
			expect(lines.map(({ tool }) => tool).sort()).toEqual(['Le tableur de Camille', 'L’agenda de Dominique'])
		})

		test('in the end both see all of it, and the history has every answer', async () => {
			const kept = said()
			expect(await answers()).toEqual(kept)
			await both(async (one) => {
				for (const question of ['gov-lead', 'gov-budget', 'privacy-rights']) {
					await one.open(diagnosis, question)
					const { text } = questionWithId(question).options!.find(({ id }) => id === kept[question])!
					expect(await one.choice(text.fr).isChecked(), `${one.name} at ${question}`).toBe(true)
				}
				expect(one.errors).toEqual([])
			})
			const { data } = await association.call<{ history: HistoryEntry[] }>('camille', 'GET', `/organisations/${association.id}/documents/${diagnosis}/history`)
			const replayed = data.history.toReversed().reduce<JsonObject>((document, { patch }) => applyPatch(document, patch), {})
			expect(replayed).toEqual((await association.read(diagnosis)).document)
		})

		test('what comes too late for a diagnosis that one of them closed is shown to the other', async () => {
			const kept = said()
			await dominique.open(diagnosis, 'skills-help')
			await dominique.page.context().setOffline(true)
			await dominique.answer(1)
			await dominique.unsaved.waitFor()
			await association.change(diagnosis, { status: 'analysed', patch: { closedAt: '2026-11-28T10:00:00.000Z', inventory: {} } })
			await dominique.page.context().setOffline(false)

			await dominique.late.waitFor()
			const { text, options = [] } = questionWithId('skills-help')
			expect(await dominique.late.getByRole('listitem').allInnerTexts()).toEqual([`${text.fr} ${options[1]!.text.fr}`])
			expect(await answers()).toEqual(kept)
		})
	})
}
