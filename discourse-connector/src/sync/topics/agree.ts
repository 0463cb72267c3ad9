/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { ForumClient } from '../../forum/client.ts'
import type { Database } from '../../platform/database.ts'
import type { Look, Verdict } from '../../platform/hint-queue.ts'
import type { Tables } from '../../platform/tables.ts'
import type { Finder } from '../detection/last-read.ts'
import type { VanishedAlarm } from '../detection/state-store.ts'
import type { ForumFactsCache } from '../forum-facts.ts'
import type { Rendering } from './desired.ts'
import type { Link } from './link-store.ts'
import type { Action, Desired, Observed } from './state.ts'
import type { Found, Links } from './take-in.ts'

import { ForumFailure } from '../../forum/outcome.ts'
import { findTopicId } from '../../forum/topics.ts'
import { followBornTopic } from '../born/born-topics.ts'
import { noteAsked } from '../detection/last-read.ts'
import { apply } from './apply.ts'
import { readRecord } from './desired.ts'
import { eraseRest } from './erase-topic.ts'
import { keepLink, readLink } from './link-store.ts'
import { mayVanish } from './may-vanish.ts'
import { observe } from './observe.ts'
import { reconcile } from './reconcile.ts'
import { seen, settle, unsettled } from './settle.ts'
import { takeIn } from './take-in.ts'

/** How often a record is compared anew in one look, when somebody changes it meanwhile. */
const ROUNDS = 5
/** How long after a lost answer a forum may still create the topic. */
const LATE_SECONDS = 86_400

/** What bringing a record into agreement needs. */
export interface AgreeParts {
	database: Database
	client: ForumClient
	facts: ForumFactsCache
	rendering: Rendering
	/** Topics that people write themselves from then on become needs; none do when left out. */
	bornSince?: Date | undefined
	/** How many days after they were shown last copies of replies are kept; without end when left out. */
	repliesKeptDays?: number | undefined
	/** Told of each failed call, for the log and metrics. */
	onTrouble?: (failure: ForumFailure, record: string) => void
	/** Told when the forum failed again at a record although it answers otherwise. */
	onRecordTrouble?: (failure: ForumFailure, record: string) => void
	/** Told when looking found a difference that nobody had told of, with what made us look. */
	onDrift?: (finder: Finder) => void
	/** Told when so many topics vanished that none is marked as gone any more until a person confirms. */
	onAlarm?: (alarm: VanishedAlarm) => void
}

/** A step that the forum did not take. */
interface Refusal { action: Action, error: ForumFailure }

/**
 * Brings one record and its topic into agreement, and takes in the replies.
 *
 * @param parts database, forum and how topics are rendered
 * @param look at `need-<uuid>`
 * @throws {ForumFailure}
 */
export async function agreeOn(parts: AgreeParts, look: Look): Promise<Verdict> {
	for (let round = 0; round < ROUNDS; round++) {
		const verdict = await compareOnce(parts, look)
		if (verdict !== 'again') {
			return verdict
		}
	}
	return { lookAgainAfterSeconds: 30, reason: 'changed again and again' }
}

/**
 * One comparison with what follows from it.
 *
 * @param parts of looking
 * @param look at the record
 * @return `again` when the forum must be read anew first
 */
async function compareOnce(parts: AgreeParts, look: Look): Promise<Verdict | 'again'> {
	const { client, facts, database: { kysely } } = parts
	const { link: stored, desired: wanted } = await readRecord(kysely, look.record, parts.rendering)
	if (stored.born) {
		return await followBornTopic(parts, look, stored)
	}
	if (wanted === null) {
		return 'done'
	}
	const before = await observe(client, stored)
	if (stored.erasure === 'done' && before.is !== 'present') {
		await noteAsked(kysely, stored.record)
		return 'done'
	}
	const desired = await withinLimits(parts, wanted, before)
	let observed = before
	let link = observed.is === 'present' ? seen(stored, desired, observed, client.url) : stored
	const { settled, acknowledged } = link
	const actions = reconcile({ desired, settled, acknowledged, observed, wasLinked: stored.topicId !== null, mostTags: observed.is === 'present' ? await facts.mostTags() : 0 })
	if (link.erasure === 'done' && actions.length > 0) {
		// Brought back by a moderator, with the text that it had before.
		link = { ...link, erasure: null }
	}
	let kept = stored
	const keep = async (next: Link) => kept = await keepLink(kysely, kept, next)
	const refused: Refusal[] = []
	for (const action of actions) {
		if (action.do === 'mark-gone' && !await mayVanish(parts, stored, action.why)) {
			return 'done'
		}
		try {
			({ link, observed } = await apply({ client, facts, keep, assertMine: look.assertMine }, link, desired, observed, action))
		} catch (error) {
			if (action.do !== 'create' && error instanceof ForumFailure && (error.kind === 'refused' || error.kind === 'forbidden')) {
				// A forum that refuses the title may take the text.
				refused.push({ action, error })
				continue
			}
			if (await mayCompareAgain(parts, action.do === 'create', link, error)) {
				return 'again'
			}
			throw error
		}
		if (action.do === 'create') {
			return link.topicId === null ? 'done' : 'again'
		}
	}
	if (refused.length > 0) {
		return await leaveRefused(parts, look, { kept, link }, desired, { before, after: observed, refused })
	}
	return await finish(parts, look, { kept, link }, desired, { before, after: observed })
}

