/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Post } from '../../../sandbox-forum/state/model.ts'
import type { OrganisationCaller } from '../../platform/caller.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import type { JoinedForum } from '../testing.ts'
import type { Answer } from './answer-link.ts'

import { answerOfMarker } from '@emancipasso/shared/community/answer-post'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { AnswerStore } from '../../community/answers/answer-store.ts'
import { ReplyStore } from '../../community/reply-store.ts'
import { leaveHint } from '../../platform/hints.ts'
import { joinForum } from '../testing.ts'
import { readAnswer } from './answer-link.ts'

/** Another association than the one that published the need. */
export const NEIGHBOURS: OrganisationCaller = { instance: 'instance-1', organisation: 'organisation-2', member: 'member-2' }

export const ANSWER = { name: 'La Ressourcerie', text: 'Nous utilisons Nextcloud depuis deux ans.\n\nVenez voir.' }

/** A community with a need on the forum, which another association answers. */
export interface JoinedAnswers extends JoinedForum {
	/** Of the need. */
	uuid: string
	topicId: number
	answers: AnswerStore
	/** Answers the need; returns the answer's uuid. */
	reply(answer?: Partial<typeof ANSWER>, reply?: string): Promise<string>
	correctReply(reply: string, answer: Partial<typeof ANSWER>): Promise<void>
	takeBack(reply: string): Promise<void>
	/** The answer as it is stored. */
	stored(reply: string): Promise<Answer>
	/** Every post that carries the answer's marker, deleted ones too. */
	posts(reply: string): Post[]
	/** The only one that is not deleted. */
	post(reply: string): Post
	/** As the need's author reads the replies, or the neighbours. */
	read(viewer?: OrganisationCaller): ReturnType<ReplyStore['list']>
	/** The forum told of its topic. */
	hear(): Promise<void>
}

/**
 * Joins the test's database to a forum and publishes a need on it.
 *
 * @param database of the test
 * @param options of the forum and the client, as of `joinForum`
 */
export async function joinAnswers(database: TestDatabase, ...options: Parameters<typeof joinForum> extends [unknown, ...infer Rest] ? Rest : never): Promise<JoinedAnswers> {
	const joined = await joinForum(database, ...options)
	const uuid = await joined.publish()
	await joined.drain()
	const answers = new AnswerStore(database, { heldPublications: 0, publicationsPerDay: 1000 })
	const replies = new ReplyStore(database)
	const topicId = joined.topics(uuid)[0]?.id ?? 0
	const stored = async (reply: string) => {
		const answer = await readAnswer(database.kysely, reply)
		if (answer === undefined) {
			throw new Error('no answer')
		}
		return answer
	}
	const posts = (reply: string) => joined.forum.state.data.posts.filter((post) => answerOfMarker(post.raw) === reply)
	return {
		...joined,
		uuid,
		topicId,
		answers,
		stored,
		posts,
		reply: async (answer = {}, reply = randomUUID()) => {
			await answers.put(NEIGHBOURS, { need: uuid, reply }, { ...ANSWER, ...answer }, { create: true })
			return reply
		},
		correctReply: async (reply, answer) => {
			const { name, text, revision } = await stored(reply)
			await answers.put(NEIGHBOURS, { need: uuid, reply }, { name: name ?? '', text: text ?? '', ...answer }, { revision })
		},
		takeBack: async (reply) => {
			await answers.withdraw(NEIGHBOURS, { need: uuid, reply })
		},
		post: (reply) => {
			const [post, ...more] = posts(reply).filter(({ deletedAt }) => deletedAt === null)
			if (post === undefined || more.length > 0) {
				throw new Error(`${more.length + (post ? 1 : 0)} posts of one answer`)
			}
			return post
		},
		read: (viewer = NEIGHBOURS) => replies.list(viewer, uuid, undefined, 50),
		hear: async () => {
			await leaveHint(database.kysely, `topic-${topicId}`, 'webhook post_edited')
			await joined.drain()
		},
	}
}

/**
 * Moves the time at which answers were sent, as if seconds had gone by.
 *
 * @param database of the test
 * @param joined the forum
 * @param seconds to let pass
 */
export async function letPass(database: TestDatabase, joined: JoinedAnswers, seconds: number): Promise<void> {
	joined.pass(seconds)
	await database.kysely.updateTable('posted_reply').set({ sent_at: sql<Date>`sent_at - make_interval(secs => ${seconds})` }).where('sent_at', 'is not', null).execute()
	await joined.drain()
}
