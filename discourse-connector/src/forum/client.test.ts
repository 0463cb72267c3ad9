/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import express from 'express'
import { expect, it } from 'vitest'
import { forumUnderTest } from '../../sandbox-forum/testing.ts'
import { readBot, readFacts } from './categories.ts'
import { clientOf, failureOf, serverOf } from './testing.ts'
import { createTopic, findTopicId, readTopic } from './topics.ts'

const NEW = { title: 'Quel agenda partagé choisir ?', raw: 'Nous cherchons un agenda partagé simple.', categoryId: 6, tags: [], externalId: 'need-1' }

it.each([
	['rate-limit', 'busy', 'did-not-happen', 12],
	['rate-limit-address', 'busy', 'did-not-happen', 12],
	['rate-limit-search', 'busy', 'did-not-happen', null],
	['read-only', 'read-only', 'did-not-happen', null],
	['redirect', 'moved', 'did-not-happen', null],
	['forbidden', 'forbidden', 'did-not-happen', null],
	['refuse', 'away', 'unknown', null],
	['gateway', 'away', 'unknown', null],
	['gateway-after', 'away', 'unknown', null],
	['unavailable', 'away', 'unknown', null],
	['challenge', 'away', 'unknown', null],
	['server-error', 'away', 'unknown', null],
	['lose-reply', 'away', 'unknown', null],
	['cut-body', 'away', 'unknown', null],
] as const)('judges %s of a creation as %s, %s', async (fault, kind, effect, waitSeconds) => {
	const forum = await forumUnderTest()
	forum.faults.set(fault, { count: 1, seconds: 12 })
	const failure = await failureOf(createTopic(clientOf(forum), NEW, 'objects'))
	expect(failure).toMatchObject({ kind, effect, waitSeconds })
})

it.each(['slow', 'slow-body'] as const)('gives up on %s after its time, not knowing what happened', async (fault) => {
	const forum = await forumUnderTest()
	forum.faults.set(fault, { count: 1, seconds: 0.5 })
	const failure = await failureOf(createTopic(clientOf(forum, { timeoutMs: 100 }), NEW, 'objects'))
	expect(failure).toMatchObject({ kind: 'away', effect: 'unknown', status: null })
})

it('stops reading an answer that is too long', async () => {
	const forum = await forumUnderTest()
	forum.faults.set('huge-body')
	expect(await failureOf(readFacts(clientOf(forum)))).toMatchObject({ kind: 'away', effect: 'did-not-happen' })
})

it('knows that nothing happened where nobody listens', async () => {
	const failure = await failureOf(createTopic(clientOf({ url: 'http://127.0.0.1:1899' }), NEW, 'objects'))
	expect(failure).toMatchObject({ kind: 'away', effect: 'did-not-happen', status: null })
})

it('knows nothing of a success that is not the forum’s', async () => {
	const url = await serverOf((_request, response) => {
		response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"hello":"world"}')
	})
	expect(await failureOf(createTopic(clientOf({ url }), NEW, 'objects'))).toMatchObject({ effect: 'happened', status: 200 })
	expect(await failureOf(readTopic(clientOf({ url }), 1))).toMatchObject({ effect: 'did-not-happen' })
})

it('follows no redirect, so that the key stays at the configured address', async () => {
	const keys: unknown[] = []
	const elsewhere = await serverOf((request, response) => {
		keys.push(request.headers['api-key'])
		response.end('{}')
	})
	const client = clientOf({
		url: await serverOf((request, response) => {
			response.writeHead(301, { Location: `${elsewhere}${request.url}` }).end()
		}),
	})
	for (const call of [() => readTopic(client, 1), () => findTopicId(client, 'need-1'), () => createTopic(client, NEW, 'names')]) {
		expect((await failureOf(call())).kind).toBe('moved')
	}
	expect(keys).toEqual([])
})

it('reaches a forum under a path', async () => {
	const forum = await forumUnderTest()
	const client = clientOf({ url: `${await serverOf(express().use('/community', forum.app))}/community/` })
	const created = await createTopic(client, NEW, 'objects')
	expect(created.queued).toBe(false)
	expect(await findTopicId(client, NEW.externalId)).toBe(created.queued ? 0 : created.topicId)
})

it('tells a key that is not accepted, and names the bot of one that is', async () => {
	const forum = await forumUnderTest()
	expect(await readBot(clientOf(forum))).toEqual({ id: 1, username: 'emancipasso', staff: true })
	expect(await failureOf(createTopic(clientOf(forum, { apiKey: 'wrong' }), NEW, 'objects'))).toMatchObject({ kind: 'forbidden', status: 403 })
})

it('never puts the key into an error', async () => {
	const forum = await forumUnderTest()
	forum.faults.set('forbidden')
	const failure = await failureOf(createTopic(clientOf(forum), NEW, 'objects'))
	expect(JSON.stringify([failure.message, failure.stack, failure])).not.toContain('sandbox-api-key')
})
