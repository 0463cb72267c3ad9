/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { WorkshopInput } from '@emancipasso/shared/contract/app-workshop'
import type { User } from './app-under-test.ts'
import type { Scene } from './scene.ts'

import { Organisation, Start } from '@emancipasso/shared/contract/app-api'
import { HistoryEntry, StoredDocument } from '@emancipasso/shared/contract/app-documents'
import { Invitation, OpenedWorkshop, Workshop } from '@emancipasso/shared/contract/app-workshop'
import { workshopQuestions } from '@emancipasso/shared/diagnosis/workshop/workshop-questions'
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { at, keepDocument, newDocument } from './scene.ts'

const Shown = z.object({ workshop: Workshop })
const Kept = z.object({ kept: z.literal(true) })
const day = 86_400_000

/**
 * Workshops: people answer one by one, with a link or on paper, and the organisation sees how often what was said.
 *
 * @param scene of the host
 */
export function workshopContract(scene: () => Scene): void {
	/**
	 * Opens a workshop about a new diagnosis.
	 *
	 * @param fields that differ from an anonymous one of the short form
	 */
	async function open(fields: Partial<WorkshopInput> = {}) {
		const { client, ours } = scene()
		const { packs } = await client.data(Start, 'dominique', 'start')
		const input: WorkshopInput = { anonymous: true, form: 'short', days: 7, questionnaire: packs.find(({ name }) => name === 'questionnaire')!.version, ...fields }
		const diagnosis = await keepDocument(scene())
		const place = at(ours, diagnosis.id)
		const { token, workshop } = await client.data(OpenedWorkshop, 'camille', 'openWorkshop', { ...place, body: input })
		const invitation = await client.data(Invitation, 'anonymous', 'readInvitation', { parameters: { token } })
		const [question] = workshopQuestions(invitation.questionnaire, 'short', {}).questions.filter(({ type }) => type === 'single')
		const [one, other] = question!.options!.map(({ id }) => id)
		return {
			client,
			diagnosis,
			place,
			token,
			workshop,
			invitation,
			input,
			question: question!.id,
			one: one!,
			other: other!,
			link: (secret = token, response: string = randomUUID()) => ({ parameters: { token: secret, response } }),
			answer: async (answers: object, { response = randomUUID(), user = 'anonymous', name }: { response?: string, user?: User, name?: string } = {}) => {
				const reply = await client.call(user, 'answerInvitation', { parameters: { token, response }, body: { answers, name } })
				expect(reply.status, reply.text).toBe(200)
			},
			read: async () => (await client.data(Shown, 'dominique', 'readWorkshop', place)).workshop,
		}
	}

	describe('workshops', () => {
		test('a diagnosis has none until a member opens it', async () => {
			const { client, ours } = scene()
			const { id } = await keepDocument(scene())
			expect((await client.call('dominique', 'readWorkshop', at(ours, id))).data).toEqual({ workshop: null })
			await client.problem('not-found', 'camille', 'closeWorkshop', at(ours, id))
			await client.problem('not-found', 'dominique', 'keepResponse', { parameters: { organisation: ours, id, response: randomUUID() }, body: { answers: {} } })
		})

		test('only a diagnosis has a workshop', async () => {
			const { input } = await open()
			const { client, ours } = scene()
			const need = await keepDocument(scene(), { kind: 'need' })
			await client.problem('invalid-input', 'camille', 'openWorkshop', { ...at(ours, need.id), body: input })
		})

		test('whoever has the link is told what is asked, by whom, until when and whether names are kept, without an account', async () => {
			const { invitation, workshop, diagnosis } = await open({ days: 3, form: 'full' })
			expect(invitation).toMatchObject({ title: diagnosis.title, organisation: 'Les Ateliers du Port', anonymous: true, form: 'full', until: workshop.until })
			expect(invitation.questionnaire.questions.length).toBeGreaterThan(30)
			const left = Date.parse(workshop.until) - Date.now()
			expect(left).toBeGreaterThan(2.9 * day)
			expect(left).toBeLessThan(3.1 * day)
			expect(workshop).toMatchObject({ open: true, respondents: 0, names: [], tallies: null })
		})

		test('nothing but their number is told of fewer than three people, and from three on how often what was chosen', async () => {
			const { answer, read, question, one, other } = await open()
			await answer({ [question]: one })
			await answer({ [question]: other })
			expect(await read()).toMatchObject({ respondents: 2, tallies: null })
			await answer({})
			expect(await read()).toMatchObject({ respondents: 3, tallies: {} })
			await answer({ [question]: one })
			expect(await read()).toMatchObject({ respondents: 4, tallies: { [question]: { answered: 3, values: { [one]: 2, [other]: 1 } } } })
		})

		test('a response that is saved again is the same response, by link or by a member', async () => {
			const { client, place, answer, read, question, one, other } = await open()
			const mine = randomUUID()
			const sheet = { parameters: { ...place.parameters, response: randomUUID() } }
			for (const choice of [other, one]) {
				await answer({ [question]: choice }, { response: mine })
				await client.data(Shown, 'dominique', 'keepResponse', { ...sheet, body: { answers: { [question]: choice } } })
			}
			await answer({ [question]: one }, { user: 'sasha' })
			expect(await read()).toMatchObject({ respondents: 3, tallies: { [question]: { answered: 3, values: { [one]: 3 } } } })
		})

		test('free texts and made-up options are never told', async () => {
			const { answer, read, question } = await open()
			for (let person = 0; person < 3; person++) {
				await answer({ 'need-text': 'Dominique ne répond jamais', [question]: 'Dominique', 'another-question': ['Dominique'] })
			}
			expect(await read()).toMatchObject({ respondents: 3, tallies: {} })
			expect(JSON.stringify(await read())).not.toContain('Dominique')
		})

		test('several answers to a question that takes one are none', async () => {
			const { answer, read, question, one, other } = await open()
			for (let person = 0; person < 3; person++) {
				await answer({ [question]: [one, other] })
			}
			expect(await read()).toMatchObject({ respondents: 3, tallies: {} })
		})

		test('an anonymous workshop keeps no name, one with names tells who answered', async () => {
			const anonymous = await open()
			const named = await open({ anonymous: false })
			for (const { answer } of [anonymous, named]) {
				await answer({}, { name: 'Zoé' })
				await answer({}, { name: ' Ali ' })
				await answer({})
			}
			expect((await anonymous.read()).names).toEqual([])
			expect((await named.read()).names).toEqual(['Ali', 'Zoé'])
		})

		test('responses leave no trace in the document and its history', async () => {
			const { client, answer, place, diagnosis } = await open()
			await answer({})
			expect(await client.data(StoredDocument, 'dominique', 'readDocument', place)).toEqual(diagnosis)
			expect((await client.data(z.object({ history: z.array(HistoryEntry) }), 'dominique', 'documentHistory', place)).history).toHaveLength(1)
		})

		test('a new link ends the one before, and the responses stay', async () => {
			const { client, place, input, answer, token, link } = await open()
			await answer({})
			const renewed = await client.data(OpenedWorkshop, 'camille', 'openWorkshop', { ...place, body: { ...input, days: 30 } })
			expect(renewed.token).not.toBe(token)
			expect(renewed.workshop.respondents).toBe(1)
			expect((await client.problem('not-found', 'anonymous', 'readInvitation', link())).message).toMatch(/n’est plus valable/)
			await client.data(Invitation, 'anonymous', 'readInvitation', link(renewed.token))
		})

		test('a closed link takes nothing more and says whom to ask; sheets can still be typed in', async () => {
			const { client, place, answer, link, read, token } = await open()
			await answer({})
			expect((await client.data(Shown, 'camille', 'closeWorkshop', place)).workshop).toMatchObject({ open: false, respondents: 1 })
			for (const [operation, body] of [['readInvitation'], ['answerInvitation', { answers: {} }]] as const) {
				const { message } = await client.problem('not-found', 'anonymous', operation, { ...link(token), body })
				expect(message).toMatch(/la personne qui anime/)
			}
			await client.data(Shown, 'dominique', 'keepResponse', { parameters: { ...place.parameters, response: randomUUID() }, body: { answers: {} } })
			expect((await read()).respondents).toBe(2)
		})

		test('a member answers without the link, is asked the same, and leaves neither account nor time', async () => {
			const { client, place, invitation, answer, read, question, one } = await open()
			expect(await client.data(Invitation, 'dominique', 'readOwnInvitation', place)).toEqual(invitation)
			const own = { parameters: { ...place.parameters, response: randomUUID() } }
			for (const name of [undefined, 'Dominique']) {
				await client.data(Kept, 'dominique', 'answerOwnInvitation', { ...own, body: { answers: { [question]: one }, name } })
			}
			await answer({ [question]: one })
			await answer({ [question]: one })
			expect(await read()).toMatchObject({ respondents: 3, names: [], tallies: { [question]: { answered: 3, values: { [one]: 3 } } } })
		})

		test('a member can answer by account only while the workshop is open', async () => {
			const { client, place, diagnosis } = await open()
			expect((await client.call('camille', 'closeWorkshop', place)).status).toBe(200)
			const own = { parameters: { ...place.parameters, response: randomUUID() }, body: { answers: {} } }
			expect((await client.problem('not-found', 'dominique', 'readOwnInvitation', place)).message).toMatch(/ne reçoit plus de réponses/)
			await client.problem('not-found', 'dominique', 'answerOwnInvitation', own)
			const unopened = await keepDocument(scene())
			expect(unopened.id).not.toBe(diagnosis.id)
			expect((await client.problem('not-found', 'dominique', 'readOwnInvitation', at(scene().ours, unopened.id))).message).toMatch(/pas encore ouvert/)
		})

		test('a wrong link leads nowhere', async () => {
			const { client, link } = await open()
			await client.problem('not-found', 'anonymous', 'readInvitation', link('x'.repeat(32)))
			await client.problem('not-found', 'anonymous', 'answerInvitation', { ...link('x'.repeat(32)), body: { answers: {} } })
		})

		test('once somebody answered, anonymity cannot be taken away', async () => {
			const { client, place, input, token, read } = await open({ anonymous: false })
			const renewed = await client.data(OpenedWorkshop, 'camille', 'openWorkshop', { ...place, body: { ...input, anonymous: true } })
			await client.problem('not-found', 'anonymous', 'readInvitation', { parameters: { token } })
			const reply = await client.call('anonymous', 'answerInvitation', { parameters: { token: renewed.token, response: randomUUID() }, body: { answers: {} } })
			expect(reply.status, reply.text).toBe(200)
			await client.problem('conflict', 'camille', 'openWorkshop', { ...place, body: input })
			expect(await read()).toMatchObject({ anonymous: true, respondents: 1 })
		})

		test.each([
			['a number', { answers: { a: 1 } }],
			['a nested map', { answers: { a: { b: 'c' } } }],
			['a list of numbers', { answers: { a: [1] } }],
			['no map at all', { answers: ['a'] }],
			['a text that is too long', { answers: { a: 'x'.repeat(2001) } }],
			['an id that is too long', { answers: { ['a'.repeat(61)]: 'x' } }],
			['too many answers', { answers: Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`q${index}`, 'x'])) }],
			['too many options', { answers: { a: Array.from({ length: 41 }, (_, index) => `o${index}`) } }],
			['a name that is too long', { answers: {}, name: 'x'.repeat(81) }],
		])('%s is no answer', async (_what, body) => {
			const { client, link, read } = await open()
			await client.problem('invalid-input', 'anonymous', 'answerInvitation', { ...link(), body })
			expect((await read()).respondents).toBe(0)
		})

		test('a response over 100 kB is refused', async () => {
			const { client, link } = await open()
			const answers = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`q${index}`, 'x'.repeat(2000)]))
			await client.problem('too-large', 'anonymous', 'answerInvitation', { ...link(), body: { answers } })
		})

		test('the page of a link opens without an account', async () => {
			const { client, token } = await open()
			const response = await fetch(`${client.app.base}/index.php/apps/emancipasso/workshop/${token}`, { headers: { Accept: 'text/html' }, redirect: 'manual' })
			expect(response.status).toBe(200)
			const page = await response.text()
			expect(page).toContain('id="emancipasso-workshop"')
			expect(page).toMatch(/<script[^>]+emancipasso-workshop-answer\.mjs/)
		})

		test('with the organisation the workshop goes', async () => {
			const { client, input } = await open()
			const { id: organisation } = await client.data(Organisation, 'camille', 'createOrganisation', { body: { name: 'Une asso passagère', membersGroup: 'association', managersGroup: 'bureau', publishersGroup: 'bureau' } })
			const document = newDocument()
			await client.data(StoredDocument, 'camille', 'createDocument', { parameters: { organisation }, body: document })
			const { token } = await client.data(OpenedWorkshop, 'camille', 'openWorkshop', { ...at(organisation, document.id), body: input })
			await client.data(Invitation, 'anonymous', 'readInvitation', { parameters: { token } })
			expect((await client.call('camille', 'deleteOrganisation', { parameters: { organisation } })).status).toBe(200)
			expect((await client.problem('not-found', 'anonymous', 'readInvitation', { parameters: { token } })).message).toMatch(/ne mène à aucun atelier/)
		})

		test('with the diagnosis the workshop goes', async () => {
			const { client, place, link } = await open()
			expect((await client.call('camille', 'deleteDocument', place)).status).toBe(200)
			await client.problem('not-found', 'anonymous', 'readInvitation', link())
			await client.problem('not-found', 'dominique', 'readWorkshop', place)
		})
	})
}
