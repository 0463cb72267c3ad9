/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { appApiBase } from '@emancipasso/shared/contract/app-api'
import { staticPacks } from '@emancipasso/shared/packs/static-packs'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Connector } from './connector.ts'
import { createHost } from './host.ts'
import { Store } from './store.ts'

const questionnaire = staticPacks().find(({ name }) => name === 'questionnaire')
const folder = mkdtempSync(join(tmpdir(), 'emancipasso-expiry-'))
const store = new Store(join(folder, 'preview.json'))
let server: Server
let base = ''

beforeAll(async () => {
	// Only what the clock says: timers run as they do.
	vi.useFakeTimers({ toFake: ['Date'] })
	server = createHost(store, new Connector(store)).listen(0, '127.0.0.1')
	await new Promise((resolve) => server.once('listening', resolve))
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}${appApiBase}`
})
afterAll(() => {
	vi.useRealTimers()
	server.close()
	rmSync(folder, { recursive: true })
})

async function call<Data>(user: string | null, method: string, path: string, body?: object): Promise<{ status: number, data: Data }> {
	const person = user === null ? {} : { Authorization: `Basic ${btoa(`${user}:${user}`)}` }
	const response = await fetch(base + path, { method, headers: { 'OCS-APIRequest': 'true', 'Content-Type': 'application/json', 'Accept-Language': 'fr', ...person }, body: body === undefined ? null : JSON.stringify(body) })
	const { ocs } = await response.json() as { ocs: { data: Data } }
	return { status: response.status, data: ocs.data }
}

test('past its day a workshop is over, by its link and by account, with a sentence; what was answered stays, and its leader opens it again', async () => {
	const { data: { id: organisation } } = await call<{ id: string }>('camille', 'POST', '/organisations', { name: 'Les Ateliers du Port', membersGroup: 'association', managersGroup: 'bureau', publishersGroup: 'bureau' })
	const diagnosis = `/organisations/${organisation}/documents/${randomUUID()}`
	await call('camille', 'POST', `/organisations/${organisation}/documents`, { id: diagnosis.split('/').at(-1), kind: 'diagnosis', title: 'Diagnostic', status: 'draft', document: {} })
	const input = { anonymous: true, form: 'short', days: 7, questionnaire: questionnaire!.version }
	const { data: { token } } = await call<{ token: string }>('camille', 'PUT', `${diagnosis}/workshop`, input)
	const answer = (user: string | null, door: string) => call<{ message: string }>(user, 'PUT', `${door}/${randomUUID()}`, { answers: {} })
	const [link, own] = [`/workshops/${token}`, `${diagnosis}/workshop/invitation`]
	expect((await answer(null, `${link}/responses`)).status).toBe(200)

	vi.setSystemTime(Date.now() + 7 * 86_400_000 - 1000)
	expect([(await call(null, 'GET', link)).status, (await answer('dominique', own)).status]).toEqual([200, 200])

	vi.setSystemTime(Date.now() + 1000)
	for (const { status, data } of [await call<{ message: string }>(null, 'GET', link), await answer(null, `${link}/responses`)]) {
		expect([status, data.message]).toEqual([404, 'Ce lien n’est plus valable. Demandez-en un nouveau à la personne qui anime l’atelier.'])
	}
	for (const { status, data } of [await call<{ message: string }>('dominique', 'GET', own), await answer('dominique', own)]) {
		expect([status, data.message]).toEqual([404, 'Cet atelier ne reçoit plus de réponses. Demandez à la personne qui l’anime de le rouvrir.'])
	}
	const { data: { workshop } } = await call<{ workshop: object }>('dominique', 'GET', `${diagnosis}/workshop`)
	expect(workshop).toMatchObject({ open: false, respondents: 2 })

	await call('camille', 'PUT', `${diagnosis}/workshop`, input)
	expect((await answer('dominique', own)).status).toBe(200)
})
