/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AddressInfo } from 'node:net'

import { createServer as createTlsServer } from 'node:https'
import { createServer as createRawServer } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { forumUnderTest } from '../../sandbox-forum/testing.ts'
import { readFacts } from './categories.ts'
import { causesOf } from './outcome.ts'
import { selfSigned } from './testing-certificate.ts'
import { clientOf, failureOf, serverOf } from './testing.ts'
import { createTopic, findTopicId, readTopic } from './topics.ts'

const NEW = { title: 'Quel agenda partagé choisir ?', raw: 'Nous cherchons un agenda partagé simple.', categoryId: 6, tags: [], externalId: 'need-1' }

/** A server that answers every connection with these bytes and hangs up. */
async function rawServer(bytes: string): Promise<string> {
	const server = createRawServer((socket) => {
		socket.on('error', () => {})
		socket.once('data', () => socket.end(bytes))
	})
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve)
	})
	onTestFinished(() => {
		server.close()
	})
	return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

it.each([
	['E55', 'rate-limit', 'busy', 'did-not-happen', 12],
	['E56', 'rate-limit-address', 'busy', 'did-not-happen', 12],
	['E55', 'rate-limit-search', 'busy', 'did-not-happen', null],
	['E58', 'read-only', 'read-only', 'did-not-happen', null],
	['E62', 'redirect', 'moved', 'did-not-happen', null],
	['E60', 'forbidden', 'forbidden', 'did-not-happen', null],
	['E59', 'refuse', 'away', 'unknown', null],
	['E59', 'gateway', 'away', 'unknown', null],
	['E59', 'gateway-after', 'away', 'unknown', null],
	['E59', 'unavailable', 'away', 'unknown', null],
	['E59', 'challenge', 'away', 'unknown', null],
	['E59', 'server-error', 'away', 'unknown', null],
	['E01', 'lose-reply', 'away', 'unknown', null],
	['E59', 'cut-body', 'away', 'unknown', null],
] as const)('%s judges %s of a creation as %s, %s', async (_id, fault, kind, effect, waitSeconds) => {
	const forum = await forumUnderTest()
	forum.faults.set(fault, { count: 1, seconds: 12 })
	const failure = await failureOf(createTopic(clientOf(forum), NEW, 'objects'))
	expect(failure).toMatchObject({ kind, effect, waitSeconds })
})

it.each(['slow', 'slow-body'] as const)('E59 gives up on %s after its time, not knowing what happened', async (fault) => {
	const forum = await forumUnderTest()
	forum.faults.set(fault, { count: 1, seconds: 0.5 })
	const failure = await failureOf(createTopic(clientOf(forum, { timeoutMs: 100 }), NEW, 'objects'))
	expect(failure).toMatchObject({ kind: 'away', effect: 'unknown', status: null })
})

it('E59 stops reading an answer that is too long, and does not know what a change came to', async () => {
	const forum = await forumUnderTest()
	forum.faults.set('huge-body', { count: 2 })
	expect(await failureOf(readFacts(clientOf(forum)))).toMatchObject({ kind: 'away', effect: 'did-not-happen' })
	expect(await failureOf(createTopic(clientOf(forum), NEW, 'objects'))).toMatchObject({ kind: 'away', effect: 'unknown' })
	expect(forum.state.data.topics).toHaveLength(1)
})

it('E59 does not take half an answer for a whole one', async () => {
	const answer = (headers: string, body: string) => `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${headers}\r\n\r\n${body}`
	for (const bytes of [
		answer('Content-Length: 400', '{"about":{"version":"2026.8.0"}}'),
		answer('Transfer-Encoding: chunked', '20\r\n{"about":{"version":"2026.8.0"}}\r\n'),
		'HTTP/1.1 200 OK\r\nContent-Ty',
		'no HTTP at all\r\n\r\n',
	]) {
		const client = clientOf({ url: `http://${await rawServer(bytes)}` })
		expect(await failureOf(readFacts(client))).toMatchObject({ kind: 'away' })
		expect(await failureOf(createTopic(client, NEW, 'objects'))).toMatchObject({ kind: 'away', effect: 'unknown' })
	}
})

