/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Router } from 'express'
import type { Registry } from 'prom-client'
import type { DetectionConfiguration, ForumConfiguration } from '../platform/configuration.ts'
import type { Database } from '../platform/database.ts'
import type { Log } from '../platform/log.ts'
import type { LookParts } from './look.ts'

import { ForumClient } from '../forum/client.ts'
import { ForumGate } from '../forum/gate.ts'
import { hintIntake } from '../platform/hint-intake.ts'
import { HintQueue } from '../platform/hint-queue.ts'
import { beginDetection } from './detection/detect.ts'
import { DetectionTally } from './detection/metrics.ts'
import { ForumFactsCache } from './forum-facts.ts'
import { createLook } from './look.ts'
import { ForumAccess } from './trouble/access.ts'
import { knownContent } from './webhooks/known-content.ts'
import { webhookInbox } from './webhooks/webhook-inbox.ts'

/** How long calls under way may take when the process ends. What they leave unknown is found out at the next start. */
const LAST_CALLS_MS = 1000

/** What joins the community to its forum. */
export interface Synchronisation {
	/** POST /webhooks/discourse, for the connector's root. It reads raw bytes: mount it before any body parser. */
	routes: Router
	/** What may be asked of the forum now, for metrics and the console. */
	gate: ForumGate
	/** Shows in the metrics what was heard and found. */
	measure(registry: Registry): void
	/** Begins to look at what is hinted at. */
	start(): Promise<void>
	/** Ends the looks under way and begins no more. */
	stop(): Promise<void>
	/** Looks at everything that is due now; for tests and commands. */
	drain(): Promise<void>
}

/** Pages of the connector that anybody can read. */
export interface PublicPages {
	/** Of a need. */
	needUrl?: (uuid: string) => string
	/** How answers from clouds come about. */
	howUrl?: string
}

/**
 * Puts the synchronisation together.
 *
 * @param database of the records
 * @param forum how to reach it
 * @param log told of troubles
 * @param pages addresses that posts on the forum lead to, where there are any
 */
export function createSynchronisation(database: Database, forum: ForumConfiguration, log: Pick<Log, 'info' | 'warn' | 'error'>, pages: PublicPages = {}): Synchronisation {
	const gate = new ForumGate(database, { callsPerMinute: forum.callsPerMinute })
	const [ending, cut] = [new AbortController(), new AbortController()]
	const client = new ForumClient({
		url: forum.url,
		apiKey: forum.apiKey,
		apiUsername: forum.apiUsername,
		signal: cut.signal,
		gate,
	})
	const { howUrl, needUrl } = pages
	const rendering = { language: forum.language, categories: forum.categories, ...(needUrl === undefined ? {} : { needUrl }) }
	const tally = new DetectionTally(database)
	const access = new ForumAccess({ database, client, gate, categories: forum.categories, log })
	const queue = new HintQueue(database, {
		...(forum.leaseSeconds === undefined ? {} : { leaseSeconds: forum.leaseSeconds }),
		look: createLook({
			database,
			client,
			facts: new ForumFactsCache(client),
			gate,
			access,
			ending: ending.signal,
			rendering,
			howUrl,
			bornSince: forum.bornSince,
			repliesKeptDays: forum.repliesKeptDays,
			detection: detectionOf(database, forum, client, log),
			onTrouble: (failure, record) => log.warn({ record, kind: failure.kind, effect: failure.effect, status: failure.status }, 'A call to the forum failed'),
			onRecordTrouble: (failure, record) => log.error({ record, call: failure.call, status: failure.status }, 'The forum answers, but it fails each time at this record: its admins find the error in its log (/logs). It is tried again more and more rarely; the other records are not concerned'),
			onDrift: (finder) => tally.drifted(finder),
			onAlarm: (alarm) => log.error(alarm, 'Many topics vanished from the forum at once, so none is marked as gone: the bot may have lost a right, or the forum was restored. Mend that and they come back by themselves; if they are gone, “npm run connector -- topics confirm-gone” says so'),
		}),
		onFailure: (error, { record, failures }) => log.error({ err: error, record, failures }, 'Looking at a record failed'),
	})
	return {
		routes: webhookInbox({
			secrets: forum.webhookSecrets,
			intake: hintIntake(database),
			isKnown: knownContent(database, rendering),
			onDelivery: (outcome) => tally.delivered(outcome),
		}),
		measure: (registry) => tally.measure(registry),
		gate,
		start: async () => {
			await access.start()
			if (forum.detection !== undefined) {
				await beginDetection(database.kysely)
				sayHowItHears(forum.detection, log)
			}
			await queue.start()
		},
		stop: async () => {
			ending.abort()
			gate.end()
			const timer = setTimeout(() => cut.abort(), LAST_CALLS_MS)
			await queue.stop()
			clearTimeout(timer)
		},
		drain: () => queue.drain(),
	}
}

/**
 * What detection works with.
 *
 * @param database of the records
 * @param forum how to reach it
 * @param client of the bot
 * @param log told of troubles
 */
function detectionOf(database: Database, forum: ForumConfiguration, client: ForumClient, log: Pick<Log, 'info' | 'warn' | 'error'>): LookParts['detection'] {
	return forum.detection && {
		database,
		adminClient: forum.reader ? client.as(forum.reader) : client,
		categories: forum.categories,
		settings: forum.detection,
		log,
	}
}

function sayHowItHears({ pollingOnly, pollingSeconds }: DetectionConfiguration, log: Pick<Log, 'info'>): void {
	if (pollingOnly) {
		log.info({ seconds: pollingSeconds }, 'No webhook is expected: the forum is asked for what changed')
	}
}
