/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { z } from 'zod'
import type { ForumCall, ForumClientOptions } from '../client.ts'

import { ForumClient } from '../client.ts'
import { ForumFailure } from '../outcome.ts'

const MOST_SECONDS = 120

/** A client for one person at a terminal: where the forum asks to wait, it waits, as what is refused so did not happen. */
export class PatientClient extends ForumClient {
	readonly #wait: (seconds: number) => Promise<void>

	/**
	 * @param options where the forum is and who we are there
	 * @param wait for so many seconds
	 */
	constructor(options: ForumClientOptions, wait: (seconds: number) => Promise<void>) {
		super(options)
		this.#wait = wait
	}

	override async request<Schema extends z.ZodType>(call: ForumCall, schema: Schema): Promise<z.output<Schema>> {
		for (let waited = 0; ;) {
			try {
				return await super.request(call, schema)
			} catch (error) {
				const seconds = error instanceof ForumFailure && error.kind === 'busy' ? Math.max(1, error.waitSeconds ?? 60) : null
				if (seconds === null || waited + seconds > MOST_SECONDS) {
					throw error
				}
				waited += seconds
				await this.#wait(seconds)
			}
		}
	}
}
