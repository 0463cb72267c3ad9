/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PackVersion } from '@emancipasso/shared/contract/connector-input'
import type { RunningServer } from '../platform/server.ts'

import { canonicalText } from '@emancipasso/shared/community/publication'
import { connectorApi } from '@emancipasso/shared/contract/connector-api'
import express from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { OrganisationStore } from '../instances/organisation-store.ts'
import { setCaller } from '../platform/caller.ts'
import { jsonBody } from '../platform/json-body.ts'
import { problemHandler } from '../platform/problem.ts'
import { serve } from '../platform/server.ts'
import { withDatabase } from '../platform/testing.ts'
import { communityRoutes } from './routes.ts'
import { ailleurs, amis, keepReplies, needId, publication } from './testing.ts'

describe('the routes of needs', () => {
	const database = withDatabase()
	let packs: PackVersion[] = []
	const unexpected: unknown[] = []
	let server: RunningServer

	beforeAll(async () => {
		const app = express()
		app.set('query parser', 'simple')
		app.use((request, _response, next) => {
			setCaller(request, request.get('X-Test-Caller') === 'ailleurs' ? ailleurs : amis)
			next()
		})
		app.use(jsonBody(100_000))
		app.use(communityRoutes({ database, limits: { publicationsPerDay: 9, heldPublications: 0 }, organisations: new OrganisationStore(database, 9), packs: async () => packs, version: '0.1.0' }))
		app.use(problemHandler((error) => unexpected.push(error)))
		server = await serve(app, { host: '127.0.0.1', port: 0 })
	})

	beforeEach(async () => {
		await database.kysely.insertInto('instance').values([amis, ailleurs].map(({ instance }) => ({ id: instance, name: instance }))).execute()
	})

	afterAll(async () => {
		await server?.stop()
		expect(unexpected).toEqual([])
	})

	async function call(route: string, options: { body?: string, headers?: Record<string, string>, as?: 'ailleurs' } = {}) {
		const [method = 'GET', path = '/'] = route.split(' ')
		const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
			method,
			headers: { 'Content-Type': 'application/json', ...(options.as ? { 'X-Test-Caller': options.as } : {}), ...options.headers },
			...(options.body === undefined ? {} : { body: options.body }),
		})
		const text = await response.text()
		return { status: response.status, etag: response.headers.get('ETag'), body: text === '' ? undefined : JSON.parse(text) }
	}

	const create = { 'If-None-Match': '*' }
	const need = `/needs/${needId(1)}`
	const text = canonicalText(publication())

	// What the contract promises of an answer.
	function expectContract(operation: string, status: number, body: unknown): void {
		expect(connectorApi[operation]?.answers[status]?.body?.safeParse(body).error).toBeUndefined()
	}

	it('publish the approved text, answer it again, and take a correction of the revision that was read', async () => {
		const created = await call(`PUT ${need}`, { body: text, headers: create })
		expect(created).toMatchObject({ status: 201, etag: '"1"', body: { status: 'published', mine: true } })
		expectContract('putNeed', 201, created.body)
		expect(canonicalText(created.body.publication)).toBe(text)
		expect(await call(`PUT ${need}`, { body: text, headers: create })).toMatchObject({ status: 200, etag: '"1"', body: created.body })

		const corrected = canonicalText(publication({ title: 'Un agenda libre' }))
		expect(await call(`PUT ${need}`, { body: corrected, headers: { 'If-Match': '"1"' } })).toMatchObject({ status: 200, etag: '"2"' })
		expect(await call(`PUT ${need}`, { body: text, headers: { 'If-Match': '"1"' } })).toMatchObject({ status: 412 })
		expect(await call(`PUT ${need}`, { body: text, headers: { 'If-Match': 'nonsense' } })).toMatchObject({ status: 412 })
		expect(await call(`PUT ${need}`, { body: text })).toMatchObject({ status: 428 })
	})

	it('answer a need found by another writing of its id', async () => {
		const uuid = '0190ABCD-0000-7000-8000-00000000000F'
		await call(`PUT /needs/${uuid}`, { body: text, headers: create })

		expect(await call(`GET /needs/${uuid.toLowerCase()}`)).toMatchObject({ status: 200, body: { uuid: uuid.toLowerCase() } })
	})

	it.each([
		['a field that does not belong there', { ...publication(), budgetHint: '900 €' }],
		['no title', publication({ title: ' ' })],
		['a section twice', publication({ sections: [{ id: 'problem', text: 'x'.repeat(30) }, { id: 'problem', text: 'y'.repeat(30) }] })],
		['a section too long', publication({ sections: [{ id: 'problem', text: 'x'.repeat(4001) }] })],
		['characters that cannot be stored', publication({ title: 'Un titre\u0000 avec NUL' })],
		['a region that is none', publication({ region: { code: '../x', label: 'x' } })],
		['a name although anonymous', publication({ signature: { choice: 'anonymous', text: 'Les Amis' } })],
		['no need at all', []],
	])('refuse %s and say where', async (_, body) => {
		const answer = await call(`PUT ${need}`, { body: JSON.stringify(body), headers: create })

		expect(answer).toMatchObject({ status: 422 })
		expect(answer.body.errors[0].path).toMatch(/^body/)
		expect(await call(`GET ${need}`)).toMatchObject({ status: 404 })
	})

	it.each([
		['GET /needs/not-a-uuid', 422],
		['GET /needs?limit=0', 422],
		['GET /needs?kind=other', 422],
		['GET /needs?cursor=x', 422],
		['GET /changes?after=x.1', 410],
		['DELETE /organisations/short', 422],
		['POST /needs/01900000-0000-7000-8000-000000000077/withdraw', 404],
	])('refuse %s', async (route, status) => {
		expect(await call(route)).toMatchObject({ status })
	})

	it('refuse a body that is no JSON, broken, or too large', async () => {
		expect(await call(`PUT ${need}`, { body: '{', headers: create })).toMatchObject({ status: 400 })
		expect(await call(`PUT ${need}`, { body: `"${'x'.repeat(100_000)}"`, headers: create })).toMatchObject({ status: 413 })
		expect(await call(`PUT ${need}`, { body: text, headers: { ...create, 'Content-Type': 'text/plain' } })).toMatchObject({ status: 415 })
	})

	it('show needs with their supports and replies as the contract says', async () => {
		await call(`PUT ${need}`, { body: text, headers: create })
		await keepReplies(database.kysely, { 5: { html: '<p>Oui</p>' } })

		const supported = await call(`PUT ${need}/support`, { as: 'ailleurs' })
		expect(supported).toMatchObject({ status: 200, body: { mine: false, supports: { total: 1, own: true } } })
		const read = await call(`GET ${need}?include=replies`)
		expect(read).toMatchObject({ status: 200, body: { supports: { total: 1, own: false }, replies: { items: [{ id: '5', author: 'marie' }] } } })
		expectContract('readNeed', 200, read.body)
		const list = await call('GET /needs?text=agenda&mine=true')
		expect(list.body.items).toHaveLength(1)
		expectContract('listNeeds', 200, list.body)
		const replies = await call(`GET ${need}/replies`, { as: 'ailleurs' })
		expectContract('listReplies', 200, replies.body)
		expect((await call(`GET ${need}/replies?after=${replies.body.cursor}`)).body.items).toEqual([])
		expect(await call(`DELETE ${need}/support`, { as: 'ailleurs' })).toMatchObject({ status: 200, body: { supports: { total: 0 } } })
		expect(await call(`POST ${need}/withdraw`, { as: 'ailleurs' })).toMatchObject({ status: 404 })
		expect(await call(`POST ${need}/withdraw`)).toMatchObject({ status: 200, body: { status: 'withdrawn' } })
	})

	it('never answer 304 for a need whose supports changed under its revision', async () => {
		await call(`PUT ${need}`, { body: text, headers: create })

		expect(await call(`GET ${need}`, { headers: { 'If-None-Match': '"1"' } })).toMatchObject({ status: 200 })
	})

	it('answer 304 to a cloud that has seen all changes and packs, until one is new', async () => {
		await call(`PUT ${need}`, { body: text, headers: create })
		const first = await call('GET /changes')
		expectContract('listChanges', 200, first.body)
		expect(first.body).toMatchObject({ items: [{ kind: 'need', id: needId(1) }], version: '0.1.0' })
		const { etag, body: { cursor } } = first
		const again = { headers: { 'If-None-Match': etag ?? '' } }
		expect(await call(`GET /changes?after=${cursor}`, again)).toMatchObject({ status: 304, body: undefined })
		expect(await call('GET /changes', again)).toMatchObject({ status: 200, body: first.body })

		packs = [{ name: 'directory', version: '2', checksum: `sha256-${'0'.repeat(64)}`, bytes: 1, createdAt: '2026-02-01T10:00:00.000Z' }]
		expect(await call(`GET /changes?after=${cursor}`, again)).toMatchObject({ status: 200, body: { items: [], packs } })
		await call(`PUT ${need}/support`, { as: 'ailleurs' })
		expect((await call(`GET /changes?after=${cursor}`, again)).body.items).toHaveLength(1)
	})

	it('take nothing more for an organisation that was erased, whatever was under way', async () => {
		// As the check of who calls does before every route.
		await new OrganisationStore(database, 9).admit(amis)
		await call(`PUT /needs/${needId(2)}`, { body: text, headers: create, as: 'ailleurs' })
		const [erased] = await Promise.all([call(`DELETE /organisations/${amis.organisation}`), call(`PUT ${need}`, { body: text, headers: create })])
		expect(erased.status).toBe(202)

		expect((await call(`PUT ${need}`, { body: text, headers: create })).status).toBe(410)
		expect(await call(`PUT /needs/${needId(3)}`, { body: text, headers: create })).toMatchObject({ status: 410, body: { type: 'urn:emancipasso:problem:organisation-erased' } })
		expect(await call(`PUT /needs/${needId(2)}/support`)).toMatchObject({ status: 410 })
		expect((await call('GET /needs')).body.items).toMatchObject([{ uuid: needId(2), supports: { total: 0 } }])
		expect(await call(`DELETE /organisations/${amis.organisation}`)).toMatchObject({ status: 202, body: { needs: 0, supports: 0 } })
	})

	it('erase one need and say how far it came, and nothing of another cloud', async () => {
		await call(`PUT ${need}`, { body: text, headers: create })
		expect(await call(`DELETE ${need}`, { as: 'ailleurs' })).toMatchObject({ status: 404 })
		const erased = await call(`DELETE ${need}`)
		expect(erased).toMatchObject({ status: 202, body: { topic: 'waiting' } })
		expectContract('eraseNeed', 202, erased.body)
		expect(await call(`DELETE ${need}`)).toMatchObject({ status: 202 })
		expect(await call(`GET ${need}`)).toMatchObject({ status: 404 })
	})

	it('erase an organisation and forget a member of the calling cloud only', async () => {
		await call(`PUT ${need}`, { body: text, headers: create })

		expect(await call(`DELETE /members/${amis.member}`, { as: 'ailleurs' })).toMatchObject({ status: 200, body: { needs: 0 } })
		expect(await call(`DELETE /organisations/${amis.organisation}`, { as: 'ailleurs' })).toMatchObject({ status: 202, body: { needs: 0, supports: 0 } })
		expect(await call(`DELETE /members/${amis.member}`)).toMatchObject({ status: 200, body: { needs: 1 } })
		const erased = await call(`DELETE /organisations/${amis.organisation}`)
		expect(erased).toMatchObject({ status: 202, body: { needs: 1, supports: 0 } })
		expectContract('eraseOrganisation', 202, erased.body)
		expect(await call(`GET ${need}`)).toMatchObject({ status: 404 })
	})
})
