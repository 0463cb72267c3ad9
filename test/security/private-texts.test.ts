/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Organisation } from '@emancipasso/shared/contract/app-api'
import type { SavedFile } from '@emancipasso/shared/contract/app-files'
import type { RecordedCall, RecordingProxy } from './recording-proxy.ts'

import { AnswerText } from '@emancipasso/shared/community/answer'
import { NeedDraft } from '@emancipasso/shared/community/need'
import { canonicalText, toPublication } from '@emancipasso/shared/community/publication'
import { NeedWithReplies } from '@emancipasso/shared/contract/app-api'
import { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import { connectorApi, connectorApiBase } from '@emancipasso/shared/contract/connector-api'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { loadExamples } from '../../demo/provision.ts'
import { AppClient } from '../contract/app-client.ts'
import { join as joinConnector } from '../contract/connection.ts'
import { at } from '../contract/scene.ts'
import { startStack } from '../support/stack.ts'
import { databaseText } from './database-text.ts'
import { fillTexts } from './fill-texts.ts'
import { Marks } from './marks.ts'
import { holdWorkshops, keepEverything, makeOrganisation, savePaper } from './private-texts.ts'
import { startRecordingProxy } from './recording-proxy.ts'

/** What this host never asks: the directory is read from its pack, replies come with their need, and nobody leaves it. */
const notAskedHere = ['searchProviders', 'readProvider', 'listReplies', 'eraseMember']

/** Typed in every private field. */
const secret = new Marks()
/** Typed where even the cloud must not keep it: names in a workshop without names, and words where options are asked. */
const unkept = new Marks()
/** The control: typed in every field that is published. */
const open = new Marks('Un mot pour tout le monde. ')

const need = randomUUID()
let ours: Organisation
let paper: SavedFile
let proxy: RecordingProxy
let stop: () => Promise<void>
let kept = { cloud: '', database: '', files: '', log: '', cloudLog: '', forum: '' }

beforeAll(async () => {
	const stack = await startStack({ env: { LOG_LEVEL: 'trace' } })
	proxy = await startRecordingProxy(stack.connector)
	stop = async () => {
		await proxy.close()
		await stack.close()
	}
	const client = new AppClient({
		base: stack.preview,
		headers: async (user) => ({ Authorization: `Basic ${btoa(`${user}:${user}`)}` }),
		connector: { url: proxy.url, token: stack.instanceToken },
		instance: async () => '',
		hideGroup: async () => {},
		close: stop,
	})
	await joinConnector({ client }, client.app.connector!)
	ours = await makeOrganisation(client, secret)
	await keepEverything(client, ours.id, secret)
	await holdWorkshops(client, ours.id, secret, unkept)
	paper = await savePaper(client, ours.id, secret)
	await loadExamples(stack.world)
	await liveWithConnector(client)

	const { folder } = stack.world
	await stack.killConnector()
	const read = (file: string) => readFileSync(join(folder, file), 'utf8')
	kept = {
		cloud: read('preview.json'),
		database: await databaseText(join(folder, 'connector')),
		files: bytesIn(join(folder, 'connector')),
		log: read('connector.log'),
		cloudLog: read('preview.log'),
		forum: read('forum.json') + read('forum.log'),
	}
})

afterAll(async () => await stop?.())

/** Does all that the app does with its connector. */
async function liveWithConnector(client: AppClient): Promise<void> {
	const theirs = await client.call('sasha', 'createOrganisation', { body: { name: open.make('other organisation'), membersGroup: 'autre-asso', managersGroup: 'autre-asso', publishersGroup: 'autre-asso' } })
	const other = (theirs.data as { id: string }).id
	const done = async (user: 'camille' | 'sasha' | 'admin', operation: string, options = {}) => expect((await client.call(user, operation, options)).status, operation).toBeLessThan(300)
	await done('admin', 'testConnection')
	await done('admin', 'refreshPacks')

	const draft = fillTexts(NeedDraft, 'published need', open, { '.budgetHint': secret.make('budget of the published need'), '.signature': { choice: 'anonymous', text: secret.make('signature that is not shown') } })
	const publication = canonicalText(toPublication(draft, { name: ours.name }))
	const publish = async (id: string) => {
		await client.data(StoredDocument, 'camille', 'createDocument', { parameters: { organisation: ours.id }, body: { id, kind: 'need', title: secret.make('title of the document of a published need'), status: 'draft', document: draft } })
		await done('camille', 'approvePublication', { ...at(ours.id, id), body: { publication } })
		await done('camille', 'publish', { ...at(ours.id, id), body: { publication } })
	}
	const [withdrawn, erased] = [randomUUID(), randomUUID()]
	for (const id of [need, withdrawn, erased]) {
		await publish(id)
	}
	await done('camille', 'withdrawPublication', at(ours.id, withdrawn))
	await done('camille', 'erasePublication', at(ours.id, erased))
	await done('camille', 'listCommunityNeeds', { parameters: { organisation: ours.id } })

	const reply = { parameters: { organisation: other, id: need, reply: randomUUID() } }
	await done('sasha', 'supportNeed', at(other, need))
	await done('sasha', 'putReply', { ...reply, body: { ...fillTexts(AnswerText, 'answer', open), revision: null } })
	await done('sasha', 'listAnswers', { parameters: { organisation: other } })
	await done('sasha', 'withdrawSupport', at(other, need))
	await done('sasha', 'withdrawReply', reply)
	await client.call('camille', 'answerConflict', { ...at(ours.id, need), body: { keep: 'ours' } })
	await vi.waitFor(async () => expect((await client.data(NeedWithReplies, 'camille', 'readCommunityNeed', at(ours.id, need))).need.link.topicUrl).toBeDefined(), { timeout: 60_000, interval: 200 })
	await done('sasha', 'deleteOrganisation', { parameters: { organisation: other } })
}

describe('the test itself', () => {
	test('typed a text in every private field, and the cloud kept each', () => {
		expect(secret.places.length).toBeGreaterThan(300)
		expect(secret.placesIn(kept.cloud + JSON.stringify(paper)).sort()).toEqual(secret.places.sort())
	})

	test('did all that the app does with its connector', () => {
		const asked = Object.entries(connectorApi).filter(([, route]) => proxy.calls.some((call) => isOf(route, call))).map(([operation]) => operation)
		expect([...asked, ...notAskedHere].sort()).toEqual(Object.keys(connectorApi).sort())
	})

	test('finds what was published in the traffic, in the database and on the forum, and its need in the log', () => {
		const published = open.places.filter((place) => place.startsWith('published need'))
		expect(published.length).toBeGreaterThan(4)
		for (const text of [traffic(), kept.database, kept.files, kept.forum]) {
			expect(open.placesIn(text)).toEqual(expect.arrayContaining(published))
		}
		// No text of a person is ever logged; the need is named.
		expect(kept.log).toContain(need)
	})
})

describe('a workshop without names', () => {
	test('keeps no name and no words that somebody sent all the same, nor who sent what, anywhere', () => {
		expect(unkept.places.filter((place) => place.endsWith('.name'))).toHaveLength(3)
		expect(unkept.places.length).toBeGreaterThan(300)
		expect(unkept.placesIn([kept.cloud, kept.cloudLog, kept.database, kept.files, kept.log, kept.forum, traffic()].join('\n'))).toEqual([])
		const { workshops } = JSON.parse(kept.cloud) as { workshops: { anonymous: boolean, responses: object[] }[] }
		const responses = workshops.filter(({ anonymous }) => anonymous).flatMap((workshop) => workshop.responses)
		expect(responses).toHaveLength(3)
		for (const response of responses) {
			expect(response).toEqual({ id: expect.any(String) as string, answers: expect.any(Object) as object, name: null, day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string })
		}
	})
})

describe('what is typed in a private field', () => {
	test('never passes between the cloud and the connector', () => {
		expect(secret.placesIn(traffic())).toEqual([])
	})

	test('is nowhere in the database of the connector, nor in its files', () => {
		expect(secret.placesIn(kept.database)).toEqual([])
		expect(secret.placesIn(kept.files)).toEqual([])
	})

	test('is in no log of the connector or of the cloud', () => {
		expect(secret.placesIn(kept.log)).toEqual([])
		expect(secret.placesIn(kept.cloudLog)).toEqual([])
	})

	test('is nowhere on the forum', () => {
		expect(secret.placesIn(kept.forum)).toEqual([])
	})
})

function traffic(): string {
	return proxy.calls.map(({ text }) => text).join('\n')
}

function isOf(route: { method: string, path: string }, { method, path }: RecordedCall): boolean {
	const pattern = (connectorApiBase + route.path).replaceAll(/\{\w+\}/g, '[^/?]+')
	return method === route.method && new RegExp(`^${pattern}(?:\\?|$)`).test(path)
}

/** The bytes of all files of a folder, so that rows which are gone from the tables are read as well. */
function bytesIn(folder: string): string {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
	return files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1')).join('\n')
}
