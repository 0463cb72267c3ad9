/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Need } from '@emancipasso/shared/community/need'
import type { OrganisationCaller } from '../platform/caller.ts'
import type { Database } from '../platform/database.ts'
import type { Organisations } from './organisations.ts'

import { Problem } from '../platform/problem.ts'
import { readNeed } from './need-store.ts'
import { lockNeed } from './need-topic.ts'
import { recordChange } from './record-change.ts'

/** Which organisations have the same need: one voice each. */
export class SupportStore {
	readonly #database: Pick<Database, 'kysely'>
	readonly #organisations: Organisations | undefined

	/**
	 * @param database of the supports
	 * @param organisations that know who was erased; nobody was when left out
	 */
	constructor(database: Pick<Database, 'kysely'>, organisations?: Organisations) {
		this.#database = database
		this.#organisations = organisations
	}

	/**
	 * Says that an organisation has the same need. Again, or for its own need, it changes nothing.
	 *
	 * @param caller the organisation
	 * @param uuid of a need that it sees
	 * @throws {Problem} `not-found`, `withdrawn`, `organisation-erased`
	 */
	async support(caller: OrganisationCaller, uuid: string): Promise<Need> {
		return await this.#database.kysely.transaction().execute(async (transaction) => {
			await this.#organisations?.holdOff(transaction, caller)
			await lockNeed(transaction, uuid)
			const need = await readNeed(transaction, caller, uuid)
			if (need.status === 'withdrawn') {
				throw new Problem('withdrawn')
			}
			if (need.mine || need.supports.own) {
				return need
			}
			await transaction.insertInto('support')
				.values({ need_id: uuid, instance_id: caller.instance, organisation_id: caller.organisation, member_id: caller.member ?? null })
				.execute()
			await recordChange(transaction, uuid, 'supported')
			return await readNeed(transaction, caller, uuid)
		})
	}

	/**
	 * Takes an organisation's support back. Without one it changes nothing.
	 *
	 * @param caller the organisation
	 * @param uuid of a need that it sees
	 * @throws {Problem} `not-found`
	 */
	async takeBack(caller: OrganisationCaller, uuid: string): Promise<Need> {
		return await this.#database.kysely.transaction().execute(async (transaction) => {
			await lockNeed(transaction, uuid)
			await readNeed(transaction, caller, uuid)
			const deleted = await transaction.deleteFrom('support')
				.where('need_id', '=', uuid).where('instance_id', '=', caller.instance).where('organisation_id', '=', caller.organisation)
				.executeTakeFirst()
			if (deleted.numDeletedRows > 0n) {
				await recordChange(transaction, uuid, 'support taken back')
			}
			return await readNeed(transaction, caller, uuid)
		})
	}
}