it('E59 takes no web page for the forum’s own word, whatever its status', async () => {
	for (const status of [200, 403, 404, 422, 503]) {
		const url = await serverOf((_request, response) => {
			response.writeHead(status, { 'Content-Type': 'text/html' }).end('<h1>Just a moment</h1>')
		})
		expect(await failureOf(createTopic(clientOf({ url }), NEW, 'objects'))).toMatchObject({ kind: 'away', effect: 'unknown', status })
		expect(await failureOf(readTopic(clientOf({ url }), 1))).toMatchObject({ kind: 'away', effect: 'did-not-happen' })
	}
})

it('E59 knows that nothing happened where nobody listens, or no such name exists', async () => {
	for (const url of ['http://127.0.0.1:1899', `http://${'x'.repeat(64)}.invalid`]) {
		expect(await failureOf(createTopic(clientOf({ url }), NEW, 'objects'))).toMatchObject({ kind: 'away', effect: 'did-not-happen', status: null })
	}
})

it('E59 sends nothing to a server whose certificate nobody vouches for', async () => {
	let requests = 0
	const server = createTlsServer(selfSigned(), (_request, response) => {
		requests++
		response.end()
	})
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve)
	})
	onTestFinished(() => {
		server.close()
	})
	const failure = await failureOf(createTopic(clientOf({ url: `https://localhost:${(server.address() as AddressInfo).port}` }), NEW, 'objects'))
	expect(failure).toMatchObject({ kind: 'away', effect: 'did-not-happen' })
	expect(causesOf(failure)).toContain('DEPTH_ZERO_SELF_SIGNED_CERT')
	expect(requests).toBe(0)
})

it('E59 knows that nothing happened where TLS is spoken to a server that does not', async () => {
	const address = await rawServer('HTTP/1.1 400 Bad Request\r\n\r\n')
	expect(await failureOf(createTopic(clientOf({ url: `https://${address}` }), NEW, 'objects'))).toMatchObject({ kind: 'away', effect: 'did-not-happen' })
})

it('E62 follows no redirect: a creation is never turned into reading, and the key stays at the configured address', async () => {
	const seen: unknown[] = []
	const elsewhere = await serverOf((request, response) => {
		seen.push([request.method, request.headers['api-key']])
		response.end('{}')
	})
	const client = clientOf({
		url: await serverOf((request, response) => {
			response.writeHead(301, { Location: `${elsewhere}${request.url}` }).end()
		}),
	})
	for (const call of [() => readTopic(client, 1), () => findTopicId(client, 'need-1'), () => createTopic(client, NEW, 'names')]) {
		expect(await failureOf(call())).toMatchObject({ kind: 'moved', effect: 'did-not-happen', location: expect.stringContaining(elsewhere) })
	}
	expect(seen).toEqual([])
})

it('takes a redirect within the forum for another address of one page, not of the forum', async () => {
	const url = await serverOf((_request, response) => {
		response.writeHead(301, { Location: '/login' }).end()
	})
	expect(await failureOf(readTopic(clientOf({ url }), 1))).toMatchObject({ kind: 'unreadable', effect: 'did-not-happen' })
})

it('knows that the forum did what it answers to in JSON, although it does not understand the answer', async () => {
	const url = await serverOf((_request, response) => {
		response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"hello":"world"}')
	})
	expect(await failureOf(createTopic(clientOf({ url }), NEW, 'objects'))).toMatchObject({ kind: 'unreadable', effect: 'happened', status: 200 })
	expect(await failureOf(readTopic(clientOf({ url }), 1))).toMatchObject({ kind: 'unreadable', effect: 'did-not-happen' })
})
