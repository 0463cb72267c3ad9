/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { FaultName } from '../../discourse-connector/sandbox-forum/faults/faults.ts'
import type { Person } from '../../discourse-connector/sandbox-forum/people.ts'
import type { SandboxForum } from '../../discourse-connector/sandbox-forum/sandbox-forum.ts'
import type { Post, Topic } from '../../discourse-connector/sandbox-forum/state/model.ts'

import { Refusal } from '../../discourse-connector/sandbox-forum/answer.ts'
import { person } from '../../discourse-connector/sandbox-forum/people.ts'

/** Each strikes a few calls or webhooks. */
const FAULTS: readonly FaultName[] = ['lose-reply', 'gateway-after', 'cut-body', 'refuse', 'gateway', 'challenge', 'server-error', 'read-only', 'rate-limit', 'rate-limit-address', 'webhook-lost', 'webhook-twice', 'webhook-late', 'webhook-forged']
/** More that vanish within a day are taken for an accident of the whole forum. */
const MOST_DELETED = 8

/** A forum on which moderators act and things go wrong, by one row of random numbers. */
export class LivelyForum {
	readonly forum: SandboxForum
	/** Words that people put into a topic's text, by the topic's number. */
	readonly added = new Map<number, string[]>()
	/** Topics that people changed. */
	readonly touched = new Set<number>()
	acts = 0
	faults = 0
	readonly #marie: Person
	readonly #random: () => number
	#words = 0
	#deletions = 0

	/**
	 * @param forum that runs
	 * @param random from 0 to below 1
	 */
	constructor(forum: SandboxForum, random: () => number) {
		this.forum = forum
		this.#random = random
		this.#marie = person(forum.forum, 'Marie', 'moderator')
	}

	/** Something goes wrong in the next calls. */
	fail(): void {
		this.faults++
		this.forum.faults.set(this.#pick(FAULTS) ?? 'refuse', { count: 1 + Math.floor(this.#random() * 3), seconds: 1 })
	}

	/** A moderator edits a text or a title, closes a topic or opens it. */
	edit(): void {
		this.#on((topic, first) => {
			this.touched.add(topic.id)
			const dice = this.#random()
			if (dice < 0.75) {
				const word = `forum${++this.#words}x`
				this.#marie.edit(first, first.raw.replace(/\n\n---\n/u, ` ${word}\n\n---\n`))
				this.added.set(topic.id, [...this.added.get(topic.id) ?? [], word])
			} else if (dice < 0.9) {
				this.#marie.change(topic, { title: `Un titre de la modération, forum${++this.#words}x` })
			} else {
				this.#marie.setStatus(topic, 'closed', !topic.closed)
			}
		})
	}

	/** Somebody replies, or a reply is deleted. */
	reply(): void {
		this.#on((topic) => {
			const replies = this.forum.state.postsOf(topic.id).filter((post) => post.postNumber > 1 && post.postType === 1 && post.deletedAt === null)
			const reply = this.#pick(replies)
			if (reply !== undefined && this.#random() < 0.2) {
				this.#marie.deletePost(reply)
			} else {
				this.#marie.reply(topic, `Nous avons la même question, forum${++this.#words}x.`)
			}
		})
	}

	/** A topic is deleted, or one that was deleted comes back. */
	deleteOrRecover(): void {
		const deleted = this.forum.state.data.topics.filter(({ deletedAt }) => deletedAt !== null)
		const back = this.#pick(deleted)
		if (back !== undefined && (this.#random() < 0.5 || this.#deletions >= MOST_DELETED)) {
			this.#act(() => this.#marie.recoverTopic(back))
			return
		}
		if (this.#deletions < MOST_DELETED) {
			this.#deletions++
			this.#on((topic) => {
				this.touched.add(topic.id)
				this.#marie.deleteTopic(topic)
			})
		}
	}

	#on(act: (topic: Topic, first: Post) => void): void {
		const topic = this.#pick(this.forum.state.data.topics.filter(({ deletedAt, externalId }) => deletedAt === null && externalId !== null))
		const first = topic && this.forum.state.postsOf(topic.id).find(({ postNumber }) => postNumber === 1)
		if (topic !== undefined && first !== undefined) {
			this.#act(() => act(topic, first))
		}
	}

	/** What the forum's rules refuse did not happen. */
	#act(act: () => void): void {
		try {
			act()
			this.acts++
		} catch (error) {
			if (!(error instanceof Refusal)) {
				throw error
			}
		}
	}

	#pick<Element>(list: readonly Element[]): Element | undefined {
		return list[Math.floor(this.#random() * list.length)]
	}
}
