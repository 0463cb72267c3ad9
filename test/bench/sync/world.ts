/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedPublication } from '@emancipasso/shared/community/need'
import type { Person } from '../../../discourse-connector/sandbox-forum/people.ts'
import type { SandboxForum } from '../../../discourse-connector/sandbox-forum/sandbox-forum.ts'
import type { Post, Topic } from '../../../discourse-connector/sandbox-forum/state/model.ts'
import type { Database } from '../../../discourse-connector/src/platform/database.ts'
import type { Fields, Version } from './oracle.ts'

import express from 'express'
import { createServer } from 'node:http'
import { person } from '../../../discourse-connector/sandbox-forum/people.ts'
import { createSandboxForum } from '../../../discourse-connector/sandbox-forum/sandbox-forum.ts'
import { NeedStore } from '../../../discourse-connector/src/community/need-store.ts'
import { recordOf } from '../../../discourse-connector/src/community/tables.ts'
import { leaveHint, Priority } from '../../../discourse-connector/src/platform/hints.ts'
import { desiredOf } from '../../../discourse-connector/src/sync/topics/desired.ts'
import { listenLocally } from '../../support/local-server.ts'
import { CALLER, joinEngine, RENDERING, SECRET } from './engine.ts'
import { publishNeeds } from './publish-needs.ts'
import { stores } from './stores.ts'

/** What is asked of a forum once an hour whatever happens, and counted apart. */
const FACTS = /^GET \/(?:about|tags|site\/settings)\.json$/

/** Longer than webhooks are gathered. */
const SETTLE_SECONDS = 5

/** A need and its topic. */
export interface Linked { uuid: string, topic: Topic, first: Post }

/** A database joined to a sandbox forum of one generation; time passes only when it is told to. */
export interface SyncWorld {
	version: Version
	database: Database
	forum: SandboxForum
	/** A moderator. */
	marie: Person
	/** Publishes needs; nothing is sent yet. */
	publish(count: number): Promise<string[]>
	correct(uuid: string, change: (publication: NeedPublication) => NeedPublication): Promise<void>
	/** Publishes needs and lets all come to rest. */
	linked(count: number): Promise<Linked[]>
	/** What the topic of a need should say. */
	wanted(uuid: string): Promise<Fields>
	pass(seconds: number): void
	drain(): Promise<void>
	/** Waits for webhooks, lets a moment pass and looks at what they led to, until nothing comes any more. */
	settle(): Promise<void>
	/** One run of detection, and the looks that it led to. */
	detect(...names: ('detect-journal' | 'detect-lists' | 'audit-topics')[]): Promise<void>
	/** Whether webhooks arrive; what does not is in the journal as failed. */
	hears: boolean
	/** Calls since it was asked last, and of them those for what is asked once an hour. */
	count(): { work: number, facts: number }
	/** The calls themselves, since they were counted last. */
	calls: readonly string[]
	close(): Promise<void>
}

/**
 * Opens a world.
 *
 * @param version of the forum
 * @param auditCallsPerDay otherwise than usual
 */
export async function openWorld(version: Version, auditCallsPerDay?: number, store = stores[0]!): Promise<SyncWorld> {
	const { database, close } = await store.open()
	const clock = { secondsAhead: 0 }
	let heard = express.Router()
	let hears = true
	const receiver = createServer(express().use((_request, response, next) => {
		if (hears) {
			next()
		} else {
			response.status(503).end()
		}
	}, (request, response, next) => heard(request, response, next)))
	const heardAt = await listenLocally(receiver)
	const webhookUrl = `${heardAt.url}/webhooks/discourse`
	const forum = createSandboxForum({ version, limits: { adminPerMinute: null }, webhookUrl, webhookSecret: SECRET, now: () => new Date(Date.now() + clock.secondsAhead * 1000) })
	const calls: string[] = []
	const { drain, routes } = joinEngine(database, await forum.listen(), { clock, webhookUrl, onCall: (call) => calls.push(call), ...(auditCallsPerDay === undefined ? {} : { auditCallsPerDay }) })
	heard = routes
	const needs = new NeedStore(database, { heldPublications: 0, publicationsPerDay: 1_000_000 })
	let published = 0
	const pass = (seconds: number) => {
		clock.secondsAhead += seconds
	}
	const publish = (count: number) => publishNeeds(database, Array.from({ length: count }, () => ++published))
	const settle = async () => {
		for (let round = 0; round < 2; round++) {
			await forum.webhooks.idle()
			pass(SETTLE_SECONDS)
			await drain()
		}
	}
	const linkedOf = (uuid: string): Linked[] => {
		const topic = forum.state.topicByExternalId(recordOf(uuid))
		const first = topic && forum.state.postsOf(topic.id).find(({ postNumber }) => postNumber === 1)
		return topic === undefined || first === undefined ? [] : [{ uuid, topic, first }]
	}
	return {
		version,
		database,
		forum,
		marie: person(forum.forum, 'Marie', 'moderator'),
		publish,
		correct: async (uuid, change) => {
			const { publication, revision } = await needs.read(CALLER, uuid)
			await needs.put(CALLER, uuid, change(publication), { revision })
		},
		linked: async (count) => {
			const uuids = await publish(count)
			await drain()
			await settle()
			calls.length = 0
			return uuids.flatMap(linkedOf)
		},
		wanted: async (uuid) => {
			const fields = await desiredOf(database.kysely, uuid, RENDERING, false)
			if (fields === null) {
				throw new Error(`There is no need ${uuid}.`)
			}
			return fields
		},
		pass,
		drain,
		settle,
		detect: async (...names) => {
			for (const name of names) {
				await leaveHint(database.kysely, name, 'bench', Priority.person)
				await drain()
				// It would come again by itself, when nobody counts on it.
				await database.kysely.deleteFrom('hint').where('record', '=', name).execute()
			}
		},
		get hears() {
			return hears
		},
		set hears(value) {
			hears = value
		},
		count: () => {
			const facts = calls.filter((call) => FACTS.test(call)).length
			const work = calls.length - facts
			calls.length = 0
			return { work, facts }
		},
		calls,
		close: async () => {
			await forum.close()
			await heardAt.close()
			await close()
		},
	}
}