/**
 * What is wanted, with no more tags than the forum takes: one more, and some forums refuse it all.
 *
 * @param parts of looking
 * @param desired what is wanted
 * @param observed what the forum said
 */
async function withinLimits(parts: AgreeParts, desired: Desired, observed: Observed): Promise<Desired> {
	const isSent = observed.is === 'present' || (observed.is === 'absent' && desired.mayCreate)
	return isSent ? { ...desired, tags: desired.tags.slice(0, await parts.facts.mostTags()) } : desired
}

/**
 * Leaves what the forum refused as it is, and takes in all else that happened in the topic.
 *
 * @param parts of looking
 * @param look at the record
 * @param links of the record, as it stands
 * @param desired what is wanted
 * @param found before and after the steps, and which were refused
 * @return `again` when the title can be told apart from another one
 * @throws {ForumFailure} the first refusal
 */
async function leaveRefused(parts: AgreeParts, look: Look, links: Links, desired: Desired, found: Found & { refused: readonly Refusal[] }): Promise<'again'> {
	const { refused, before, after: observed } = found
	const { client, database: { kysely } } = parts
	const topicSteps = refused.flatMap(({ action, error }) => action.do === 'change-topic' && error.kind === 'refused' ? [action] : [])
	let { kept, link } = links
	if (topicSteps.some(({ title }) => title !== undefined)) {
		link = kept = await tellTitleApart(kysely, kept, link)
		if (link.titleSuffix) {
			return 'again'
		}
	}
	// Half of a step may be done: a category is moved before the tags are refused.
	const after = topicSteps.length > 0 ? await observe(client, link) : observed
	await takeIn(parts, look, { kept, link: after.is === 'present' ? unsettled(link, after, client.url) : link }, desired, { before, after })
	throw refused[0]?.error
}

/**
 * Settles what was agreed, and takes in what was seen.
 *
 * @param parts of looking
 * @param look at the record
 * @param links of the record, as it stands
 * @param desired what is wanted
 * @param found before and after the steps
 */
async function finish(parts: AgreeParts, look: Look, links: Links, desired: Desired, found: Found): Promise<Verdict> {
	const { kept, link } = links
	const { client } = parts
	const observed = found.after
	const settled = settle(link, desired, observed, client.url)
	const agreed = desired.mustWin ? await eraseRest(client, settled, observed) : settled
	await takeIn(parts, look, { kept, link: agreed }, desired, found)
	return observed.is === 'absent' && agreed.state === 'sent' ? lookForLateTopic(agreed) : 'done'
}

/**
 * A creation whose answer was lost, of a record that is not wanted any more: the forum may still finish it.
 *
 * @param link of the record
 */
function lookForLateTopic(link: Link): Verdict {
	const seconds = (Date.now() - (link.sentAt?.getTime() ?? 0)) / 1000
	return seconds > LATE_SECONDS ? 'done' : { lookAgainAfterSeconds: Math.max(60, seconds), reason: 'a topic may come late' }
}

/**
 * Whether a failed step leaves something to find out at once, instead of an error.
 *
 * @param parts of looking
 * @param creating whether the step was to create the topic
 * @param link as it stands
 * @param error of the step
 */
async function mayCompareAgain(parts: AgreeParts, creating: boolean, link: Link, error: unknown): Promise<boolean> {
	if (!(error instanceof ForumFailure)) {
		return false
	}
	if (!creating || error.kind !== 'refused') {
		return error.kind === 'conflict' || error.effect === 'happened' || error.kind === 'not-found'
	}
	const { kysely } = parts.database
	const topicId = await findTopicId(parts.client, link.record)
	const stored = await readLink(kysely, link.record)
	if (topicId !== null) {
		await keepLink(kysely, stored, { ...stored, topicId })
		return true
	}
	return (await tellTitleApart(kysely, stored, { ...stored, state: 'queued' })).titleSuffix
}

/**
 * A forum does not say in words that can be trusted what it refused; another topic with this title is likeliest.
 *
 * @param kysely database
 * @param kept as it is stored
 * @param link that was refused
 * @return with a title that tells it apart; with the plain one again when that was tried
 */
async function tellTitleApart(kysely: Kysely<Tables>, kept: Link, link: Link): Promise<Link> {
	return await keepLink(kysely, kept, { ...link, titleSuffix: !link.titleSuffix })
}
