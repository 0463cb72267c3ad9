/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from '../../discourse-connector/src/platform/database.ts'
import type { Cloud, PublishedNeed } from './cloud.ts'
import type { LivelyForum } from './lively-forum.ts'

import { needOfMarker } from '@emancipasso/shared/community/topic'
import { recordOf } from '../../discourse-connector/src/community/tables.ts'
import { shortDigest } from '../../discourse-connector/src/sync/detection/news.ts'
import { desiredOf } from '../../discourse-connector/src/sync/topics/desired.ts'
import { readLink } from '../../discourse-connector/src/sync/topics/link-store.ts'
import { RENDERING } from '../bench/sync/engine.ts'

/** What must be none in the end, each entry a sentence about one need. */
export interface Findings {
	/** Needs or texts that were acknowledged, or put on the forum, and are nowhere. */
	lost: string[]
	/** Needs with more than one topic. */
	doubled: string[]
	/** Needs of which the two sides do not say the same. */
	different: string[]
}

/**
 * Compares all that people did with what is there.
 *
 * @param database of the connectors
 * @param cloud whose needs they are
 * @param lively forum with the topics
 */
export async function findings(database: Database, cloud: Cloud, lively: LivelyForum): Promise<Findings> {
	const found: Findings = { lost: [], doubled: [], different: [] }
	const topics = topicsByNeed(lively)
	for (const need of cloud.needs) {
		const own = topics.get(need.uuid) ?? []
		if (own.length > 1) {
			found.doubled.push(`${need.uuid} has topics ${own.join(', ')}`)
		}
		found.lost.push(...await lostOf(database, need, lively, own[0]))
		const difference = own[0] === undefined ? null : await differenceOf(database, need, lively, own[0])
		if (difference !== null) {
			found.different.push(`${need.uuid}: ${difference}`)
		}
	}
	return found
}

/** By what the topics themselves say, whether or not anybody remembers them. */
function topicsByNeed({ forum: { state } }: LivelyForum): Map<string, number[]> {
	const topics = new Map<string, number[]>()
	for (const { id, externalId } of state.data.topics) {
		const uuid = externalId?.replace(/^need-/u, '') ?? needOfMarker(firstPost(state, id)?.raw ?? '')
		if (uuid !== undefined) {
			topics.set(uuid, [...topics.get(uuid) ?? [], id])
		}
	}
	return topics
}

async function lostOf({ kysely }: Database, need: PublishedNeed, lively: LivelyForum, topicId: number | undefined): Promise<string[]> {
	const current = await kysely.selectFrom('need').select(['publication', 'status']).where('id', '=', need.uuid).executeTakeFirst()
	const history = await kysely.selectFrom('need_history').select('publication').where('need_id', '=', need.uuid).execute()
	const ours = JSON.stringify([current?.publication, history])
	const post = topicId === undefined ? undefined : firstPost(lively.forum.state, topicId)
	const theirs = JSON.stringify([post?.raw, post?.revisions])
	return [
		...(current === undefined ? [`${need.uuid} was acknowledged and is not there`] : []),
		...(topicId === undefined && !need.withdrawn ? [`${need.uuid} has no topic`] : []),
		...(current !== undefined && need.withdrawn !== (current.status === 'withdrawn') ? [`${need.uuid} is ${current.status}`] : []),
		...need.words.filter((word) => !ours.includes(word)).map((word) => `${need.uuid} lost the text of “${word}”`),
		...(lively.added.get(topicId ?? 0) ?? []).filter((word) => !theirs.includes(word)).map((word) => `topic ${topicId} lost “${word}”`),
	]
}

async function differenceOf({ kysely }: Database, need: PublishedNeed, { forum: { state }, touched }: LivelyForum, topicId: number): Promise<string | null> {
	const [topic, first] = [state.topic(topicId), firstPost(state, topicId)]
	const link = await readLink(kysely, recordOf(need.uuid))
	if (topic === undefined || first === undefined || link.topicId !== topicId) {
		return `linked to topic ${link.topicId}, and its topic is ${topicId}`
	}
	if (topic.deletedAt !== null) {
		return link.state === 'gone' ? null : `deleted on the forum, here ${link.state}`
	}
	if (link.state !== 'linked' || (link.problem !== null && link.problem.kind !== 'conflict')) {
		return `${link.state}, ${link.problem?.kind}`
	}
	const { last_read: read } = await kysely.selectFrom('topic_link').select('last_read').where('record_id', '=', recordOf(need.uuid)).executeTakeFirstOrThrow()
	if (read?.title !== topic.title || read.body !== shortDigest(first.raw) || read.closed !== topic.closed) {
		return 'what was read last is not what the forum says'
	}
	const shown = await kysely.selectFrom('reply').select('id').where('need_id', '=', need.uuid).where('deleted', '=', false).execute()
	const there = state.postsOf(topicId).filter((post) => post.postNumber > 1 && post.postType === 1 && post.deletedAt === null).map(({ id }) => id)
	if (shown.map(({ id }) => Number(id)).sort().join() !== there.sort().join()) {
		return `replies ${there.join()} on the forum, ${shown.map(({ id }) => id).join()} here`
	}
	const desired = touched.has(topicId) ? null : await desiredOf(kysely, need.uuid, RENDERING, link.titleSuffix)
	const isSame = desired === null || (desired.title === topic.title && desired.body === first.raw && desired.closed === topic.closed)
	return isSame ? null : 'nobody changed the topic, and it does not say what is wanted'
}

function firstPost(state: LivelyForum['forum']['state'], topicId: number) {
	return state.postsOf(topicId).find(({ postNumber }) => postNumber === 1)
}
