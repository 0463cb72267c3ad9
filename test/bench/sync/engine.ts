/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedPublication } from '@emancipasso/shared/community/need'
import type { Router } from 'express'
import type { Database } from '../../../discourse-connector/src/platform/database.ts'
import type { Rendering } from '../../../discourse-connector/src/sync/topics/desired.ts'

import { ForumClient } from '../../../discourse-connector/src/forum/client.ts'
import { ForumGate } from '../../../discourse-connector/src/forum/gate.ts'
import { hintIntake } from '../../../discourse-connector/src/platform/hint-intake.ts'
import { HintQueue } from '../../../discourse-connector/src/platform/hint-queue.ts'
import { ForumFactsCache } from '../../../discourse-connector/src/sync/forum-facts.ts'
import { createLook } from '../../../discourse-connector/src/sync/look.ts'
import { ForumAccess } from '../../../discourse-connector/src/sync/trouble/access.ts'
import { knownContent } from '../../../discourse-connector/src/sync/webhooks/known-content.ts'
import { webhookInbox } from '../../../discourse-connector/src/sync/webhooks/webhook-inbox.ts'

export const CALLER = { instance: 'instance-1', organisation: 'organisation-1', member: 'member-1' }

export const SECRET = 'un-secret-assez-long'

/** The categories of the sandbox forum. */
export const RENDERING: Rendering = { language: 'fr', categories: { 'technical-help': 5, 'tool-advice': 6, 'provider-search': 7, 'shared-development': 8 } }

/** Far above what is measured: here calls are counted, not held back. */
const CALLS_PER_MINUTE = 10_000_000

/** The synchronisation as a connector runs it, without its timers. */
export interface Engine {
	/** POST /webhooks/discourse. */
	routes: Router
	/** Looks at all that is due. */
	drain(): Promise<void>
}

export interface EngineOptions {
	/** By how many seconds hints, pauses and detection are ahead of the database's clock. */
	clock?: { readonly secondsAhead: number }
	/** Where the forum's webhook points; undefined detects nothing. */
	webhookUrl?: string
	auditCallsPerDay?: number
	concurrency?: number
	/** Told of each call that ended, as `POST /posts.json`. */
	onCall?: (call: string) => void
}

/**
 * Joins a database to a forum.
 *
 * @param database with every table
 * @param forumUrl of a sandbox forum or of what answers like one
 * @param options of the engine
 */
export function joinEngine(database: Database, forumUrl: string, options: EngineOptions = {}): Engine {
	const { clock = { secondsAhead: 0 }, webhookUrl, auditCallsPerDay = 4320, concurrency, onCall } = options
	const gate = new ForumGate(database, { callsPerMinute: CALLS_PER_MINUTE, clock, random: () => 0 })
	const client = new ForumClient({ url: forumUrl, apiKey: 'sandbox-api-key', apiUsername: 'emancipasso', gate, afterCall: ({ method, path }) => onCall?.(`${method} ${path}`) })
	const silent = { info: () => {}, warn: () => {}, error: () => {} }
	const queue = new HintQueue(database, {
		look: createLook({
			database,
			client,
			facts: new ForumFactsCache(client),
			gate,
			access: new ForumAccess({ database, client, gate, categories: RENDERING.categories, log: silent, now: () => Date.now() + clock.secondsAhead * 1000 }),
			rendering: RENDERING,
			detection: webhookUrl === undefined
				? undefined
				: {
						database,
						adminClient: client.as({ apiKey: 'sandbox-api-key', apiUsername: 'system' }),
						categories: RENDERING.categories,
						settings: { pollingOnly: false, webhookUrl, journalSeconds: 300, listsSeconds: 900, pollingSeconds: 60, sweepQuery: 'emancipasso: what changed', auditCallsPerDay },
						log: silent,
						clock,
					},
		}),
		onFailure: (error) => {
			throw error
		},
		clock,
		...(concurrency === undefined ? {} : { concurrency }),
	})
	return {
		routes: webhookInbox({ secrets: [SECRET], intake: hintIntake(database), isKnown: knownContent(database, RENDERING) }),
		drain: () => queue.drain(),
	}
}

/**
 * What an association publishes.
 *
 * @param number that makes its title and text unlike the others
 */
export function publicationOf(number: number): NeedPublication {
	return {
		schemaVersion: 1,
		kind: 'tool-advice',
		title: `Quel agenda partagé pour l’équipe numéro ${number} ?`,
		sections: [
			{ id: 'context', text: `Nous sommes une petite association de quartier, la numéro ${number}.` },
			{ id: 'problem', text: 'Nous nous marchons sur les pieds quand nous réservons la salle.' },
		],
		toolsConcerned: ['Google Agenda'],
		urgency: 'weeks',
		signature: { choice: 'name', text: 'Les Amis du quartier' },
		language: 'fr',
	}
}
