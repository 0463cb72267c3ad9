/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Need } from '@emancipasso/shared/community/need'
import type { Stack } from '../support/stack.ts'

import { connectorApiBase } from '@emancipasso/shared/contract/connector-api'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { publicationText } from '../contract/publication-text.ts'

const PAUSE_MILLISECONDS = 20
const PATIENCE_MILLISECONDS = 15_000

/** A cloud that publishes needs, and repeats a call whose answer it lost, as the app does. */
export class Publisher {
	/** Ids of the needs that the connector said it has. */
	readonly acknowledged: string[] = []
	readonly #stack: Pick<Stack, 'connector' | 'instanceToken'>

	/** @param stack to publish to, or one process of several */
	constructor(stack: Pick<Stack, 'connector' | 'instanceToken'>) {
		this.#stack = stack
	}

	/**
	 * Publishes some needs, four at a time; resolves once the connector has acknowledged each.
	 *
	 * @param count how many
	 * @throws {Error} for an answer that repeating would not change
	 */
	async publish(count: number): Promise<void> {
		let left = count
		await Promise.all(Array.from({ length: 4 }, async () => {
			while (left-- > 0) {
				await this.#publishOne(randomUUID())
			}
		}))
	}

	/**
	 * Publishes a need again, with the text that it had.
	 *
	 * @param id of a need that was acknowledged
	 */
	async repeat(id: string): Promise<void> {
		await this.#publishOne(id)
	}

	/** How many needs of this cloud are in each state, and what the connector says of those in trouble. */
	async states(): Promise<Record<string, number>> {
		const states = (await this.#needs()).map(({ link }) => [link.state, link.problem?.en].filter(Boolean).join(': '))
		return Object.fromEntries([...new Set(states)].map((state) => [state, states.filter((other) => other === state).length]))
	}

	/** Needs that were acknowledged and are not there any more. */
	async lost(): Promise<string[]> {
		const kept = new Set((await this.#needs()).map(({ uuid }) => uuid))
		return this.acknowledged.filter((id) => !kept.has(id))
	}

	/** At most a hundred. */
	async #needs(): Promise<Need[]> {
		const response = await this.#call('GET', '/needs?mine=true&limit=100')
		return (await response.json() as { items: Need[] }).items
	}

	async #publishOne(id: string): Promise<void> {
		const text = publicationText({ title: `Quel outil pour le besoin ${id} ?` })
		for (;;) {
			const response = await this.#call('PUT', `/needs/${id}`, text).catch(() => undefined)
			// An answer counts once it is whole.
			const answer = await response?.text().catch(() => undefined)
			if (response?.ok && answer !== undefined) {
				this.acknowledged.push(id)
				return
			}
			if (response !== undefined && response.status < 500) {
				throw new Error(`The connector answered ${response.status} to a need: ${answer}`)
			}
			await wait(PAUSE_MILLISECONDS)
		}
	}

	async #call(method: string, path: string, body?: string): Promise<Response> {
		return await fetch(this.#stack.connector + connectorApiBase + path, {
			method,
			headers: {
				Authorization: `Bearer ${this.#stack.instanceToken}`,
				'Emancipasso-Instance': 'cloud-under-faults',
				'Emancipasso-Organisation': 'organisation-under-faults',
				'Emancipasso-Member': 'member-under-faults',
				'Content-Type': 'application/json',
				'If-None-Match': '*',
			},
			body: body ?? null,
			signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
		})
	}
}
