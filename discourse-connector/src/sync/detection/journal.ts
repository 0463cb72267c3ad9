/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Delivery } from '../../forum/web-hook-journal.ts'
import type { Look, Verdict } from '../../platform/hint-queue.ts'
import type { DetectionParts } from './parts.ts'
import type { JournalState } from './state-store.ts'

import { ForumFailure } from '../../forum/outcome.ts'
import { OversizedReply } from '../../forum/reply-body.ts'
import { readHooks, readJournal } from '../../forum/web-hook-journal.ts'
import { leaveHints, Priority } from '../../platform/hints.ts'
import { linkedTopics } from './linked-topics.ts'
import { databaseSeconds, readState, writeState } from './state-store.ts'

/** The forum switches a hook off in silence, so it is looked at even while all is well. */
const CHECK_SECONDS = 3600
/** Where there is no journal to read, somebody may give us one. */
const RETRY_SECONDS = 900
/** A delivery is written down when it begins and may fail long after younger ones. */
const OVERLAP_MS = 10 * 60_000
const EVERYTHING = new Date(0).toISOString()

const WORDS = {
	'not-allowed': 'The forum’s journal of webhooks cannot be read with this key: it takes an admin’s key that may read everything (DISCOURSE_READ_API_KEY). What a webhook did not bring is found by lists and the audit instead',
	'no-hook': 'The forum has no webhook that points here, so nothing is heard at once. Lists and the audit find what changes; make the webhook at Admin, Advanced, Webhooks',
	'switched-off': 'The forum’s webhook is switched off, so nothing is heard at once. Lists and the audit find what changes; switch it on at Admin, Advanced, Webhooks',
} as const

const FRESH: JournalState = { trouble: null, hookId: null, checkedAt: 0, upTo: null, handled: [] }

/**
 * Reads the forum's own journal of what it sent us, and hints at what we did not take.
 *
 * @param parts of detection
 * @param look at `detect-journal`
 * @throws {ForumFailure} for troubles of the whole forum
 */
export async function detectFromJournal(parts: DetectionParts, look: Look): Promise<Verdict> {
	if (parts.settings.pollingOnly) {
		return 'done'
	}
	const { kysely } = parts.database
	const before = await readState(kysely, 'journal') ?? FRESH
	const hooked = await withHook(parts, before)
	const { state, deliveries } = hooked.hookId === null ? { state: hooked, deliveries: [] } : await readOn(parts, hooked, hooked.hookId)
	if (state.trouble !== null && state.trouble !== before.trouble) {
		parts.log.warn({ webhook: parts.settings.webhookUrl }, WORDS[state.trouble])
	}
	const reasons = new Map(deliveries.flatMap(({ taken, event }) => taken || event === null ? [] : [[event.topicId, `journal ${event.event}`]]))
	await look.assertMine()
	await kysely.transaction().execute(async (transaction) => {
		await writeState(transaction, 'journal', state, state.trouble === null)
		const links = await linkedTopics(transaction, [...reasons.keys()])
		await leaveHints(transaction, [...reasons].map(([id, reason]) => ({ record: links.get(id)?.record ?? `topic-${id}`, reason, priority: Priority.detection })))
	})
	return { lookAgainAfterSeconds: state.trouble === null || state.trouble === 'switched-off' ? parts.settings.journalSeconds : RETRY_SECONDS, reason: 'journal' }
}

/**
 * Finds our hook among the forum's, and whether it works.
 *
 * @param parts of detection
 * @param before what was known
 */
async function withHook(parts: DetectionParts, before: JournalState): Promise<JournalState> {
	const now = await databaseSeconds(parts.database.kysely, parts.clock)
	if (before.trouble === null && before.hookId !== null && now - before.checkedAt < CHECK_SECONDS) {
		return before
	}
	const hooks = await unlessNotAllowed(readHooks(parts.adminClient))
	if (hooks === null) {
		return { ...before, trouble: 'not-allowed', hookId: null, checkedAt: now }
	}
	const hook = hooks.find(({ payloadUrl }) => payloadUrl.replace(/\/+$/, '') === parts.settings.webhookUrl)
	if (hook === undefined) {
		return { ...before, trouble: 'no-hook', hookId: null, checkedAt: now }
	}
	const known = hook.id === before.hookId || before.hookId === null ? before : { ...before, upTo: EVERYTHING, handled: [] }
	return { ...known, trouble: hook.active ? null : 'switched-off', hookId: hook.id, checkedAt: now }
}

/**
 * Reads the journal from its newest delivery back to what was read before; at first, only its newest page.
 *
 * @param parts of detection
 * @param state how far it was read
 * @param hookId of our hook
 */
async function readOn(parts: DetectionParts, state: JournalState, hookId: number): Promise<{ state: JournalState, deliveries: Delivery[] }> {
	const since = state.upTo === null ? null : new Date(Date.parse(state.upTo) - OVERLAP_MS).toISOString()
	const journal = await unlessNotAllowed(readJournal(parts.adminClient, hookId, ({ at }) => since === null || at < since)).catch((error: unknown) => {
		if (error instanceof ForumFailure && error.cause instanceof OversizedReply) {
			return { deliveries: [], complete: false }
		}
		throw error
	})
	if (journal === null) {
		return { state: { ...state, trouble: 'not-allowed', hookId: null }, deliveries: [] }
	}
	if (!journal.complete) {
		parts.log.warn('The forum’s journal of webhooks is too long to be read to its end. What it says further down is left to lists and the audit')
	}
	const handled = new Set(state.handled)
	const fresh = journal.deliveries.filter(({ id, at }) => !handled.has(id) && (since === null || at >= since))
	const upTo = journal.deliveries.map(({ at }) => at).concat(state.upTo ?? EVERYTHING).sort().at(-1) ?? EVERYTHING
	const edge = new Date(Date.parse(upTo) - OVERLAP_MS).toISOString()
	return { state: { ...state, upTo, handled: journal.deliveries.filter(({ at, taken }) => at >= edge && !taken).map(({ id }) => id) }, deliveries: fresh }
}

/** To a key that may not, an admin's address does not exist. */
async function unlessNotAllowed<Reply>(call: Promise<Reply>): Promise<Reply | null> {
	try {
		return await call
	} catch (error) {
		if (error instanceof ForumFailure && (error.kind === 'forbidden' || error.kind === 'not-found')) {
			return null
		}
		throw error
	}
}
