/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { RunningServer } from '../platform/server.ts'

import { connectorApi } from '@emancipasso/shared/contract/connector-api'
import { PackVersion } from '@emancipasso/shared/contract/connector-input'
import examples from '@emancipasso/shared/data/example-providers.json' with { type: 'json' }
import { Provider } from '@emancipasso/shared/directory/provider'
import express from 'express'
import { createHash } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { problemHandler } from '../platform/problem.ts'
import { serve } from '../platform/server.ts'
import { withDatabase } from '../platform/testing.ts'
import { DirectoryStore } from './directory-store.ts'
import { publishPack } from './pack-store.ts'
import { publishPacks } from './packs.ts'
import { directoryRoutes } from './routes.ts'

const Packs = z.object({ packs: z.array(PackVersion) })
const Page = z.object({ items: z.array(z.looseObject({ id: z.string(), name: z.string(), distanceKm: z.number().optional() })), total: z.int(), facets: z.record(z.string(), z.record(z.string(), z.int())), cursor: z.string().nullable() })
const Faults = z.object({ errors: z.array(z.object({ path: z.string(), message: z.string() })) })

const database = withDatabase()
let server: RunningServer

/** The body as the wire has it: fetch would unzip it. */
function raw(path: string, headers: Record<string, string>): Promise<{ status: number | undefined, headers: Record<string, unknown>, body: Buffer }> {
	return new Promise((resolve, reject) => {
		httpRequest({ host: '127.0.0.1', port: server.port, path, headers }, (response) => {
			const parts: Buffer[] = []
			response.on('data', (part: Buffer) => parts.push(part))
			response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }))
		}).on('error', reject).end()
	})
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(`http://127.0.0.1:${server.port}${path}`, { headers })
const search = async (query: string) => Page.parse(await (await get(`/providers?${query}`)).json())
async function newest(name: string) {
	const pack = Packs.parse(await (await get('/packs')).json()).packs.find((one) => one.name === name)
	if (!pack) {
		throw new Error(`No pack ${name}`)
	}
	return pack
}

beforeEach(async () => {
	const [first, second, ...rest] = examples.map((example) => Provider.parse(example))
	await new DirectoryStore(database.kysely).save([...first && second ? [{ ...first, status: 'suggested' as const }, { ...second, status: 'suspended' as const }] : [], ...rest])
	await publishPacks(database)
	const app = express().set('query parser', 'simple').use(directoryRoutes(database)).use(problemHandler((error) => {
		throw error
	}))
	server = await serve(app, { host: '127.0.0.1', port: 0 })
})

afterEach(() => server.stop())

describe('packs over HTTP', () => {
	it('are four, each with the checksum of the very bytes that are served', async () => {
		const { packs } = Packs.parse(await (await get('/packs')).json())
		expect(packs.map(({ name }) => name)).toEqual(['directory', 'questionnaire', 'solutions', 'vocabularies'])
		for (const { name, version, checksum, bytes } of packs) {
			const { body, headers } = await raw(`/packs/${name}/${version}`, {})
			expect(`sha256-${createHash('sha256').update(body).digest('hex')}`).toBe(checksum)
			expect(body.length).toBe(bytes)
			expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
			expect(JSON.parse(body.toString())).toMatchObject({ name, version })
		}
	})

	it('travel compressed to those who can, and unzip to the same bytes', async () => {
		const { name, version } = await newest('questionnaire')
		const [plain, zipped] = [await raw(`/packs/${name}/${version}`, {}), await raw(`/packs/${name}/${version}`, { 'Accept-Encoding': 'gzip' })]
		expect(zipped.headers['content-encoding']).toBe('gzip')
		expect(zipped.body.length).toBeLessThan(plain.body.length / 2)
		expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true)
		expect(zipped.headers.etag).not.toBe(plain.headers.etag)
	})

	it('are not sent again to those who have them', async () => {
		const { name, version } = await newest('vocabularies')
		const path = `/packs/${name}/${version}`
		const { headers: { etag } } = await raw(path, { 'Accept-Encoding': 'gzip' })
		expect(await raw(path, { 'Accept-Encoding': 'gzip', 'If-None-Match': String(etag) })).toMatchObject({ status: 304, body: Buffer.alloc(0) })
		expect((await raw('/packs', { 'If-None-Match': String((await raw('/packs', {})).headers.etag) })).status).toBe(304)
	})

	it('keep the questions and the catalogue at the top, where the app reads them', async () => {
		const { version } = await newest('questionnaire')
		expect(await (await get(`/packs/questionnaire/${version}`)).json()).toMatchObject({ id: expect.any(String), questions: expect.any(Array), version })
		expect(version).toMatch(/^\d+\.\d+\.\d+\.[0-9a-f]{8}$/)
	})

	it('serve again the version of a release that was gone back to', async () => {
		const before = await newest('questionnaire')
		await database.kysely.transaction().execute((transaction) => publishPack(transaction, 'questionnaire', 'newer', () => ({ version: '9.0.0', text: '{}' })))
		expect((await newest('questionnaire')).version).toBe('9.0.0')
		await publishPacks(database)
		expect((await newest('questionnaire')).checksum).toBe(before.checksum)
		expect((await get('/packs/questionnaire/9.0.0')).status).toBe(200)
	})

	it.each(['/packs/directory/1-00000000', '/packs/secrets/1', '/packs/__proto__/1', '/packs/directory/%00'])('are not found at %s', async (path) => {
		expect((await get(path)).status).toBe(404)
	})
})

