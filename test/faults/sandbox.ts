/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Stack } from '../support/stack.ts'

/** The sandbox forum of a stack, as its staff sees it. */
export class Sandbox {
	readonly #stack: Pick<Stack, 'forum' | 'world'>

	constructor(stack: Pick<Stack, 'forum' | 'world'>) {
		this.#stack = stack
	}

	/** Numbers of all topics, hidden ones too, in ascending order. */
	async topics(): Promise<number[]> {
		const ids: number[] = []
		for (let page = 0; ; page++) {
			const { topic_list: list } = await this.#read<{ topic_list: { topics: { id: number }[], more_topics_url?: string } }>(`/latest.json?page=${page}`)
			ids.push(...list.topics.map(({ id }) => id))
			if (list.more_topics_url === undefined) {
				return ids.sort((a, b) => a - b)
			}
		}
	}

	/**
	 * The number of a need's topic.
	 *
	 * @param need its uuid
	 */
	async topicOf(need: string): Promise<number> {
		return (await this.#read<{ id: number }>(`/t/external_id/need-${need}.json`)).id
	}

	/**
	 * Makes the forum do its work and then cut the connection at the next creations.
	 *
	 * @param count how many
	 */
	async loseRepliesToCreations(count: number): Promise<void> {
		await this.#fault({ 'lose-reply': { count, method: 'POST', path: '/posts' } })
	}

	/**
	 * Makes the forum pause in the middle of its next answer about a topic, whose words are then already decided.
	 *
	 * @param topic its number
	 * @param seconds of the pause
	 */
	async stumbleOver(topic: number, seconds: number): Promise<void> {
		await this.#fault({ 'slow-body': { count: 1, method: 'GET', path: `/t/${topic}.json`, seconds } })
	}

	/** Names of the faults that have not struck yet. */
	async faults(): Promise<string[]> {
		const response = await fetch(`${this.#stack.forum}/sandbox/faults`)
		return Object.keys((await response.json() as { active: object }).active)
	}

	/**
	 * Replies as a person of the forum.
	 *
	 * @param topic its number
	 * @param words of the reply
	 */
	async reply(topic: number, words: string): Promise<void> {
		await fetch(`${this.#stack.forum}/t/${topic}/reply`, { method: 'POST', body: new URLSearchParams({ raw: words }), redirect: 'manual' })
	}

	async #fault(fault: object): Promise<void> {
		await fetch(`${this.#stack.forum}/sandbox/faults`, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(fault) })
	}

	async #read<Answer>(path: string): Promise<Answer> {
		const response = await fetch(this.#stack.forum + path, { headers: { 'Api-Key': this.#stack.world.secrets.apiKey, 'Api-Username': 'emancipasso' } })
		if (!response.ok) {
			throw new Error(`The sandbox forum answered ${response.status} to ${path}.`)
		}
		return await response.json() as Answer
	}
}
