/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Stack } from '../support/stack.ts'

import { appApi, appApiBase } from '@emancipasso/shared/contract/app-api'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicationText } from '../contract/publication-text.ts'
import { startStack } from '../support/stack.ts'

const basic = (user: string, password = user) => ({ Authorization: `Basic ${btoa(`${user}:${password}`)}` })

/** Callers that are nobody here: every route turns them away before it looks at anything. */
const nobodies: Record<string, Record<string, string>> = {
	'no session': {},
	'a wrong password': basic('camille', 'admin'),
	'a person who does not exist': basic('nobody'),
	'a forged session': { Cookie: 'user=nobody' },
	'a token of the connector': { Authorization: `Bearer emc_${'x'.repeat(43)}` },
}

/** Routes that send something to the connector; when this cloud may no longer, each says so in words. */
const throughConnector = ['publish', 'withdrawPublication', 'erasePublication', 'listCommunityNeeds', 'readCommunityNeed', 'supportNeed', 'withdrawSupport', 'listAnswers', 'putReply', 'withdrawReply', 'answerConflict']

/** What is sent where it is not a publication. */
const bodies: Record<string, object> = {
	answerConflict: { keep: 'ours' },
	putReply: { name: 'Les Ateliers', text: 'Nous avons choisi Nextcloud.', revision: null },
}

describe('the routes of the app', () => {
	let stack: Stack
	let organisation = ''
	const need = randomUUID()

	beforeAll(async () => {
		stack = await startStack()
		const made = await call('createOrganisation', basic('camille'), { name: 'Les Ateliers du Port', membersGroup: 'association', managersGroup: 'bureau', publishersGroup: 'bureau' })
		organisation = (made.data as { id: string }).id
		await call('createDocument', basic('camille'), { id: need, kind: 'need', title: 'Le secret des ateliers', status: 'draft', document: {} })
		await call('approvePublication', basic('camille'), { publication: publicationText() })
		expect((await call('publish', basic('camille'), { publication: publicationText() })).status).toBe(200)
	})
	afterAll(async () => {
		await stack?.close()
	})

	async function call(operation: string, headers: Record<string, string>, body: unknown = {}): Promise<{ status: number, data: unknown, text: string }> {
		const route = appApi[operation]!
		const path = route.path.replace('{organisation}', organisation).replace('{id}', need).replace('{reply}', need)
		const response = await fetch(stack.preview + appApiBase + path, {
			method: route.method,
			headers: { Accept: 'application/json', 'OCS-APIRequest': 'true', 'Content-Type': 'application/json', ...headers },
			body: route.method === 'GET' ? null : JSON.stringify(body),
		})
		const text = await response.text()
		return { status: response.status, data: (JSON.parse(text) as { ocs: { data: unknown } }).ocs.data, text }
	}

	describe.each(Object.keys(appApi))('%s', (operation) => {
		test.each(Object.entries(nobodies))('turns away %s', async (_who, headers) => {
			const { status, text } = await call(operation, headers)
			// Anyone may knock at a public route, and finds nothing without the secret of a link.
			expect(status).toBe(appApi[operation]!.access === 'public' ? 404 : 401)
			expect(text).not.toContain('ateliers')
		})

		test('turns away a request that another site could make', async () => {
			const route = appApi[operation]!
			const path = route.path.replace('{organisation}', organisation).replace('{id}', need).replace('{reply}', need)
			const response = await fetch(stack.preview + appApiBase + path, { method: route.method, headers: { Cookie: 'user=camille' } })
			expect(response.status).toBe(412)
		})
	})

	test.each(Object.keys(appApi).filter((operation) => appApi[operation]!.path.includes('{organisation}')))('%s shows a stranger and an administrator of the cloud nothing of the organisation', async (operation) => {
		for (const user of ['sasha', 'admin']) {
			const { status, text } = await call(operation, basic(user), { revision: 1, patch: {}, publication: publicationText() })
			// A route for administrators is closed to everybody else, whichever organisation they name.
			expect(status).toBe(appApi[operation]!.access === 'admin' && user !== 'admin' ? 403 : 404)
			expect(text).not.toMatch(/ateliers|agenda/i)
		}
	})

	// What was published can be found and taken back while a cloud is suspended.
	const whileSuspended = throughConnector.filter((operation) => !/^(?:withdraw|erase|listAnswers)/.test(operation))

	test.each([['suspend', 'resume', /suspendue/, whileSuspended], ['revoke', null, /retiré/, throughConnector]] as const)('after “instance %s” every route through the connector says so, and the rest works', async (action, undo, words, operations) => {
		await stack.command('instance', action, 'Test')
		const corrected = publicationText({ title: `Quel agenda après ${action} ?` })
		await call('approvePublication', basic('camille'), { publication: corrected })
		for (const operation of operations) {
			const { status, data } = await call(operation, basic('camille'), bodies[operation] ?? { publication: corrected })
			expect(status, operation).toBe(422)
			expect(data, operation).toMatchObject({ problem: 'connector-refused', message: expect.stringMatching(words) as unknown })
		}
		expect((await call('readDocument', basic('camille'))).data).toMatchObject({ publication: { status: 'published', text: publicationText() } })
		if (undo !== null) {
			await stack.command('instance', undo, 'Test')
			expect((await call('listCommunityNeeds', basic('camille'))).status).toBe(200)
		}
	})
})
