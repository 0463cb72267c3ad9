/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedKind } from '@emancipasso/shared/community/need-vocabulary'
import type { ForumTopic } from '../../forum/replies.ts'
import type { Look, Verdict } from '../../platform/hint-queue.ts'
import type { AgreeParts } from '../topics/agree.ts'
import type { Link } from '../topics/link-store.ts'

import { createHash } from 'node:crypto'
import { writeBornNeed } from '../../community/born-need.ts'
import { recordOf } from '../../community/tables.ts'
import { readAllPosts } from '../../forum/posts.ts'
import { readTopic } from '../../forum/topics.ts'
import { noteAsked } from '../detection/last-read.ts'
import { noteThere } from '../detection/vanished.ts'
import { storeReplies } from '../replies/reply-store.ts'
import { keepLink, readLink } from '../topics/link-store.ts'
import { readMapping } from '../topics/mapping.ts'
import { mayVanish } from '../topics/may-vanish.ts'
import { topicUrl } from '../topics/settle.ts'
import { standingOf } from '../topics/standing.ts'
import { publicationOf } from './born-publication.ts'

/**
 * Makes a need of a topic that a person wrote in a category of ours, when the operator wants that.
 *
 * @param parts of looking
 * @param topic that is nobody's record
 * @return the new record; undefined when the topic is none
 */
export async function adoptBornTopic(parts: AgreeParts, topic: ForumTopic): Promise<string | undefined> {
	if (parts.bornSince === undefined || (topic.createdAt ?? '') < parts.bornSince.toISOString()) {
		return undefined
	}
	// What we once wrote ourselves is a record of its own, remembered or not.
	const isOurs = topic.externalId !== null || topic.posts.find((post) => post.number === 1)?.username === parts.client.username
	const publication = isOurs ? null : await publicationIn(parts, topic)
	if (publication === null) {
		return undefined
	}
	const topicId = topic.id
	const record = recordOf(uuidOf(parts.client.url, topicId))
	await parts.database.kysely.transaction().execute(async (transaction) => {
		const link = await readLink(transaction, record)
		await writeBornNeed(transaction, link.needId, publication)
		await keepLink(transaction, link, { ...link, born: true, chosen: true, state: 'linked', topicId, topicUrl: topicUrl(parts.client.url, topicId) })
	})
	return record
}

/**
 * Takes in what people made of a topic that was born on the forum. Nothing is ever written there. What
 * cannot be read any more may be personal by now, so nothing of it is kept, unless many cannot be read at once.
 *
 * @param parts of looking
 * @param look at the record
 * @param link of the record
 * @throws {ForumFailure}
 */
export async function followBornTopic(parts: AgreeParts, look: Look, link: Link): Promise<Verdict> {
	const { client, database: { kysely } } = parts
	const topic = link.topicId === null ? null : await readTopic(client, link.topicId)
	if (topic === null && !await mayVanish(parts, link, 'lost')) {
		return 'done'
	}
	const publication = topic === null ? null : await publicationIn(parts, topic)
	const posts = topic === null || publication === null ? [] : await readAllPosts(client, topic)
	await look.assertMine()
	await kysely.transaction().execute(async (transaction) => {
		await writeBornNeed(transaction, link.needId, publication)
		await keepLink(transaction, link, { ...link, state: publication === null ? 'gone' : 'linked', problem: null, standing: topic === null || publication === null ? null : standingOf(topic, topic) })
		await storeReplies(transaction, link.needId, posts, { forumUrl: client.url, keptDays: parts.repliesKeptDays })
		await noteAsked(transaction, look.record)
		if (topic !== null) {
			await noteThere(transaction, look.record)
		}
	})
	return 'done'
}

// What is deleted, hidden, personal or elsewhere on the forum is not to be read here either.
async function publicationIn({ database, rendering }: AgreeParts, topic: ForumTopic) {
	const { categories } = await readMapping(database.kysely, rendering)
	const kind = (Object.entries(categories) as [NeedKind, number][]).find(([, category]) => category === topic.categoryId)?.[0]
	const first = topic.posts.find((post) => post.number === 1)
	const isThere = topic.deletedAt === null && !topic.personal && topic.visible && first !== undefined && !first.deleted && !first.hidden
	return isThere && kind !== undefined ? publicationOf(topic, kind, rendering.language) : null
}

/** The same topic has the same id, also after the connector was restored to a day before. */
function uuidOf(forumUrl: string, topicId: number): string {
	const hex = createHash('sha256').update(`${forumUrl}/t/${topicId}`).digest('hex')
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
