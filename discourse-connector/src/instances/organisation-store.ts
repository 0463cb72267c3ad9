/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { OrganisationCaller } from '../platform/caller.ts'
import type { Database } from '../platform/database.ts'
import type { Tables } from '../platform/tables.ts'
import type { OrganisationState } from './tables.ts'

import { recordSuspension } from '../community/suspension.ts'
import { Problem } from '../platform/problem.ts'

/** The organisations that instances act for: how many, which are suspended, and which were erased. */
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
	 * @throws {Problem} `organisation-erased`, `organisation-suspended` or `too-many-organisations`
	 */
	async admit(caller: Pick<OrganisationCaller, 'instance' | 'organisation'>): Promise<void> {
		const { instance, organisation } = caller
		const state = await this.#stateOf(instance, organisation) ?? await this.#remember(instance, organisation)
		refuse(state)
	}

	/**
	 * Makes an erasure or a suspension of the organisation wait until a transaction ends.
	 *
	 * @param transaction that writes something in its name
	 * @param caller that acts
	 * @throws {Problem} `organisation-erased` or `organisation-suspended` when one came before
	 */
	async holdOff(transaction: Kysely<Tables>, caller: Pick<OrganisationCaller, 'instance' | 'organisation'>): Promise<void> {
		const row = await transaction.selectFrom('organisation').select('state')
			.where('instance_id', '=', caller.instance).where('organisation_id', '=', caller.organisation).forShare().executeTakeFirst()
		refuse(row?.state)
	}

	/**
	 * Ends an organisation for ever: it takes no place among those of its instance, and nothing is taken in its name any more.
	 *
	 * @param transaction that erases what is its own
	 * @param instance that made its id
	 * @param organisation its opaque id, known or not
	 */
	async erase(transaction: Kysely<Tables>, instance: string, organisation: string): Promise<void> {
		await transaction.insertInto('organisation').values({ instance_id: instance, organisation_id: organisation, state: 'erased' })
			.onConflict((conflict) => conflict.columns(['instance_id', 'organisation_id']).doUpdateSet({ state: 'erased' })).execute()
	}

	/**
	 * Suspends or resumes an organisation, known or not.
	 *
	 * @param instance that made its id
	 * @param organisation its opaque id
	 * @param state to bring it to
	 * @return whether it was brought there; an erased one is not
	 */
	async setState(instance: string, organisation: string, state: 'active' | 'suspended'): Promise<boolean> {
		return await this.#database.kysely.transaction().execute(async (transaction) => {
			const result = await transaction.insertInto('organisation').values({ instance_id: instance, organisation_id: organisation, state })
				.onConflict((conflict) => conflict.columns(['instance_id', 'organisation_id']).doUpdateSet({ state }).where('organisation.state', '!=', 'erased'))
				.executeTakeFirst()
			await recordSuspension(transaction, instance, organisation)
			return result.numInsertedOrUpdatedRows === 1n
		})
	}

	async #stateOf(instance: string, organisation: string): Promise<OrganisationState | undefined> {
		const row = await this.#database.kysely.selectFrom('organisation').select('state')
			.where('instance_id', '=', instance).where('organisation_id', '=', organisation).executeTakeFirst()
		return row?.state
	}

	async #remember(instance: string, organisation: string): Promise<'active'> {
		await this.#database.kysely.transaction().execute(async (transaction) => {
			// Two new organisations at once must not both take the last place.
			await transaction.selectFrom('instance').select('id').where('id', '=', instance).forUpdate().execute()
			const { count } = await transaction.selectFrom('organisation').select(({ fn }) => fn.countAll<number>().as('count'))
				.where('instance_id', '=', instance).where('state', '!=', 'erased').executeTakeFirstOrThrow()
			if (count >= this.#limit) {
				throw new Problem('too-many-organisations')
			}
			await transaction.insertInto('organisation').values({ instance_id: instance, organisation_id: organisation })
				.onConflict((conflict) => conflict.doNothing()).execute()
		})
		return 'active'
	}
}

/**
 * @param state of an organisation; undefined for one that is not known
 */
function refuse(state: OrganisationState | undefined): void {
	if (state === 'erased' || state === 'suspended') {
		throw new Problem(`organisation-${state}`)
	}
}
