/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { OrganisationCaller } from '../platform/caller.ts'
import type { Database } from '../platform/database.ts'

import { Problem } from '../platform/problem.ts'

/** The organisations that instances act for: how many, and which are suspended. */
export class OrganisationStore {
	readonly #database: Pick<Database, 'kysely'>
	readonly #limit: number

	/**
	 * @param database that keeps them
	 * @param limit how many one instance may have
	 */
	constructor(database: Pick<Database, 'kysely'>, limit: number) {
		this.#database = database
		this.#limit = limit
	}

	/**
	 * Lets an organisation act. The first time it is remembered.
	 *
	 * @param caller that acts
	 * @throws {Problem} `organisation-suspended` or `too-many-organisations`
	 */
	async admit(caller: Pick<OrganisationCaller, 'instance' | 'organisation'>): Promise<void> {
		const { instance, organisation } = caller
		const state = await this.#stateOf(instance, organisation) ?? await this.#remember(instance, organisation)
		if (state === 'suspended') {
			throw new Problem('organisation-suspended')
		}
	}

	/**
	 * Suspends or resumes an organisation, known or not.
	 *
	 * @param instance that made its id
	 * @param organisation its opaque id
	 * @param state to bring it to
	 */
	async setState(instance: string, organisation: string, state: 'active' | 'suspended'): Promise<void> {
		await this.#database.kysely.insertInto('organisation').values({ instance_id: instance, organisation_id: organisation, state })
			.onConflict((conflict) => conflict.columns(['instance_id', 'organisation_id']).doUpdateSet({ state })).execute()
	}

	async #stateOf(instance: string, organisation: string): Promise<'active' | 'suspended' | undefined> {
		const row = await this.#database.kysely.selectFrom('organisation').select('state')
			.where('instance_id', '=', instance).where('organisation_id', '=', organisation).executeTakeFirst()
		return row?.state
	}

	async #remember(instance: string, organisation: string): Promise<'active'> {
		await this.#database.kysely.transaction().execute(async (transaction) => {
			// Two new organisations at once must not both take the last place.
			await transaction.selectFrom('instance').select('id').where('id', '=', instance).forUpdate().execute()
			const { count } = await transaction.selectFrom('organisation').select(({ fn }) => fn.countAll<number>().as('count'))
				.where('instance_id', '=', instance).executeTakeFirstOrThrow()
			if (count >= this.#limit) {
				throw new Problem('too-many-organisations')
			}
			await transaction.insertInto('organisation').values({ instance_id: instance, organisation_id: organisation })
				.onConflict((conflict) => conflict.doNothing()).execute()
		})
		return 'active'
	}
}
