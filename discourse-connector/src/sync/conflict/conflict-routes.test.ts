/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Need } from '@emancipasso/shared/community/need'
import type { RunningServer } from '../../platform/server.ts'

import express from 'express'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { person } from '../../../sandbox-forum/people.ts'
import { setCaller } from '../../platform/caller.ts'
import { jsonBody } from '../../platform/json-body.ts'
import { problemHandler } from '../../platform/problem.ts'
import { serve } from '../../platform/server.ts'
import { withDatabase } from '../../platform/testing.ts'
import { joinForum } from '../testing.ts'
import { conflictRoutes } from './conflict-routes.ts'

describe('answering a conflict', () => {
	const database = withDatabase()
	let server: RunningServer

	beforeAll(async () => {
		const app = express()
		app.use((request, _response, next) => {
			setCaller(request, { instance: 'instance-1', organisation: request.get('X-Test-Organisation') ?? 'organisation-1', member: 'member-1' })
			next()
		})
		app.use(jsonBody(1000), conflictRoutes(database), problemHandler(() => {}))
		server = await serve(app, { host: '127.0.0.1', port: 0 })
	})
	afterAll(async () => {
		await server?.stop()
	})

	async function answer(uuid: string, body: object, organisation = 'organisation-1') {
		const response = await fetch(`http://127.0.0.1:${server.port}/needs/${uuid}/conflict`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Test-Organisation': organisation }, body: JSON.stringify(body) })
		return { status: response.status, need: await response.json() as Need }
	}

	async function inConflict() {
		const joined = await joinForum(database)
		const uuid = await joined.publish()
		await joined.drain()
		const [topic] = joined.topics(uuid)
		if (topic === undefined) {
			throw new Error('no topic')
		}
		person(joined.forum.forum, 'Marie', 'moderator').change(topic, { title: 'Le titre de la modération' })
		await joined.correct(uuid, { title: 'Le titre que préfère son autrice' })
		await joined.drain()
		return { ...joined, uuid, topic }
	}

	it('sends the author’s version when its author chooses it', async () => {
		const { uuid, topic, drain, link } = await inConflict()
		const { status, need } = await answer(uuid, { keep: 'ours' })
		expect(status).toBe(200)
		expect(need.link).not.toHaveProperty('conflict')
		await drain()
		expect(topic.title).toBe('Le titre que préfère son autrice')
		expect(await link(uuid)).toMatchObject({ conflict: null, forumText: null, problem: null })
	})

	it('leaves the forum’s when its author prefers that, and shows what it says', async () => {
		const { uuid, topic, drain, correct } = await inConflict()
		const { need } = await answer(uuid, { keep: 'forum' })
		expect(need.link).not.toHaveProperty('problem')
		expect(need.link).toMatchObject({ forumText: { title: 'Le titre de la modération' } })
		await correct(uuid, { urgency: 'now' })
		await drain()
		expect(topic.title).toBe('Le titre de la modération')
		expect((await answer(uuid, { keep: 'ours' })).need.link).toMatchObject({ forumText: { title: 'Le titre de la modération' } })
	})

	it('lets nobody else answer', async () => {
		const { uuid, topic, drain } = await inConflict()
		expect((await answer(uuid, { keep: 'ours' }, 'organisation-2')).status).toBe(404)
		expect((await answer(randomUUID(), { keep: 'ours' })).status).toBe(404)
		expect((await answer(uuid, { keep: 'both' })).status).toBe(422)
		await drain()
		expect(topic.title).toBe('Le titre de la modération')
	})
})
