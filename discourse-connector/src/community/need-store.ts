/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Need, NeedPublication } from '@emancipasso/shared/community/need'
import type { Kysely } from 'kysely'
import type { OrganisationCaller } from '../platform/caller.ts'
import type { Database } from '../platform/database.ts'
import type { Tables } from '../platform/tables.ts'
import type { PublicationLimits } from './limits.ts'
import type { Viewer } from './need-view.ts'
import type { Organisations } from './organisations.ts'

import { canonicalText } from '@emancipasso/shared/community/publication'
import { sql } from 'kysely'
import { Problem } from '../platform/problem.ts'
import { allowCorrection, allowPublication, heldNote, mustWait, oneAtATime } from './limits.ts'
import { isVisible, publishedUnlessHeld, selectNeeds, toNeed } from './need-view.ts'
import { recordChange } from './record-change.ts'

/** What the caller knows of the need: nothing yet, or the revision that it read. */
export type Precondition = { create: true } | { revision: number }

/** The published needs. */
export class NeedStore {
	readonly #database: Pick<Database, 'kysely'>
	readonly #limits: PublicationLimits
	readonly #organisations: Organisations | undefined

	/**
	 * @param database of the needs
	 * @param limits of the operator
	 * @param organisations that know who was erased; nobody was when left out
	 */
	constructor(database: Pick<Database, 'kysely'>, limits: PublicationLimits, organisations?: Organisations) {
		this.#database = database
		this.#limits = limits
		this.#organisations = organisations
	}

	/**
	 * A need that the viewer may see.
	 *
	 * @param viewer who asks
	 * @param uuid of the need
	 * @throws {Problem} `not-found`
	 */
	async read(viewer: Viewer, uuid: string): Promise<Need> {
		return await readNeed(this.#database.kysely, viewer, uuid)
	}

	/**
	 * Publishes a need or corrects it. The same call again changes nothing and answers the same need.
	 *
	 * @param caller the organisation
	 * @param uuid that the app chose
	 * @param publication what was approved
	 * @param precondition what the caller knows
	 * @throws {Problem} `not-found` when it is another's, `stale`, `withdrawn`, `too-many-publications`, `organisation-erased`
	 */
	async put(caller: OrganisationCaller, uuid: string, publication: NeedPublication, precondition: Precondition): Promise<{ need: Need, created: boolean }> {
		return await this.#database.kysely.transaction().execute(async (transaction) => {
			await this.#organisations?.holdOff(transaction, caller)
			const created = 'create' in precondition && await this.#create(transaction, caller, uuid, publication)
			if (!created) {
				await this.#correct(transaction, caller, uuid, publication, precondition)
			}
			return { need: await readNeed(transaction, caller, uuid), created }
		})
	}

	/**
	 * Withdraws a need. Its text stays readable where it was public, and out of view where the operator took it back.
	 *
	 * @param caller the organisation
	 * @param uuid of its need
	 * @throws {Problem} `not-found`
	 */
	async withdraw(caller: OrganisationCaller, uuid: string): Promise<Need> {
		return await this.#database.kysely.transaction().execute(async (transaction) => {
			const need = await lockOwn(transaction, caller, uuid)
			if (need.status !== 'withdrawn') {
				await keepHistory(transaction, uuid, 'withdrawn', caller.member)
				await transaction.updateTable('need')
					.set({ status: 'withdrawn', status_note: null, published_at: publishedUnlessHeld, revision: need.revision + 1, updated_at: sql<Date>`now()` })
					.where('id', '=', uuid).execute()
				await recordChange(transaction, uuid, 'withdrawn')
			}
			return await readNeed(transaction, caller, uuid)
		})
	}

	async #create(transaction: Kysely<Tables>, caller: OrganisationCaller, uuid: string, publication: NeedPublication): Promise<boolean> {
		await oneAtATime(transaction, caller.instance)
		if (await transaction.selectFrom('need').select('id').where('id', '=', uuid).executeTakeFirst()) {
			return false
		}
		await allowPublication(transaction, caller, this.#limits)
		const waits = await mustWait(transaction, caller.instance, this.#limits)
		const inserted = await transaction.insertInto('need').values({
			id: uuid,
			instance_id: caller.instance,
			organisation_id: caller.organisation,
			member_id: caller.member ?? null,
			revision: 1,
			kind: publication.kind,
			status: waits ? 'held' : 'published',
			status_note: waits ? JSON.stringify(heldNote) : null,
			publication: JSON.stringify(publication),
			published_at: waits ? null : sql<Date>`now()`,
		}).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
		// Another instance chose the same id at the same moment.
		if (inserted.numInsertedOrUpdatedRows !== 1n) {
			return false
		}
		await recordChange(transaction, uuid, waits ? 'waits for release' : 'published')
		return true
	}

	async #correct(transaction: Kysely<Tables>, caller: OrganisationCaller, uuid: string, publication: NeedPublication, precondition: Precondition): Promise<void> {
		const need = await lockOwn(transaction, caller, uuid)
		if (canonicalText(need.publication) === canonicalText(publication)) {
			return
		}
		if ('create' in precondition || precondition.revision !== need.revision) {
			throw new Problem('stale')
		}
		if (need.status === 'withdrawn') {
			throw new Problem('withdrawn')
		}
		await allowCorrection(transaction, caller, this.#limits)
		await keepHistory(transaction, uuid, 'corrected', caller.member)
		await transaction.updateTable('need').set({
			kind: publication.kind,
			publication: JSON.stringify(publication),
			member_id: caller.member ?? null,
			revision: need.revision + 1,
			// Whatever the operator said was said of the text before.
			...(need.status === 'held' ? { status_note: JSON.stringify(heldNote) } : {}),
			updated_at: sql<Date>`now()`,
		}).where('id', '=', uuid).execute()
		await recordChange(transaction, uuid, 'corrected')
	}
}

/**
 * A need as the viewer may see it.
 *
 * @param kysely database or transaction
 * @param viewer who asks
 * @param uuid of the need
 * @throws {Problem} `not-found`
 */
export async function readNeed(kysely: Kysely<Tables>, viewer: Viewer, uuid: string): Promise<Need> {
	const row = await selectNeeds(kysely, viewer).where('need.id', '=', uuid).where(isVisible(viewer)).executeTakeFirst()
	if (!row) {
		throw new Problem('not-found')
	}
	return toNeed(row, viewer)
}

/**
 * Keeps the state that a need is about to leave.
 *
 * @param transaction that changes the need
 * @param uuid of the need
 * @param reason why it leaves it
 * @param member who changes it, when known
 */
export async function keepHistory(transaction: Kysely<Tables>, uuid: string, reason: string, member: string | undefined): Promise<void> {
	await transaction.insertInto('need_history').columns(['need_id', 'revision', 'status', 'publication', 'reason', 'member_id'])
		.expression(({ selectFrom, val }) => selectFrom('need')
			.select(['id', 'revision', 'status', 'publication', val(reason).as('reason'), sql<string | null>`${member ?? null}::text`.as('member')])
			.where('id', '=', uuid).where('publication', 'is not', null))
		.execute()
}

async function lockOwn(transaction: Kysely<Tables>, caller: OrganisationCaller, uuid: string) {
	const need = await transaction.selectFrom('need').select(['revision', 'status', 'publication'])
		.where('id', '=', uuid).where('instance_id', '=', caller.instance).where('organisation_id', '=', caller.organisation)
		.forUpdate().executeTakeFirst()
	if (!need?.publication) {
		throw new Problem('not-found')
	}
	return { ...need, publication: need.publication }
}
