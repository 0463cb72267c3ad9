/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Stack } from '../support/stack.ts'
import type { Caller } from './connector-caller.ts'

import { connectorApi } from '@emancipasso/shared/contract/connector-api'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addInstance } from '../../demo/provision.ts'
import { startStack } from '../support/stack.ts'
import { callConnector } from './connector-caller.ts'

/** The owner of the need that everybody else tries to reach. */
const owner = { instance: 'cloud-of-the-owner', organisation: 'organisation-of-the-owner' }

/** Callers that no route but the public ones may let in, and what each is told. */
const refused = {
	'no token': ['token-missing', 401],
	'a token that was never given': ['token-unknown', 401],
	'a token that is no token': ['token-missing', 401],
	'a revoked token': ['instance-revoked', 403],
	'a suspended instance': ['instance-suspended', 403],
	'a cloned server': ['cloned-instance', 403],
	'a server that does not say which it is': ['instance-missing', 400],
} as const

/** What takes back is never refused to a suspended instance: nothing of it is found, since it never published. */
const takesBack: Record<string, number> = { listAnswers: 200, withdrawReply: 404, withdrawNeed: 404, eraseNeed: 404, withdrawSupport: 200, eraseOrganisation: 202, eraseMember: 200 }

/** What other people of the community may do with a need of someone else; every protected route has its row. */
const crossing: Record<string, { anotherInstance: number, anotherOrganisation: number }> = {
	putNeed: { anotherInstance: 404, anotherOrganisation: 404 },
	withdrawNeed: { anotherInstance: 404, anotherOrganisation: 404 },
	eraseNeed: { anotherInstance: 404, anotherOrganisation: 404 },
	readNeed: { anotherInstance: 200, anotherOrganisation: 200 },
	listNeeds: { anotherInstance: 200, anotherOrganisation: 200 },
	listReplies: { anotherInstance: 200, anotherOrganisation: 200 },
	// A revision is sent, and neither has an answer of that id.
	putReply: { anotherInstance: 404, anotherOrganisation: 404 },
	// Each reads its own, and neither has any.
	listAnswers: { anotherInstance: 200, anotherOrganisation: 200 },
	withdrawReply: { anotherInstance: 404, anotherOrganisation: 404 },
	listChanges: { anotherInstance: 200, anotherOrganisation: 200 },
	answerConflict: { anotherInstance: 404, anotherOrganisation: 404 },
	supportNeed: { anotherInstance: 200, anotherOrganisation: 200 },
	withdrawSupport: { anotherInstance: 200, anotherOrganisation: 200 },
	// Ids are the instance's own: another instance erases nothing by them.
	eraseOrganisation: { anotherInstance: 202, anotherOrganisation: 202 },
	eraseMember: { anotherInstance: 200, anotherOrganisation: 200 },
}

const protectedRoutes = Object.entries(connectorApi).filter(([, { access }]) => access !== 'public').map(([operation]) => operation)
const ofNeeds = protectedRoutes.filter((operation) => connectorApi[operation]!.path.startsWith('/needs/'))

