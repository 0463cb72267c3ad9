/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { forumUnderTest, TOPIC } from './testing.ts'

const DOCUMENT = new URL('../../../shared/discourse/openapi.json', import.meta.url)

interface Schema { type?: string | string[], properties?: Record<string, Schema>, required?: string[], items?: Schema }

/** Where Discourse's own document is wrong or shows one lucky example: null though it says text, and the like. */
const LOOSE = new Set(['reply_to_post_number', 'unpinned', 'bookmarked', 'liked', 'image_url', 'deleted_by', 'reviewable_id', 'flair_group_id', 'topic_timer', 'draft', 'permission', 'stream'])
/** What only a whole forum has: its menus, themes, flags and people's own settings. */
const BEYOND = /^\/site\.json (?!categories)|^\/categories\.json subcategory_list/

function faults(value: unknown, schema: Schema, path: string): string[] {
	const types = [schema.type ?? []].flat()
	const actual = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
	const fits = types.length === 0 || types.some((type) => type === actual || (actual === 'number' && (type === 'integer' ? Number.isInteger(value) : type === 'number')))
	if (!fits) {
		return LOOSE.has(path.split('.').at(-1) ?? '') ? [] : [`${path} is ${actual}, not ${types.join(' or ')}`]
	}
	if (Array.isArray(value)) {
		return value.flatMap((element) => faults(element, schema.items ?? {}, path))
	}
	if (typeof value !== 'object' || value === null) {
		return []
	}
	const entries = new Map(Object.entries(value))
	return [
		...(schema.required ?? []).filter((name) => !entries.has(name)).map((name) => `${path}.${name} is missing`),
		...Object.entries(schema.properties ?? {}).flatMap(([name, property]) => entries.has(name) ? faults(entries.get(name), property, `${path}.${name}`) : []),
	]
}

describe.skipIf(!existsSync(DOCUMENT))('Discourse’s own OpenAPI document (skipped where it is absent)', () => {
	const paths = existsSync(DOCUMENT) ? JSON.parse(readFileSync(DOCUMENT, 'utf8')).paths : {}

	it.each([
		['POST', '/posts.json', '/posts.json'],
		['GET', '/posts.json', '/posts.json'],
		['GET', '/posts/{id}.json', '/posts/POST.json'],
		['PUT', '/posts/{id}.json', '/posts/POST.json'],
		['GET', '/t/{id}.json', '/t/TOPIC.json'],
		['GET', '/t/{id}/posts.json', '/t/TOPIC/posts.json'],
		['PUT', '/t/-/{id}.json', '/t/-/TOPIC.json'],
		['PUT', '/t/{id}/status.json', '/t/TOPIC/status.json'],
		['GET', '/latest.json', '/latest.json'],
		['GET', '/c/{slug}/{id}.json', '/c/tool-advice/6.json'],
		['GET', '/categories.json', '/categories.json'],
		['GET', '/site.json', '/site.json'],
		['GET', '/tags.json', '/tags.json'],
		['GET', '/tag_groups.json', '/tag_groups.json'],
		['POST', '/tag_groups.json', '/tag_groups.json'],
		['GET', '/search.json', '/search.json?q=agenda'],
	])('describes the answer to %s %s', async (method, documented, path) => {
		const { call } = await forumUnderTest()
		const created = await call('POST', '/posts.json', TOPIC)
		await call('POST', '/posts.json', { topic_id: created.body.topic_id, raw: 'Une réponse tout à fait correcte.' })
		const bodies: Record<string, unknown> = {
			'POST /posts.json': { ...TOPIC, title: 'Un second sujet bien distinct', external_id: 'need-2' },
			'PUT /posts/{id}.json': { post: { raw: `${TOPIC.raw} Encore.` } },
			'PUT /t/-/{id}.json': { title: 'Un titre entièrement neuf' },
			'PUT /t/{id}/status.json': { status: 'closed', enabled: 'true' },
			'POST /tag_groups.json': { name: 'Nature', tags: ['un', 'deux'] },
		}
		const actual = path.replace('TOPIC', String(created.body.topic_id)).replace('POST', String(created.body.id))
		const reply = await call(method, actual, bodies[`${method} ${documented}`])
		expect(reply.status).toBe(200)
		const schema = paths[documented][method.toLowerCase()].responses['200'].content['application/json'].schema
		const found = faults(reply.body, schema, '').filter((fault) => !BEYOND.test(`${documented} ${fault.replace(/^\./, '')}`))
		expect(found).toEqual([])
	})
})
