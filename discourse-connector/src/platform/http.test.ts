/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Router } from 'express'
import type { RunningServer } from './server.ts'

import express from 'express'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createHttp } from './http.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { parse } from './problem.ts'
import { serve } from './server.ts'

const token = 'a token for the metrics'

describe('the HTTP application', () => {
	const running: RunningServer[] = []
	let lines: string[] = []

	async function start(options: { publicUrl?: string, isReady?: () => Promise<boolean>, routes?: Router | null } = {}) {
		lines = []
		const log = createLog('info', { write: (line) => lines.push(line) })
		const http = createHttp({ configuration: { publicUrl: options.publicUrl, trustProxy: 'loopback' }, log, metrics: createMetrics(token), isReady: options.isReady ?? (async () => true) })
		if (options.routes !== null) {
			http.open(options.routes ?? routes())
		}
		const server = await serve(http.app, { host: '127.0.0.1', port: 0 })
		running.push(server)
		return { base: `http://127.0.0.1:${server.port}`, http, server }
	}

	function routes(): Router {
		const router = express.Router()
		router.get('/hello/:name', (request, response) => {
			response.json({ hello: request.params.name })
		})
		router.post('/form', express.json({ limit: 100 }), (request, response) => {
			response.json(parse(z.object({ title: z.string().min(3), tags: z.array(z.string()) }), request, 'body'))
		})
		router.get('/away', async () => {
			throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })
		})
		router.get('/broken', async () => {
			throw Object.assign(new Error('the secret is hunter2'), { detail: 'Key (title)=(what a person wrote) already exists.' })
		})
		return router
	}

	afterEach(async () => {
		await Promise.all(running.splice(0).map((server) => server.stop()))
	})

	it('answers an unknown address with a problem in the caller’s language', async () => {
		const { base } = await start()
		const french = await fetch(`${base}/nothing`)
		const english = await fetch(`${base}/nothing`, { headers: { 'Accept-Language': 'en-GB,en;q=0.9,fr;q=0.1' } })

		expect(french.status).toBe(404)
		expect(french.headers.get('content-type')).toContain('application/problem+json')
		expect(await french.json()).toMatchObject({ type: 'urn:emancipasso:problem:not-found', title: 'Rien ne se trouve à cette adresse.', status: 404 })
		expect(await english.json()).toMatchObject({ title: 'There is nothing at this address.' })
	})

	it('names the path of each field that is not valid', async () => {
		const { base } = await start()
		const response = await fetch(`${base}/form`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ title: 'a', tags: ['b', 7] }) })

		expect(response.status).toBe(422)
		expect(await response.json()).toMatchObject({ errors: [{ path: 'body.title' }, { path: 'body.tags.1' }] })
	})

	it.each([
		['a body that is too long', JSON.stringify({ title: 'x'.repeat(200) }), 413],
		['a body that is cut', '{"title":', 400],
	])('answers %s with a problem', async (_, body, status) => {
		const { base } = await start()
		const response = await fetch(`${base}/form`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })

		expect(response.status).toBe(status)
		expect(await response.json()).toMatchObject({ status })
	})

	it.each([
		['while the database is away', '/away', /"reason":"connect ECONNREFUSED 127\.0\.0\.1:5432"/],
		['while it starts', '/hello/you', /"status":503/],
	])('writes one line without a stack trace for a request that it turns away %s', async (when, path, words) => {
		const { base } = await start(when === 'while it starts' ? { routes: null } : {})
		const response = await fetch(base + path)

		expect(response.status).toBe(503)
		expect(await response.text()).not.toContain('5432')
		expect(lines).toEqual([expect.stringMatching(words)])
		expect(lines.join()).not.toContain('stack')
	})

	it('tells the log, not the caller, what went wrong inside', async () => {
		const { base } = await start()
		const response = await fetch(`${base}/broken`)
		const body = await response.text()

		expect(response.status).toBe(500)
		expect(body).not.toContain('hunter2')
		expect(lines.join()).toContain('hunter2')
		expect(lines.join()).not.toContain('what a person wrote')
		const request = JSON.parse(body).request
		expect(lines.join()).toContain(request)
	})

	it('logs neither queries nor headers', async () => {
		const { base } = await start()
		await fetch(`${base}/hello/you?text=secret-search`, { headers: { Authorization: 'Bearer secret-token' } })

		expect(lines.join()).toContain('/hello/you')
		expect(lines.join()).not.toMatch(/secret/)
	})

	it.each(['https://example.org/below/here', undefined])('answers below the path of the public address %s, whether or not the proxy takes it away', async (publicUrl) => {
		const { base } = await start(publicUrl ? { publicUrl } : {})

		expect((await fetch(`${base}/hello/you`)).status).toBe(200)
		expect((await fetch(`${base}/below/here/hello/you`)).status).toBe(publicUrl ? 200 : 404)
		expect((await fetch(`${base}/below/here/healthz`)).status).toBe(publicUrl ? 200 : 404)
	})

	it('says that it is alive but not ready while it starts, and never that an address does not exist', async () => {
		const { base, http } = await start({ routes: null })

		expect((await fetch(`${base}/healthz`)).status).toBe(200)
		expect((await fetch(`${base}/readyz`)).status).toBe(503)
		expect((await fetch(`${base}/webhooks/discourse`, { method: 'POST' })).status).toBe(503)
		expect(lines.join()).not.toContain('"error"')
		http.open(routes())
		expect((await fetch(`${base}/readyz`)).status).toBe(200)
	})

	it('is alive but not ready when the database does not answer', async () => {
		const { base } = await start({ isReady: async () => false })

		expect((await fetch(`${base}/healthz`)).status).toBe(200)
		expect((await fetch(`${base}/readyz`)).status).toBe(503)
	})

	it('shows metrics to who knows the token, without the ids in addresses', async () => {
		const { base } = await start()
		await fetch(`${base}/hello/somebody`)
		await fetch(`${base}/nobody-knows-this`)

		expect((await fetch(`${base}/metrics`)).status).toBe(404)
		const text = await (await fetch(`${base}/metrics`, { headers: { Authorization: `Bearer ${token}` } })).text()
		expect(text).toContain('route="/hello/:name"')
		expect(text).not.toMatch(/somebody|nobody-knows/)
	})

	it('forbids frames and foreign scripts', async () => {
		const { base } = await start()
		const { headers } = await fetch(`${base}/hello/you`)

		expect(headers.get('content-security-policy')).toContain('default-src \'none\'')
		expect(headers.get('content-security-policy')).toContain('frame-ancestors \'none\'')
		expect(headers.get('x-content-type-options')).toBe('nosniff')
	})

	it('stops within three seconds although clients keep their connections', async () => {
		const { base, server } = await start()
		await fetch(`${base}/hello/you`)
		const half = connect(server.port, '127.0.0.1')
		half.on('error', () => {})
		await new Promise((resolve) => half.once('connect', resolve))
		half.write('POST /form HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{')
		const before = performance.now()
		await server.stop()

		expect(performance.now() - before).toBeLessThan(3000)
	})

	it('says in a sentence that a port is in use', async () => {
		const { server, http } = await start()

		await expect(serve(http.app, { host: '127.0.0.1', port: server.port })).rejects.toThrow(`Port ${server.port} is already in use`)
	})
})