describe('the routes of the connector', () => {
	let stack: Stack
	let need = ''
	const callers: Record<string, Caller> = {}

	beforeAll(async () => {
		stack = await startStack({ preview: false })
		const [other, revoked, suspended] = [await addInstance(stack.world, 'Other'), await addInstance(stack.world, 'Revoked'), await addInstance(stack.world, 'Suspended')]
		await stack.command('instance', 'revoke', 'Revoked')
		await stack.command('instance', 'suspend', 'Suspended')
		callers.owner = { ...owner, token: stack.instanceToken }
		Object.assign(callers, {
			'no token': owner,
			'a token that was never given': { ...owner, token: `emc_${'x'.repeat(43)}` },
			'a token that is no token': { ...owner, token: '\' or 1=1 --' },
			'a revoked token': { ...owner, token: revoked },
			'a suspended instance': { ...owner, token: suspended },
			'a cloned server': { ...callers.owner, instance: 'cloud-copied' },
			'a server that does not say which it is': { token: stack.instanceToken, organisation: owner.organisation },
			anotherInstance: { token: other, instance: 'cloud-of-another', organisation: owner.organisation },
			anotherOrganisation: { ...callers.owner, organisation: 'organisation-of-another' },
		})
		need = randomUUID()
		const published = await callConnector(stack, 'putNeed', callers.owner, { id: need, headers: { 'If-None-Match': '*' } })
		expect(published.status, published.text).toBe(201)
	})
	afterAll(async () => {
		await stack?.close()
	})

	const readOwn = async () => JSON.parse((await callConnector(stack, 'readNeed', callers.owner!, { id: need })).text) as { revision: number, status: string, mine: boolean }

	test('every protected route has its row in the table of what others may do', () => {
		expect(Object.keys(crossing).sort()).toEqual(protectedRoutes.sort())
	})

	describe.each(protectedRoutes)('%s', (operation) => {
		test.each(Object.entries(refused))('turns away %s', async (who, [problem, status]) => {
			const reply = await callConnector(stack, operation, callers[who]!, { id: need, headers: { 'If-Match': '"1"' } })
			if (who === 'a suspended instance' && operation in takesBack) {
				expect(reply.status, reply.text).toBe(takesBack[operation])
			} else {
				expect(reply).toMatchObject({ status, problem })
				expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/)
			}
			expect(await readOwn()).toMatchObject({ revision: 1, status: 'published', mine: true })
		})
	})

	test.each(protectedRoutes.filter((operation) => connectorApi[operation]!.access === 'organisation'))('%s needs an organisation to act for', async (operation) => {
		const nobody = { token: stack.instanceToken, instance: owner.instance }
		expect(await callConnector(stack, operation, nobody, { id: need, headers: { 'If-Match': '"1"' } })).toMatchObject({ status: 400, problem: 'organisation-missing' })
	})

	describe.each(['anotherInstance', 'anotherOrganisation'] as const)('%s', (who) => {
		test.each(protectedRoutes)('on %s gets no further than the table says', async (operation) => {
			const id = operation.startsWith('erase') && operation !== 'eraseNeed' ? (who === 'anotherInstance' ? owner.organisation : 'organisation-of-another') : need
			const reply = await callConnector(stack, operation, callers[who]!, { id, headers: { 'If-Match': '"1"' } })
			expect(reply.status, reply.text).toBe(crossing[operation]![who])
			expect(reply.text).not.toMatch(/organisation-of-the-owner|cloud-of-the-owner|member-of-the-tests/)
			expect(await readOwn()).toMatchObject({ status: 'published', mine: true, publication: { title: 'Quel agenda partagé pour une équipe de bénévoles ?' } })
		})

		test('does not become the owner of a need', async () => {
			const { text } = await callConnector(stack, 'readNeed', callers[who]!, { id: need })
			expect(JSON.parse(text)).toMatchObject({ mine: false })
		})
	})

	test.each(ofNeeds)('%s answers the same for a need that never was', async (operation) => {
		const reply = await callConnector(stack, operation, { ...callers.anotherInstance, organisation: 'organisation-that-asks' }, { id: randomUUID(), headers: { 'If-Match': '"1"' } })
		expect(reply).toMatchObject({ status: 404, problem: 'not-found' })
	})

	test('an answer is changed and taken back by the organisation that wrote it, and by nobody else', async () => {
		const reply = randomUUID()
		const writer = { ...callers.owner, organisation: 'organisation-that-answers' }
		expect((await callConnector(stack, 'putReply', writer, { id: need, reply, headers: { 'If-None-Match': '*' } })).status).toBe(201)
		for (const stranger of [callers.owner!, { ...callers.anotherInstance!, organisation: 'organisation-that-asks' }, { ...callers.anotherInstance!, organisation: writer.organisation }]) {
			for (const headers of [{ 'If-None-Match': '*' }, { 'If-Match': '"1"' }] as Record<string, string>[]) {
				expect(await callConnector(stack, 'putReply', stranger, { id: need, reply, headers })).toMatchObject({ status: 404, problem: 'not-found' })
			}
			expect(await callConnector(stack, 'withdrawReply', stranger, { id: need, reply })).toMatchObject({ status: 404, problem: 'not-found' })
			expect((await callConnector(stack, 'listReplies', stranger, { id: need })).text).not.toContain(reply)
		}
		expect((await callConnector(stack, 'listReplies', writer, { id: need })).text).toContain(reply)
		expect(JSON.parse((await callConnector(stack, 'withdrawReply', writer, { id: need, reply })).text)).toMatchObject({ status: 'withdrawn' })
	})

	test('a suspended instance takes back what it published, and changes nothing else', async () => {
		const leaving = { token: await addInstance(stack.world, 'Leaving'), instance: 'cloud-that-leaves', organisation: 'organisation-that-leaves' }
		const [first, second] = [randomUUID(), randomUUID()]
		for (const id of [first, second]) {
			expect((await callConnector(stack, 'putNeed', leaving, { id, headers: { 'If-None-Match': '*' } })).status).toBe(201)
		}
		await stack.command('instance', 'suspend', 'Leaving')

		expect(JSON.parse((await callConnector(stack, 'withdrawNeed', leaving, { id: first })).text)).toMatchObject({ status: 'withdrawn' })
		expect(await callConnector(stack, 'readNeed', leaving, { id: second })).toMatchObject({ problem: 'instance-suspended' })
		expect((await callConnector(stack, 'eraseNeed', leaving, { id: first })).status).toBe(202)
		expect((await callConnector(stack, 'eraseOrganisation', leaving, { id: leaving.organisation })).text).toContain('"needs":1')
		expect((await callConnector(stack, 'readNeed', callers.owner!, { id: second })).status).toBe(404)
	})

	test('a route that the contract does not name is not found, with or without a token', async () => {
		for (const headers of [{}, { Authorization: `Bearer ${stack.instanceToken}`, 'Emancipasso-Instance': owner.instance }]) {
			expect((await fetch(`${stack.connector}/api/v1/instances`, { headers })).status).toBe(404)
		}
	})

	test('a webhook without the forum’s signature is refused, and metrics are not public', async () => {
		const webhook = await fetch(`${stack.connector}/webhooks/discourse`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Discourse-Event': 'post_created', 'X-Discourse-Event-Signature': `sha256=${'0'.repeat(64)}` }, body: '{"post":{"topic_id":1}}' })
		expect(webhook.status).toBe(403)
		expect([401, 403, 404]).toContain((await fetch(`${stack.connector}/metrics`)).status)
	})

	test('the operator’s commands are not served to who lacks the operator’s token', async () => {
		const body = JSON.stringify({ args: ['instance', 'list'], directory: '/' })
		for (const token of ['', stack.instanceToken, 'x'.repeat(32)]) {
			const response = await fetch(`${stack.connector}/admin/commands`, { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }, body })
			expect(response.status).toBe(404)
		}
	})
})
