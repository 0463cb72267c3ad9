/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { JsonObject } from '../../nextcloud-app/src/documents/merge-patch.ts'
import type { Answer } from './association.ts'
import type { PersonId } from './people.ts'
import type { Nextcloud } from './server.ts'

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { createPatch, mergeThreeWay } from '../../nextcloud-app/src/documents/merge-patch.ts'
import { Association } from './association.ts'
import { signIn } from './session.ts'

const members = ['alix', 'camille', 'dominique'] as const
const changesOfOne = 10

/** Calls the app as somebody at one of their screens. */
type Caller = <Data>(method: string, path: string, body?: unknown) => Promise<Answer<Data>>

/**
 * What people do in the same moment: none of it is lost, and none of it is an error of the server.
 *
 * @param nextcloud under test
 */
export function writingAtOnce(nextcloud: () => Nextcloud): void {
	describe('at once', () => {
		let association: Association
		const callers: Caller[] = []

		beforeAll(async () => {
			association = await new Association(nextcloud()).found()
			// Two screens each: a session answers one call at a time.
			for (const member of [...members, ...members]) {
				callers.push(await openScreen(nextcloud(), member))
			}
		})

		const documents = () => `/organisations/${association.id}/documents`
		const all = async (call: (caller: Caller, index: number) => Promise<unknown>) => await Promise.all(callers.map(call))
		const statusesOf = async (call: (caller: Caller) => Promise<Answer<unknown>>) => (await Promise.all(callers.map(call))).map(({ status }) => status).sort()

		test('six people change one document ten times each, and every change is in it', async () => {
			const { id } = await association.keep({ kind: 'diagnosis', document: { answers: {}, saves: 0 } })
			const expected: JsonObject = {}
			await all(async (caller, writer) => {
				for (let change = 0; change < changesOfOne; change++) {
					const [question, answer] = [`q${writer}-${change}`, `réponse ${change} 🧑‍🤝‍🧑`]
					expected[question] = answer
					await saveUntilTaken(caller, `${documents()}/${id}`, (answers) => ({ ...answers, [question]: answer }))
				}
			})
			const { document, revision } = await association.read(id)
			expect(document).toEqual({ answers: expected, saves: callers.length * changesOfOne })
			expect(revision).toBe(1 + callers.length * changesOfOne)
		}, 300_000)

		test('one document that is made six times is one document', async () => {
			const body = { id: randomUUID(), kind: 'plan', title: 'Le plan', status: 'living', document: {} }
			expect(await statusesOf(async (caller) => await caller('POST', documents(), body))).toEqual([200, 200, 200, 200, 200, 201])
			expect(await association.read(body.id)).toMatchObject({ revision: 1, title: 'Le plan' })
		})

		test('a document that is deleted while others save is gone', async () => {
			const { id } = await association.keep({ kind: 'action' })
			const answers = await all(async (caller, index) => (index === 3 ? await caller('DELETE', `${documents()}/${id}`) : await caller('PATCH', `${documents()}/${id}`, { revision: 1, patch: { index } })).status)
			expect(answers[3]).toBe(200)
			expect([200, 404, 409]).toEqual(expect.arrayContaining(answers))
			expect((await association.call('camille', 'GET', `${documents()}/${id}`)).status).toBe(404)
		})

		test('a workshop that is opened six times is open, and a response that comes six times is one', async () => {
			const { id } = await association.keep({ kind: 'diagnosis' })
			const { packs } = (await association.call<{ packs: { name: string, version: string }[] }>('camille', 'GET', '/start')).data
			const input = { anonymous: true, form: 'short', days: 7, questionnaire: packs.find(({ name }) => name === 'questionnaire')!.version }
			const managers = callers.filter((_caller, index) => members[index % members.length] !== 'dominique')
			const opened = await Promise.all(managers.map(async (caller) => await caller<{ token: string }>('PUT', `${documents()}/${id}/workshop`, input)))
			expect(opened.map(({ status }) => status)).toEqual(managers.map(() => 200))
			const links = await Promise.all(opened.map(async ({ data }) => (await association.call('camille', 'GET', `/workshops/${data.token}`)).status))
			expect(links.filter((status) => status === 200)).toHaveLength(1)

			const response = randomUUID()
			expect(await statusesOf(async (caller) => await caller('PUT', `${documents()}/${id}/workshop/responses/${response}`, { answers: {} }))).toEqual([200, 200, 200, 200, 200, 200])
			const { data } = await association.call<{ workshop: { respondents: number } }>('camille', 'GET', `${documents()}/${id}/workshop`)
			expect(data.workshop.respondents).toBe(1)
		})

		test('an organisation that is erased six times is gone, and nothing is left to ask the connector for', async () => {
			const { id } = await new Association(nextcloud()).found('Une qui s’en va', 'alix')
			const managers = callers.filter((_caller, index) => members[index % members.length] !== 'dominique')
			const statuses = (await Promise.all(managers.map(async (caller) => await caller('DELETE', `/organisations/${id}`)))).map(({ status }) => status)
			expect(statuses).toContain(200)
			expect([200, 404]).toEqual(expect.arrayContaining(statuses))
			const status = JSON.parse(await nextcloud().occ('emancipasso:status', '--output=json').catch(({ stdout }: { stdout: string }) => stdout)) as { pendingErasures: number }
			expect(status.pendingErasures).toBe(0)
		})
	})
}

/**
 * Signs somebody in anew.
 *
 * @param nextcloud under test
 * @param person who comes
 */
async function openScreen(nextcloud: Nextcloud, person: PersonId): Promise<Caller> {
	const cookie = await signIn(nextcloud.url, nextcloud.people[person])
	return async <Data>(method: string, path: string, body?: unknown) => {
		const response = await fetch(`${nextcloud.url}/ocs/v2.php/apps/emancipasso/api/v1${path}`, {
			method,
			headers: { Cookie: cookie, 'OCS-APIRequest': 'true', 'Content-Type': 'application/json', Accept: 'application/json' },
			body: body === undefined ? null : JSON.stringify(body),
		})
		const text = await response.text()
		expect(response.status, `${method} ${path}: ${text.slice(0, 1000)}`).toBeLessThan(500)
		return { status: response.status, data: (JSON.parse(text) as { ocs: { data: Data } }).ocs.data }
	}
}

/**
 * Saves a change as the screens do: on the document as it was read, and joined with what somebody else saved until it
 * is taken. Each save also counts itself, which goes wrong when one is made on another document than it says.
 *
 * @param caller who saves
 * @param path of the document
 * @param change of the answers
 */
async function saveUntilTaken(caller: Caller, path: string, change: (answers: JsonObject) => JsonObject): Promise<void> {
	let { data: base } = await caller<StoredDocument>('GET', path)
	let ours: JsonObject = { ...base.document, answers: change(base.document.answers as JsonObject) }
	for (;;) {
		const patch = { ...createPatch(base.document, ours), saves: base.document.saves as number + 1 }
		const { status, data } = await caller<StoredDocument>('PATCH', path, { revision: base.revision, patch })
		if (status === 200) {
			return
		}
		expect(status).toBe(409)
		const { merged, conflicts } = mergeThreeWay(base.document, ours, data.document)
		expect(conflicts).toEqual([]);
		[base, ours] = [data, merged]
	}
}
