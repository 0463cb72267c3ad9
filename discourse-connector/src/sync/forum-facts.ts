/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumClient } from '../forum/client.ts'
import type { ForumTag } from '../forum/replies.ts'
import type { TagForm, WrittenTag } from '../forum/topics.ts'

import { readFacts, readMostTags, readTags } from '../forum/categories.ts'

const KEPT_MS = 3_600_000

interface Facts { tagForm: TagForm, tagIds: Map<string, number>, mostTags: number }

/** What is asked of the forum once an hour instead of at each call. */
export class ForumFactsCache {
	readonly #client: ForumClient
	#known: Promise<Facts> | undefined
	#until = 0

	constructor(client: ForumClient) {
		this.#client = client
	}

	/** How the forum wants tags written. */
	async tagForm(): Promise<TagForm> {
		return (await this.#facts()).tagForm
	}

	/** How many tags a topic may have. */
	async mostTags(): Promise<number> {
		return (await this.#facts()).mostTags
	}

	/**
	 * Tags to write, with the ids that are known.
	 *
	 * @param names of the tags
	 * @param present tags that the topic has: their ids are right whatever we remember
	 */
	async tags(names: readonly string[], present: readonly ForumTag[] = []): Promise<WrittenTag[]> {
		const { tagIds } = await this.#facts()
		return names.map((name) => ({ name, id: present.find((tag) => tag.name === name)?.id ?? tagIds.get(name) ?? null }))
	}

	#facts(): Promise<Facts> {
		if (this.#known === undefined || Date.now() > this.#until) {
			this.#until = Date.now() + KEPT_MS
			this.#known = this.#read().catch((error: unknown) => {
				this.#known = undefined
				throw error
			})
		}
		return this.#known
	}

	async #read(): Promise<Facts> {
		const { tagForm } = await readFacts(this.#client)
		// Older forums know tags by name only.
		const tags = tagForm === 'objects' ? await readTags(this.#client) : []
		return { tagForm, mostTags: await readMostTags(this.#client), tagIds: new Map(tags.flatMap(({ id, name }) => id === null ? [] : [[name, id]])) }
	}
}
