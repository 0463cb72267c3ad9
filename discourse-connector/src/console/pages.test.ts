/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { hostileTexts } from '@emancipasso/shared/community/testing/hostile-texts'
import { describe, expect, test } from 'vitest'
import { recordOf } from '../community/tables.ts'
import { needId, publication } from '../community/testing.ts'
import { InstanceStore } from '../instances/instance-store.ts'
import { withDatabase } from '../platform/testing.ts'
import { consoleRoutes } from './routes.ts'
import { openConsole } from './testing.ts'

const database = withDatabase()

/** What a database takes of a hostile text. */
const texts = Object.entries(hostileTexts).map(([name, text]) => [name, text.replaceAll('\0', '').toWellFormed().slice(0, 20_000)] as const)

/** Every tag and attribute that our own pages are made of. */
const OURS = /^<(?:!doctype html|\/?(?:html|head|meta|title|link|script|body|a|header|div|span|form|button|nav|ul|ol|li|main|h[1-4]|p|section|dl|dt|dd|svg|rect|time|label|input|select|option|textarea|fieldset|legend|table|thead|tbody|tr|th|td|pre|details|summary|strong|em|hr|blockquote))(?: (?:lang|hreflang|charset|name|content|rel|href|src|defer|class|method|action|type|value|id|for|required|autocomplete|autocapitalize|spellcheck|maxlength|rows|role|aria-[a-z]+|scope|tabindex|datetime|title|viewBox|preserveAspectRatio|focusable|width|height|x|y|selected|min|max|formmethod|formaction|data-preview)(?:="[^"<>]*")?)*\/?>$/

describe('texts of strangers in the console', () => {
	test('are inert in every page', { timeout: 120_000 }, async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		for (const [name, text] of texts) {
			const instance = await new InstanceStore(database).add(text)
			await haveSaidEverywhere(instance.id, text)
			for (const { path } of consoleRoutes.filter(({ method }) => method === 'get')) {
				const seen = await visitor.get(path.replace(':uuid', needId(1)).replace(':id', instance.id))
				expect(seen.status, `${path}: ${name}`).toBe(200)
				expect(markup(seen.text).filter((tag) => !OURS.test(tag)), `${path}: ${name}`).toEqual([])
			}
			await forgetEverything(instance.id)
		}
	})

	test('no secret is shown in any page', async () => {
		const console = await openConsole(database, { connect: true })
		const visitor = await console.operator()
		const { id, token } = await new InstanceStore(database).add('Nantes')
		await haveSaidEverywhere(id, 'x')
		await visitor.post('/forum/check', {}, { from: '/forum' })
		const { configuration: { forum }, adminToken } = console.parts
		for (const { method, path } of consoleRoutes) {
			if (method === 'get') {
				const { text } = await visitor.get(path.replace(':uuid', needId(1)).replace(':id', id))
				for (const secret of [token, adminToken, forum?.apiKey, forum?.connectSecret]) {
					expect(text.includes(secret ?? ''), path).toBe(false)
				}
			}
		}
	})
})

describe('the overview', () => {
	test('says in words how things stand', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		await console.publish()
		expect((await visitor.get('/')).words).toMatch(/Queue 1 to check now/)
		await console.drain()
		await database.kysely.insertInto('drift_count').values({ found_by: 'audit', records: 3 }).execute()
		const { words } = await visitor.get('/')

		expect(words).toMatch(/Queue 0 to check now Nothing waits\./)
		expect(words).toMatch(/Nothing keeps calls back\./)
		expect(words).toMatch(/1 of 1 read again within a day/)
		expect(words).toMatch(/Differences found and mended 3 /)
		expect(words).toMatch(/Last webhook never yet/)
	})

	test('asks before many vanished topics are taken for gone', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		const state = { since: new Date().toISOString(), vanished: 12, linked: 40 }
		await database.kysely.insertInto('detection').values({ name: 'vanished', state: JSON.stringify(state) }).execute()
		await database.kysely.insertInto('vanished_topic').values({ record_id: recordOf(needId(1)), why: 'lost', held: true }).execute()
		expect((await visitor.get('/')).words).toMatch(/Many topics vanished.*12 of 40 topics/)

		await visitor.post('/vanished', {}, { from: '/' })
		const { words } = await visitor.get('/')
		expect(words).toContain('Confirmed: 1 topics will be marked as gone.')
		expect(words).not.toContain('Many topics vanished')
	})

	test('says what keeps calls back', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		await console.gate.close({ kind: 'key-refused' })

		expect((await visitor.get('/')).words).toContain('Nothing is asked of the forum: The forum refuses the API key')
	})
})

