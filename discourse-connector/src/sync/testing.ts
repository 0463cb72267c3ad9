/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedPublication } from '@emancipasso/shared/community/need'
import type { Topic } from '../../sandbox-forum/state/model.ts'
import type { ForumUnderTest } from '../../sandbox-forum/testing.ts'
import type { ForumClient, ForumClientOptions } from '../forum/client.ts'
import type { ForumFailure } from '../forum/outcome.ts'
import type { DetectionConfiguration } from '../platform/configuration.ts'
import type { TestDatabase } from '../platform/testing.ts'
import type { Rendering } from './topics/desired.ts'
import type { Link } from './topics/link-store.ts'

import { randomUUID } from 'node:crypto'
import { forumUnderTest } from '../../sandbox-forum/testing.ts'
import { NeedStore } from '../community/need-store.ts'
import { recordOf } from '../community/tables.ts'
import { ForumGate } from '../forum/gate.ts'
import { clientOf } from '../forum/testing.ts'
import { HintQueue } from '../platform/hint-queue.ts'
import { ForumFactsCache } from './forum-facts.ts'
import { createLook } from './look.ts'
import { readLink } from './topics/link-store.ts'
import { ForumAccess } from './trouble/access.ts'

const CALLER = { instance: 'instance-1', organisation: 'organisation-1', member: 'member-1' }

/** After so many days copies of replies that nobody reads are dropped. */
export const REPLIES_KEPT_DAYS = 180

/** All that may happen to a call that creates something on the forum, once. */
export const creationFaults = [
	'lose-reply',
	'gateway-after',
	'cut-body',
	'refuse',
	'gateway',
	'unavailable',
	'challenge',
	'server-error',
	'read-only',
	'rate-limit',
	'rate-limit-address',
	'redirect',
] as const

/** The categories of the sandbox forum. */
export const RENDERING: Rendering = { language: 'fr', categories: { 'technical-help': 5, 'tool-advice': 6, 'provider-search': 7, 'shared-development': 8 } }

/** What an association publishes. */
export const PUBLICATION: NeedPublication = {
	schemaVersion: 1,
	kind: 'tool-advice',
	title: 'Quel agenda partagé pour douze bénévoles ?',
	sections: [
		{ id: 'context', text: 'Nous sommes une petite association de quartier.' },
		{ id: 'problem', text: 'Nous nous marchons sur les pieds quand nous réservons la salle.' },
	],
	toolsConcerned: ['Google Agenda'],
	urgency: 'weeks',
	signature: { choice: 'name', text: 'Les Amis du quartier' },
	language: 'fr',
}

/** A community joined to a sandbox forum. */
export interface JoinedForum {
	forum: ForumUnderTest
	/** What calls the forum. */
	client: ForumClient
	needs: NeedStore
	gate: ForumGate
	/** What the operator is told. */
	told: string[]
	access: ForumAccess
	troubles: ForumFailure[]
	/** Records at which the forum failed although it answers otherwise. */
	recordTroubles: string[]
	/** Calls made to the forum so far, as `POST /posts.json`. */
	calls: string[]
	/** What made us look when a difference was found that nobody had told of. */
	drifts: string[]
	/** Publishes a need; returns its uuid. */
	publish(changes?: Partial<NeedPublication>, uuid?: string): Promise<string>
	correct(uuid: string, changes: Partial<NeedPublication>): Promise<void>
	withdraw(uuid: string): Promise<void>
	/** Looks at everything that is due. */
	drain(): Promise<void>
	link(uuid: string): Promise<Link>
	/** The topics that the forum has for the need. */
	topics(uuid: string): Topic[]
	/** Moves the clocks of hints and pause. */
	pass(seconds: number): void
}

/**
 * Joins the test's database to a forum of its own.
 *
 * @param database of the test
 * @param options of the forum
 * @param options.callsPerMinute that it is asked; so many without that no test waits
 * @param client otherwise than usual
 * @param detection of what no webhook told; none without
 * @param bornSince when people's own topics become needs; never without
 */
export async function joinForum(database: TestDatabase, { callsPerMinute = 6000, ...options }: Parameters<typeof forumUnderTest>[0] & { callsPerMinute?: number } = {}, client: Partial<ForumClientOptions> = {}, detection?: DetectionConfiguration, bornSince?: Date): Promise<JoinedForum> {
	const forum = await forumUnderTest(options)
	const clock = { secondsAhead: 0 }
	const gate = new ForumGate(database, { callsPerMinute, clock, random: () => 0 })
	const told: string[] = []
	const tell = (_details: unknown, sentence?: string) => told.push(sentence ?? '')
	const troubles: ForumFailure[] = []
	const recordTroubles: string[] = []
	const calls: string[] = []
	const drifts: string[] = []
	const forumClient = clientOf(forum, {
		gate,
		...client,
		afterCall: (call, status) => {
			calls.push(`${call.method} ${call.path}`)
			client.afterCall?.(call, status)
		},
	})
	const access = new ForumAccess({ database, client: forumClient, gate, categories: RENDERING.categories, log: { warn: tell, error: tell }, now: () => Date.now() + clock.secondsAhead * 1000 })
	const needs = new NeedStore(database, { heldPublications: 0, publicationsPerDay: 1000 })
	const queue = new HintQueue(database, {
		look: createLook({
			database,
			client: forumClient,
			facts: new ForumFactsCache(forumClient),
			gate,
			access,
			rendering: RENDERING,
			bornSince,
			repliesKeptDays: REPLIES_KEPT_DAYS,
			onTrouble: (failure) => troubles.push(failure),
			onRecordTrouble: (_failure, record) => recordTroubles.push(record),
			onDrift: (finder) => drifts.push(finder),
			onAlarm: () => told.push('Many topics vanished'),
			detection: detection && {
				database,
				adminClient: forumClient.as({ apiKey: 'sandbox-api-key', apiUsername: 'system' }),
				categories: RENDERING.categories,
				settings: detection,
				log: { info: tell, warn: tell, error: tell },
				clock,
			},
		}),
		onFailure: (error) => {
			throw error
		},
		clock,
	})
	return {
		forum,
		client: forumClient,
		needs,
		gate,
		told,
		access,
		troubles,
		recordTroubles,
		calls,
		drifts,
		publish: async (changes = {}, uuid = randomUUID()) => {
			await needs.put(CALLER, uuid, { ...PUBLICATION, ...changes }, { create: true })
			return uuid
		},
		correct: async (uuid, changes) => {
			const need = await needs.read(CALLER, uuid)
			await needs.put(CALLER, uuid, { ...need.publication, ...changes }, { revision: need.revision })
		},
		withdraw: async (uuid) => {
			await needs.withdraw(CALLER, uuid)
		},
		drain: () => queue.drain(),
		link: (uuid) => readLink(database.kysely, recordOf(uuid)),
		topics: (uuid) => forum.state.data.topics.filter((topic) => topic.externalId === recordOf(uuid)),
		pass: (seconds) => {
			clock.secondsAhead += seconds
			forum.pass(seconds)
		},
	}
}
