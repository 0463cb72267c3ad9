/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumClient } from '../../forum/client.ts'
import type { ForumFactsCache } from '../forum-facts.ts'
import type { Link } from './link-store.ts'
import type { Action, Desired, Observed, TopicFields } from './state.ts'

import { ForumFailure } from '../../forum/outcome.ts'
import { changePost } from '../../forum/posts.ts'
import { changeTopic, createTopic, setTopicStatus } from '../../forum/topics.ts'
import { goneProblem, waitingProblem } from '../trouble/problems.ts'
import { fieldsOf, topicUrl } from './settle.ts'

/** What one step needs. */
export interface ApplyParts {
	client: ForumClient
	facts: ForumFactsCache
	/** Makes the link last, in the place of the one that was kept before: before and after calls that cannot be repeated. */
	keep: (link: Link) => Promise<Link>
	/** Throws when another worker looks at the record now. */
	assertMine: () => Promise<void>
}

/** Where a step led. */
export interface Applied { link: Link, observed: Observed }

/**
 * Takes one step towards agreement and keeps what came of it.
 *
 * @param parts the forum and the link's store
 * @param link as it stands
 * @param desired what is wanted
 * @param observed what the forum said before
 * @param action the step
 * @return the link and the forum as they stand now
 * @throws {ForumFailure}
 */
export async function apply(parts: ApplyParts, link: Link, desired: Desired, observed: Observed, action: Action): Promise<Applied> {
	if (action.do === 'create') {
		return { link: await create(parts, link, desired), observed }
	}
	if (action.do === 'mark-gone') {
		return { link: await parts.keep({ ...link, state: 'gone', problem: goneProblem(action.why) }), observed }
	}
	if (observed.is !== 'present') {
		return { link, observed }
	}
	if (action.do === 'yield') {
		const ours = Object.fromEntries(action.fields.filter((field) => field !== 'tags').map((field) => [field, desired[field]]))
		const conflict = { fields: [...new Set([...link.conflict?.fields ?? [], ...action.fields])], base: { ...link.conflict?.base, ...action.base }, corrections: desired.corrections }
		return { link: await parts.keep({ ...acknowledge(link, observed, ours, ours), conflict }), observed }
	}
	await parts.assertMine()
	if (action.do === 'change-body') {
		const { raw, cooked, updatedAt, version } = await changePost(parts.client, observed.firstPost.id, action.body, observed.fields.body)
		// Where people's lines were merged in, ours alone is what the next change is told against.
		const next = await parts.keep(acknowledge(link, observed, { body: desired.body }, { body: action.body === desired.body ? raw : desired.body }))
		return { link: next, observed: { ...now(observed, { body: raw }), firstPost: { ...observed.firstPost, raw, cooked, updatedAt, version } } }
	}
	if (action.do === 'set-status') {
		await setTopicStatus(parts.client, observed.topic.id, action.status, action.enabled)
		const status = { [action.status]: action.enabled }
		return { link: await parts.keep(acknowledge(link, observed, status, status)), observed: now(observed, status) }
	}
	const { title, category, tags } = action
	const newTitle = await changeTopic(parts.client, observed.topic.id, {
		...(title === undefined ? {} : { title }),
		...(category === undefined ? {} : { categoryId: category }),
		...(tags === undefined ? {} : { tags: await parts.facts.tags(tags, observed.fields.tags) }),
	}, { title: observed.fields.title, tags: observed.fields.tags }, await parts.facts.tagForm())
	const sent = { ...(title === undefined ? {} : { title }), ...(category === undefined ? {} : { category }), ...(tags === undefined ? {} : { tags: desired.tags }) }
	const made = { ...(title === undefined ? {} : { title: newTitle }), ...(category === undefined ? {} : { category }) }
	return { link: await parts.keep(acknowledge(link, observed, sent, made)), observed: now(observed, made) }
}

/**
 * Sends a topic. That it is being sent is kept first: whoever looks after a crash then looks for it before sending again.
 *
 * @param parts the forum and the link's store
 * @param link not yet on the forum
 * @param desired the topic
 */
async function create(parts: ApplyParts, link: Link, desired: Desired): Promise<Link> {
	const tagForm = await parts.facts.tagForm()
	const tags = await parts.facts.tags(desired.tags)
	const sent = await parts.keep({ ...link, state: 'sent', settled: fieldsOf(desired), acknowledged: null, sentAt: new Date() })
	await parts.assertMine()
	const created = await createTopic(parts.client, { title: desired.title, raw: desired.body, categoryId: desired.category, tags, externalId: link.record }, tagForm).catch(async (error: unknown) => {
		if (error instanceof ForumFailure && error.effect === 'did-not-happen') {
			await parts.keep(link)
		}
		throw error
	})
	return await parts.keep(created.queued
		? { ...sent, reviewableId: created.reviewableId ?? 0, problem: waitingProblem }
		: { ...sent, topicId: created.topicId, firstPostId: created.postId, topicUrl: topicUrl(parts.client.url, created.topicId), problem: null })
}

function now(observed: Observed & { is: 'present' }, fields: Partial<Omit<TopicFields, 'tags'>>): Observed & { is: 'present' } {
	return { ...observed, fields: { ...observed.fields, ...fields } }
}

function acknowledge(link: Link, observed: Observed & { is: 'present' }, settled: Partial<TopicFields>, acknowledged: Partial<Omit<TopicFields, 'tags'>>): Link {
	return {
		...link,
		settled: link.settled === null ? null : { ...link.settled, ...settled },
		acknowledged: { ...(link.acknowledged ?? observed.fields), ...acknowledged },
	}
}