test('the check of the forum shows what is amiss, and where to mend it', async () => {
	const console = await openConsole(database)
	const visitor = await console.operator()
	expect((await visitor.get('/forum')).words).toContain('was not checked from the console yet')
	await visitor.post('/forum/check', {}, { from: '/forum' })
	const { words, text } = await visitor.get('/forum')

	expect(words).toMatch(/The forum was checked/)
	expect(words).toMatch(/Last check .* by operator’s token/)
	expect(text).toContain(`href="${console.forum.url}/admin`)
})

/** The tags of a page as a browser would read them, links to elsewhere told apart. */
function markup(text: string): string[] {
	return (text.match(/<[!/a-zA-Z][^>]*>?/g) ?? []).map((tag) => /(?:href|src|action)="(?!\/console|#|\?|http:\/\/127\.0\.0\.1)/.test(tag) ? `not ours ${tag}` : tag)
}

/** Puts the text wherever somebody else's is kept. */
async function haveSaidEverywhere(instance: string, text: string): Promise<void> {
	const { kysely } = database
	const said = publication({ title: text, sections: [{ id: 'problem', text }, { id: 'context', text }], toolsConcerned: [text], signature: { choice: 'name', text }, region: { code: 'FR-BRE', label: text } })
	const stored = JSON.stringify(said)
	await kysely.insertInto('need').values({ id: needId(1), instance_id: instance, organisation_id: text.slice(0, 200), revision: 1, kind: 'tool-advice', status: 'held', publication: stored }).execute()
	await kysely.insertInto('organisation').values({ instance_id: instance, organisation_id: text.slice(0, 200) }).execute()
	await kysely.insertInto('topic_link').values({
		record_id: recordOf(needId(1)),
		need_id: needId(1),
		topic_id: 7,
		topic_url: 'http://127.0.0.1/t/7',
		state: 'gone',
		problem: JSON.stringify({ fr: text, en: text }),
		problem_kind: 'deleted',
		moderator_reason: text,
		conflict: JSON.stringify({ fields: ['title', 'body'], base: { title: text, body: text }, corrections: 0 }),
	}).execute()
	await kysely.insertInto('posted_reply').values({ id: needId(2), need_id: needId(1), instance_id: instance, organisation_id: text.slice(0, 200), name: text, text, revision: 1, status: 'published', state: 'linked', post_id: 8 }).execute()
	await kysely.insertInto('hint').values({ record: recordOf(needId(1)), reason: text, priority: 0 }).execute()
	await kysely.insertInto('console_forum_check').values({ id: 1, who: text, findings: JSON.stringify([{ id: 'x', mark: 'problem', blocks: true, sentence: { fr: text, en: text }, place: { label: { fr: text, en: text }, path: '/admin' } }]) }).execute()
	await kysely.insertInto('action_log').values({ who: text, action: text, target: text }).execute()
	await kysely.insertInto('topic_mapping').values({ part: 'tag', name: 'tool-advice', value: text }).execute()
}

async function forgetEverything(instance: string): Promise<void> {
	for (const table of ['topic_link', 'need', 'hint', 'console_forum_check', 'action_log', 'topic_mapping'] as const) {
		await database.kysely.deleteFrom(table).execute()
	}
	await database.kysely.deleteFrom('instance').where('id', '=', instance).execute()
}
