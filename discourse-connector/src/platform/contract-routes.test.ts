/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { RunningServer } from './server.ts'

import { connectorApi } from '@emancipasso/shared/contract/connector-api'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contractRoutes } from './contract-routes.ts'
import { html } from './html.ts'
import { serve } from './server.ts'

describe('the contract that the connector shows', () => {
	let server: RunningServer
	let base: string

	beforeAll(async () => {
		server = await serve(express().use('/api/v1', contractRoutes('1.2.3', 'https://example.org/below')), { host: '127.0.0.1', port: 0 })
		base = `http://127.0.0.1:${server.port}/api/v1`
	})

	afterAll(async () => {
		await server.stop()
	})

	it('has every route with its answers, and a token where one is needed', async () => {
		const document = await (await fetch(`${base}/openapi.json`)).json()
		const described = Object.entries<object>(document.paths).flatMap(([path, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`))

		expect(described).toEqual(expect.arrayContaining(Object.values(connectorApi).map(({ method, path }) => `${method} /api/v1${path}`)))
		expect(described).toEqual(expect.arrayContaining(['GET /healthz', 'POST /webhooks/discourse', 'GET /api/v1/openapi.json']))
		expect(document).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } })
		const put = document.paths['/api/v1/needs/{uuid}'].put
		expect(put.security).toEqual([{ instance: [] }])
		expect(Object.keys(put.responses)).toEqual(expect.arrayContaining(['200', '201', '401', '412', '422', '429']))
		expect(put.responses['403'].content['application/problem+json'].schema.$ref).toBe('#/components/schemas/Problem')
		expect(document.paths['/api/v1/packs'].get.security).toBeUndefined()
	})

	it('says where its paths begin, for a connector below a path of its address', async () => {
		expect((await (await fetch(`${base}/openapi.json`)).json()).servers).toEqual([{ url: 'https://example.org/below' }])
	})

	it('refers only to schemas that it has', async () => {
		const text = await (await fetch(`${base}/openapi.json`)).text()
		const has = Object.keys(JSON.parse(text).components.schemas)
		const wants = [...text.matchAll(/#\/components\/schemas\/([\w-]+)/g)].map(([, name]) => name)

		expect(wants.length).toBeGreaterThan(0)
		expect(has).toEqual(expect.arrayContaining(wants))
	})

	it('is readable without a script or anything from elsewhere, and every link within it leads somewhere', async () => {
		const page = await (await fetch(`${base}/docs`)).text()
		const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))

		expect(page).not.toMatch(/<script|<img|(src|href)="https?:/)
		for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) {
			expect(ids).toContain(target)
		}
		expect((await fetch(`${base}/docs.css`)).headers.get('content-type')).toContain('text/css')
	})

	it('never lets a text become markup', () => {
		expect(html`<p title="${'"><script>'}">${['<b>', html`<i>${'&'}</i>`]}</p>`.text).toBe('<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;<i>&amp;</i></p>')
	})
})
