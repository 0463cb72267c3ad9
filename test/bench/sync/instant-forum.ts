/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IncomingMessage } from 'node:http'

import { createServer } from 'node:http'
import { listenLocally } from '../../support/local-server.ts'

/** Topics that it remembers; what was created or read longer ago is answered as it was once, too. */
const KEPT = 1000

/** A forum that answers at once and remembers nothing but its newest topics: what is measured against it is the connector's. */
export interface InstantForum {
	url: string
	/** The topic with this number will be answered, without having been created. */
	put(topicId: number, topic: InstantTopic): void
	close(): Promise<void>
}

/** What is told of a topic. */
export interface InstantTopic {
	externalId: string
	title: string
	raw: string
	category: number
	tags: readonly string[]
}

const DATE = '2026-02-01T10:00:00.000Z'

/** Starts one on a free port. */
export async function startInstantForum(): Promise<InstantForum> {
	const topics = new Map<number, InstantTopic>()
	let newest = 0
	const put = (topicId: number, topic: InstantTopic) => {
		newest = Math.max(newest, topicId)
		topics.set(topicId, topic)
		topics.delete(newest - KEPT)
	}
	const answer = async (request: IncomingMessage): Promise<unknown> => {
		const path = request.url?.replace(/\.json.*$/, '') ?? ''
		if (request.method === 'POST') {
			const { title, raw, category, tags, external_id: externalId } = JSON.parse(await textOf(request)) as { title: string, raw: string, category: number, tags: { name: string }[], external_id: string }
			put(newest + 1, { externalId, title, raw, category, tags: tags.map(({ name }) => name) })
			return postOf(newest, raw)
		}
		const topicId = Number(/^\/t\/(\d+)$/.exec(path)?.[1])
		const topic = topics.get(topicId)
		return path === '/about' ? { about: { version: '2026.8.0' } } : path === '/tags' ? { tags: [] } : path === '/site/settings' ? { max_tags_per_topic: 5 } : topic && topicOf(topicId, topic)
	}
	const server = createServer(async (request, response) => {
		const body = await answer(request)
		response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body ?? { errors: [], error_type: 'not_found' }))
	})
	return { ...await listenLocally(server), put }
}

function postOf(topicId: number, raw: string): Record<string, unknown> {
	return { id: topicId, topic_id: topicId, topic_slug: 't', post_number: 1, post_type: 1, user_id: 1, username: 'emancipasso', name: 'Émancip’Asso', raw, cooked: '<p>Texte</p>', created_at: DATE, updated_at: DATE, version: 1 }
}

function topicOf(id: number, { externalId, title, raw, category, tags }: InstantTopic): Record<string, unknown> {
	return {
		id,
		title,
		slug: 't',
		category_id: category,
		tags: tags.map((name, index) => ({ id: index + 1, name })),
		closed: false,
		archived: false,
		visible: true,
		archetype: 'regular',
		external_id: externalId,
		user_id: 1,
		created_at: DATE,
		posts_count: 1,
		last_posted_at: DATE,
		post_stream: { posts: [postOf(id, raw)], stream: [id] },
	}
}

async function textOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = []
	for await (const chunk of request) {
		chunks.push(chunk as Buffer)
	}
	return Buffer.concat(chunks).toString()
}
