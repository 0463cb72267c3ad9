/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ConnectorAccess } from '@emancipasso/shared/contract/connector-api'
import type { Route } from '@emancipasso/shared/contract/route'
import type { RunningServer } from '../platform/server.ts'

import express from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callerOf } from '../platform/caller.ts'
import { problemHandler } from '../platform/problem.ts'
import { RequestBudget } from '../platform/request-budget.ts'
import { serve } from '../platform/server.ts'
import { withDatabase } from '../platform/testing.ts'
import { accessGuard } from './access-guard.ts'
import { authenticate } from './authenticate.ts'
import { InstanceStore } from './instance-store.ts'
import { OrganisationStore } from './organisation-store.ts'

const answers = { 200: { description: 'Fine' } }
const contract: Record<string, Route<ConnectorAccess>> = {
	read: { method: 'GET', path: '/needs/{uuid}', summary: '', access: 'instance', answers },
	publish: { method: 'PUT', path: '/needs/{uuid}', summary: '', access: 'organisation', answers, problems: ['organisation-suspended'] },
	withdraw: { method: 'POST', path: '/needs/{uuid}/withdraw', summary: '', access: 'organisation', whileSuspended: true, answers },
	packs: { method: 'GET', path: '/packs', summary: '', access: 'public', answers },
}
const organisation = { 'Emancipasso-Organisation': 'organisation-1', 'Emancipasso-Member': 'member-001' }

