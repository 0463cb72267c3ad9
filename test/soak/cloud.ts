/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Need, NeedPublication } from '@emancipasso/shared/community/need'

import { canonicalText } from '@emancipasso/shared/community/publication'
import { connectorApiBase } from '@emancipasso/shared/contract/connector-api'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { publicationText } from '../contract/publication-text.ts'

const PAUSE_MILLISECONDS = 200
const PATIENCE_MILLISECONDS = 15_000
const OLD = 409
const CHANGED = 412

/** A need that the connector said it has. */
export interface PublishedNeed {
	uuid: string
	/** One of each text that was acknowledged. */
	words: string[]
	withdrawn: boolean
}

/** People of a cloud who publish, correct and withdraw, and repeat each call until it is answered, as the app does. */
export class Cloud {
	readonly needs: PublishedNeed[] = []
	/** Acts that were acknowledged, and calls that had to be repeated. */
	acts = 0
	repeats = 0
	readonly #connector: string
	readonly #token: string
	#words = 0

	/**
	 * @param connector address without a slash at the end
	 * @param token of the instance
	 */
	constructor(connector: string, token: string) {
		this.#connector = connector
		this.#token = token
	}

	async publish(): Promise<void> {
		const [uuid, word] = [randomUUID(), this.#word()]
		const text = publicationText({ title: `Quel agenda partagé pour l’équipe ${word} ?`, context: `Nous sommes une petite association, ${word}.` })
		await this.#until('PUT', `/needs/${uuid}`, { 'If-None-Match': '*' }, text)
		this.needs.push({ uuid, words: [word], withdrawn: false })
		this.acts++
	}

	/**
	 * @param need that was published
	 * @param changesTitle or else a part of the text
	 */
	async correct(need: PublishedNeed, changesTitle: boolean): Promise<void> {
		const word = this.#word()
		for (;;) {
			const { publication, revision } = await (await this.#until('GET', `/needs/${need.uuid}`)).json() as Need & { publication: NeedPublication }
			const changed = {
				...publication,
				...(changesTitle ? { title: `Quel agenda partagé choisir, ${word} ?` } : { sections: publication.sections.map((section) => section.id === 'problem' ? { ...section, text: `Chacun tient son agenda de son côté, ${word}.` } : section) }),
			}
			const { ok, status } = await this.#until('PUT', `/needs/${need.uuid}`, { 'If-Match': `"${revision}"` }, canonicalText(changed), [OLD, CHANGED])
			if (ok) {
				need.words.push(word)
				this.acts++
				return
			}
			// An earlier try of this very call may have been the one that changed it.
			this.repeats += status === CHANGED || status === OLD ? 1 : 0
		}
	}

	async withdraw(need: PublishedNeed): Promise<void> {
		need.withdrawn = true
		await this.#until('POST', `/needs/${need.uuid}/withdraw`)
		this.acts++
	}

	#word(): string {
		return `nuage${++this.#words}x`
	}

	async #until(method: string, path: string, headers: Record<string, string> = {}, body?: string, accepted: readonly number[] = []): Promise<Response> {
		for (;;) {
			const response = await this.#call(method, path, headers, body)
			if (response !== undefined && (response.ok || accepted.includes(response.status))) {
				return response
			}
			if (response !== undefined && response.status < 500 && response.status !== 429) {
				throw new Error(`The connector answered ${response.status} to ${method} ${path}: ${await response.text()}`)
			}
			this.repeats++
			await wait(PAUSE_MILLISECONDS)
		}
	}

	/** Undefined when no whole answer came. */
	async #call(method: string, path: string, headers: Record<string, string>, body: string | undefined): Promise<Response | undefined> {
		try {
			const response = await fetch(this.#connector + connectorApiBase + path, {
				method,
				headers: {
					Authorization: `Bearer ${this.#token}`,
					'Emancipasso-Instance': 'cloud-of-the-soak',
					'Emancipasso-Organisation': 'organisation-of-the-soak',
					'Emancipasso-Member': 'member-of-the-soak',
					...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
					...headers,
				},
				body: body ?? null,
				signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
			})
			return new Response(await response.arrayBuffer(), { status: response.status })
		} catch {
			return undefined
		}
	}
}