describe('the directory over HTTP', () => {
	it('shows the listed providers only, with what they agreed to show', async () => {
		const page = await search('limit=100')
		expect(page.total).toBe(38)
		const hidden = examples[0]?.id ?? ''
		expect((await get(`/providers/${hidden}`)).status).toBe(404)
		const text = JSON.stringify(page) + (await (await get(`/packs/directory/${(await newest('directory')).version}`)).text())
		expect(text).not.toContain(hidden)
		expect(text).not.toMatch(/didnotask|relay-only|associationConsent|sourceFields/)
	})

	it('answers what the contract says', async () => {
		const body = await (await get('/providers?text=formation&postcode=35000')).json()
		expect(connectorApi.searchProviders?.answers[200]?.body?.safeParse(body).error).toBeUndefined()
		const one = await (await get(`/providers/${examples[5]?.id}`)).json()
		expect(connectorApi.readProvider?.answers[200]?.body?.safeParse(one).error).toBeUndefined()
	})

	it('combines words and filters and counts what each value would leave', async () => {
		const page = await search('text=hebergement&country=FR&modality=on-site')
		expect(page.total).toBeGreaterThan(0)
		for (const [size, count] of Object.entries(page.facets.associationSize ?? {})) {
			expect((await search(`text=hebergement&country=FR&modality=on-site&associationSize=${size}`)).total).toBe(count)
		}
	})

	it('sorts by distance from a postcode', async () => {
		const distances = (await search('postcode=69001&limit=100')).items.map(({ distanceKm }) => distanceKm ?? NaN)
		expect(distances[0]).toBeLessThan(5)
		expect(distances).toEqual(distances.toSorted((a, b) => a - b))
	})

	it('gives everyone once, page after page', async () => {
		const seen: string[] = []
		let cursor: string | null = ''
		while (cursor !== null) {
			const page: z.output<typeof Page> = await search(`limit=9${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
			seen.push(...page.items.map(({ id }) => id))
			cursor = page.cursor
		}
		expect(new Set(seen).size).toBe(38)
		expect(seen).toHaveLength(38)
	})

	it.each([
		['postcode=00000', 'query.postcode'],
		['cursor=1-abc~a', 'query.cursor'],
		['cursor=%00', 'query.cursor'],
		['limit=1000', 'query.limit'],
		['country=France', 'query.country'],
		['service=a&service=b', 'query.service'],
	])('says which part of “%s” is wrong', async (query, path) => {
		const response = await get(`/providers?${query}`, { 'Accept-Language': 'en' })
		expect(response.status).toBe(422)
		expect(Faults.parse(await response.json()).errors.map((fault) => fault.path)).toEqual([path])
	})

	it('follows a change made by another process', async () => {
		await new DirectoryStore(database.kysely).setStatus([examples[0]?.id ?? ''], 'listed')
		const before = await newest('directory')
		await publishPacks(database)
		expect((await search('limit=1')).total).toBe(39)
		const after = await newest('directory')
		expect(after.version).not.toBe(before.version)
		expect((await get(`/packs/directory/${before.version}`)).status).toBe(200)
	})

	it('makes no new version when nothing changed', async () => {
		const before = Packs.parse(await (await get('/packs')).json())
		await publishPacks(database)
		expect(Packs.parse(await (await get('/packs')).json())).toEqual(before)
	})

	it('makes one version when two processes publish the same change at once', async () => {
		await new DirectoryStore(database.kysely).setStatus([examples[0]?.id ?? ''], 'listed')
		await Promise.all([publishPacks(database), publishPacks(database)])
		expect((await newest('directory')).version).toMatch(/^2-/)
	})
})