describe('a call of an instance', () => {
	const database = withDatabase()
	const store = new InstanceStore(database)
	const organisations = new OrganisationStore(database, 2)
	const clones: string[] = []
	let server: RunningServer

	beforeAll(async () => {
		const app = express()
		const budget = new RequestBudget(database, 1000)
		app.use(accessGuard(contract, authenticate({ store, budget, onClone: (instance, other) => clones.push(`${instance} ${other}`) }), organisations))
		app.use((request, response) => {
			response.json(request.path === '/packs' ? {} : callerOf(request))
		})
		app.use(problemHandler(() => {}))
		server = await serve(app, { host: '127.0.0.1', port: 0 })
	})

	beforeEach(() => {
		clones.length = 0
	})

	afterAll(async () => {
		await server?.stop()
	})

	async function call(route: string, token: string | undefined, headers: Record<string, string> = {}) {
		const [method = 'GET', path = '/'] = route.split(' ')
		const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
			method,
			headers: { 'Emancipasso-Instance': 'oc1234567890', ...headers, ...(token ? { Authorization: `Bearer ${token}` } : {}) },
		})
		const body: { type?: string } = await response.json()
		return { status: response.status, problem: body.type?.split(':').at(-1), body, cache: response.headers.get('Cache-Control') }
	}

	it('tells the routes which instance, organisation and member it is for', async () => {
		const { id, token } = await store.add('Nantes')

		expect(await call('PUT /needs/1', token, organisation)).toMatchObject({ status: 200, body: { instance: id, organisation: 'organisation-1', member: 'member-001' } })
	})

	it('is not needed for what is public', async () => {
		expect(await call('GET /packs', undefined)).toMatchObject({ status: 200 })
	})

	it.each([
		['without a token', undefined, 'token-missing'],
		['with an unknown token', 'emc_0123456789012345678901234567890123456789', 'token-unknown'],
		['with a token that is none', 'short', 'token-missing'],
	])('is refused %s', async (_, token, problem) => {
		expect(await call('GET /needs/1', token)).toMatchObject({ status: 401, problem })
	})

	it('is refused for a route that the contract does not name', async () => {
		const { token } = await store.add('Nantes')

		expect(await call('DELETE /needs/1', token, organisation)).toMatchObject({ status: 404 })
		expect(await call('GET /needs/1/2', token)).toMatchObject({ status: 404 })
	})

	it('is refused with a word of its own when suspended, and works again when resumed', async () => {
		const { id, token } = await store.add('Nantes')
		await store.setState(id, 'suspended')
		expect(await call('GET /needs/1', token)).toMatchObject({ status: 403, problem: 'instance-suspended' })

		await store.setState(id, 'active')
		expect(await call('GET /needs/1', token)).toMatchObject({ status: 200 })
	})

	it('may still take back what it published while it is suspended', async () => {
		const { id, token } = await store.add('Nantes')
		await store.setState(id, 'suspended')

		expect(await call('POST /needs/1/withdraw', token, organisation)).toMatchObject({ status: 200 })
		expect(await call('PUT /needs/1', token, organisation)).toMatchObject({ status: 403, problem: 'instance-suspended' })
	})

	it('is refused for ever once revoked', async () => {
		const { id, token } = await store.add('Nantes')
		await store.setState(id, 'revoked')
		expect(await call('POST /needs/1/withdraw', token, organisation)).toMatchObject({ status: 403, problem: 'instance-revoked' })

		expect(await store.setState(id, 'active')).toBe(false)
		expect(await call('GET /needs/1', token)).toMatchObject({ status: 403, problem: 'instance-revoked' })
	})

	it('is refused from a copy of the server, which the operator is told of', async () => {
		const { id, token } = await store.add('Nantes')
		await call('GET /needs/1', token)

		expect(await call('GET /needs/1', token, { 'Emancipasso-Instance': 'oc-the-copy' })).toMatchObject({ status: 403, problem: 'cloned-instance' })
		expect(clones).toEqual([`${id} oc-the-copy`])
		expect(await call('GET /needs/1', token)).toMatchObject({ status: 200 })
	})

	it('binds a token to one of two servers that use it first at the same time', async () => {
		const { token } = await store.add('Nantes')
		const both = await Promise.all(['oc-one', 'oc-two'].map((id) => call('GET /needs/1', token, { 'Emancipasso-Instance': id })))

		expect(both.map(({ status }) => status).sort()).toEqual([200, 403])
	})

	it('is answered with nothing that a proxy may keep for others', async () => {
		const { token } = await store.add('Nantes')

		expect(await call('GET /needs/1', token)).toMatchObject({ status: 200, cache: 'no-store' })
		expect(await call('PUT /needs/1', token, organisation)).toMatchObject({ status: 200, cache: 'no-store' })
		expect((await call('GET /packs', undefined)).cache).toBeNull()
	})

	it('must say which server and which organisation it is', async () => {
		const { token } = await store.add('Nantes')

		expect(await call('GET /needs/1', token, { 'Emancipasso-Instance': '' })).toMatchObject({ status: 422 })
		expect(await call('PUT /needs/1', token)).toMatchObject({ status: 400, problem: 'organisation-missing' })
		expect(await call('PUT /needs/1', token, { 'Emancipasso-Organisation': 'Mr. Smith <a@b>' })).toMatchObject({ status: 422, body: { errors: [{ path: 'headers.emancipasso-organisation' }] } })
	})

	it('works with the old and the new token while one replaces the other, not with older ones', async () => {
		const { id, token: first } = await store.add('Nantes')
		const second = await store.rotate(id)
		expect([await call('GET /needs/1', first), await call('GET /needs/1', second)]).toMatchObject([{ status: 200 }, { status: 200 }])

		const third = await store.rotate(id)
		expect(await call('GET /needs/1', first)).toMatchObject({ problem: 'token-unknown' })
		await store.endOlderTokens(id)
		expect(await call('GET /needs/1', second)).toMatchObject({ problem: 'token-unknown' })
		expect(await call('GET /needs/1', third)).toMatchObject({ status: 200 })
	})

	it('cannot publish for a suspended organisation, but can withdraw what it published', async () => {
		const { id, token } = await store.add('Nantes')
		await call('PUT /needs/1', token, organisation)
		await organisations.setState(id, 'organisation-1', 'suspended')

		expect(await call('PUT /needs/1', token, organisation)).toMatchObject({ status: 403, problem: 'organisation-suspended' })
		expect(await call('POST /needs/1/withdraw', token, organisation)).toMatchObject({ status: 200 })
	})

	it('cannot publish for more organisations than allowed, even all at once', async () => {
		const { token } = await store.add('Nantes')
		const all = await Promise.all([1, 2, 3, 4].map((number) => call('PUT /needs/1', token, { 'Emancipasso-Organisation': `organisation-${number}` })))

		expect(all.filter(({ status }) => status === 200)).toHaveLength(2)
		expect(all.filter(({ problem }) => problem === 'too-many-organisations')).toHaveLength(2)
	})

	it('gets the place of an organisation back that was erased, which never acts again', async () => {
		const { id, token } = await store.add('Nantes')
		const publish = (number: number) => call('PUT /needs/1', token, { 'Emancipasso-Organisation': `organisation-${number}` })
		await publish(1)
		await publish(2)
		expect(await publish(3)).toMatchObject({ problem: 'too-many-organisations' })
		await database.kysely.transaction().execute((transaction) => organisations.erase(transaction, id, 'organisation-1'))

		expect(await publish(3)).toMatchObject({ status: 200 })
		expect(await publish(1)).toMatchObject({ status: 410, problem: 'organisation-erased' })
		expect(await organisations.setState(id, 'organisation-1', 'active')).toBe(false)
		expect(await publish(1)).toMatchObject({ status: 410 })
	})

	it('keeps no token that could be read again', async () => {
		const { token } = await store.add('Nantes')
		const kept = JSON.stringify(await database.kysely.selectFrom('instance_token').selectAll().execute())

		expect(kept).not.toContain(token)
		expect(kept).toContain(token.slice(0, 10))
	})
})
