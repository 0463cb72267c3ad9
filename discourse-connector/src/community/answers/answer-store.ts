/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AnswerText, OwnAnswer } from '@emancipasso/shared/community/answer'
import type { Kysely } from 'kysely'
import type { OrganisationCaller } from '../../platform/caller.ts'
import type { Database } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.ts'
import type { PublicationLimits } from '../limits.ts'
import type { Precondition } from '../need-store.ts'
import type { Organisations } from '../organisations.ts'
import type { AnswerRow } from './answer-view.ts'

import { sql } from 'kysely'
import { leaveHint } from '../../platform/hints.ts'
import { Problem } from '../../platform/problem.ts'
import { noteChanges } from '../change-feed.ts'
import { oneAtATime } from '../limits.ts'
import { readNeed } from '../need-store.ts'
import { lockNeed } from '../need-topic.ts'
import { allowAnswer, allowAnswerCorrection, mustTakeAnswers } from './answer-rules.ts'
import { toOwnAnswer } from './answer-view.ts'
import { answerRecord } from './tables.ts'

/** Where an answer is. */
export interface AnswerPlace {
	/** The need that it answers. */
	need: string
	/** Its own id, chosen by the app. */
	reply: string
}

/** What organisations answer from their clouds. */
export class AnswerStore {
	readonly #database: Pick<Database, 'kysely'>
	readonly #limits: PublicationLimits
	readonly #organisations: Organisations | undefined

	/**
	 * @param database of the answers
	 * @param limits of the operator
	 * @param organisations that know who was erased; nobody was when left out
	 */
	constructor(database: Pick<Database, 'kysely'>, limits: PublicationLimits, organisations?: Organisations) {
		this.#database = database
		this.#limits = limits
		this.#organisations = organisations
	}

	/**
	 * Answers a need or corrects the answer. The same call again changes nothing and answers the same.
	 *
	 * @param caller the organisation
	 * @param place of the answer
	 * @param answer name and text
	 * @param precondition what the caller knows
	 * @throws {Problem} `not-found`, `stale`, `withdrawn`, `answer-withdrawn`, `topic-closed`, `answers-wait`, `too-many-publications`, `organisation-erased`
	 */
	async put(caller: OrganisationCaller, place: AnswerPlace, answer: AnswerText, precondition: Precondition): Promise<{ answer: OwnAnswer, created: boolean }> {
		return await this.#database.kysely.transaction().execute(async (transaction) => {
			await this.#organisations?.holdOff(transaction, caller)
			await oneAtATime(transaction, caller.instance)
			await lockNeed(transaction, place.need)
			const known = await transaction.selectFrom('posted_reply').selectAll().where('id', '=', place.reply).executeTakeFirst()
			if (known === undefined) {
				await this.#create(transaction, caller, place, answer, precondition)
			} else {
				await this.#correct(transaction, caller, mustOwn(known, caller, place), answer, precondition)
			}
			return { answer: toOwnAnswer(await readRow(transaction, caller, place)), created: known === undefined }
		})
	}

	/**
	 * Takes an answer back: its post is deleted. Again, it does nothing more.
	 *
	 * @param caller the organisation
	 * @param place of its answer
	 * @throws {Problem} `not-found`
	 */
	async withdraw(caller: OrganisationCaller, place: AnswerPlace): Promise<OwnAnswer> {
		return await this.#database.kysely.transaction().execute(async (transaction) => {
			await lockNeed(transaction, place.need)
			const row = await readRow(transaction, caller, place)
			if (row.status !== 'withdrawn') {
				await keepHistory(transaction, place.reply, 'withdrawn')
				await transaction.updateTable('posted_reply')
					.set({ status: 'withdrawn', revision: row.revision + 1, updated_at: sql<Date>`now()` })
					.where('id', '=', place.reply).execute()
				await recordAnswerChange(transaction, place, 'withdrawn')
			}
			return toOwnAnswer(await readRow(transaction, caller, place))
		})
	}

	async #create(transaction: Kysely<Tables>, caller: OrganisationCaller, place: AnswerPlace, { name, text }: AnswerText, precondition: Precondition): Promise<void> {
		const need = await readNeed(transaction, caller, place.need)
		if (!('create' in precondition)) {
			throw new Problem('not-found')
		}
		mustTakeAnswers(need)
		await allowAnswer(transaction, caller, this.#limits)
		const inserted = await transaction.insertInto('posted_reply').values({
			id: place.reply,
			need_id: place.need,
			instance_id: caller.instance,
			organisation_id: caller.organisation,
			member_id: caller.member ?? null,
			name,
			text,
			revision: 1,
			status: 'published',
		}).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
		// Another instance chose the same id at the same moment.
		if (inserted.numInsertedOrUpdatedRows !== 1n) {
			throw new Problem('not-found')
		}
		await recordAnswerChange(transaction, place, 'answered')
	}

	async #correct(transaction: Kysely<Tables>, caller: OrganisationCaller, row: AnswerRow, { name, text }: AnswerText, precondition: Precondition): Promise<void> {
		if (row.status === 'withdrawn') {
			throw new Problem('answer-withdrawn')
		}
		if (row.name === name && row.text === text) {
			return
		}
		if ('create' in precondition || precondition.revision !== row.revision) {
			throw new Problem('stale')
		}
		await allowAnswerCorrection(transaction, caller, this.#limits)
		await keepHistory(transaction, row.id, 'corrected')
		await transaction.updateTable('posted_reply')
			.set({ name, text, member_id: caller.member ?? null, revision: row.revision + 1, updated_at: sql<Date>`now()` })
			.where('id', '=', row.id).execute()
		await recordAnswerChange(transaction, { need: row.need_id, reply: row.id }, 'corrected')
	}
}

/**
 * Says that an answer changed: to the clouds by the change feed, to the synchronisation by a hint. Call it last, in a
 * transaction that locked the need.
 *
 * @param transaction the one that changed it
 * @param place of the answer
 * @param place.need that it answers
 * @param place.reply its uuid
 * @param reason a few words for the operator
 */
async function recordAnswerChange(transaction: Kysely<Tables>, { need, reply }: AnswerPlace, reason: string): Promise<void> {
	await noteChanges(transaction, 'replies', [need])
	await leaveHint(transaction, answerRecord(reply), reason)
}

async function readRow(transaction: Kysely<Tables>, caller: OrganisationCaller, place: AnswerPlace): Promise<AnswerRow> {
	const row = await transaction.selectFrom('posted_reply').selectAll().where('id', '=', place.reply).executeTakeFirst()
	return mustOwn(row, caller, place)
}

function mustOwn(row: AnswerRow | undefined, caller: OrganisationCaller, place: AnswerPlace): AnswerRow {
	if (row === undefined || row.need_id !== place.need || row.instance_id !== caller.instance || row.organisation_id !== caller.organisation || row.status === 'erased') {
		throw new Problem('not-found')
	}
	return row
}

async function keepHistory(transaction: Kysely<Tables>, uuid: string, reason: string): Promise<void> {
	await transaction.insertInto('posted_reply_history').columns(['reply_id', 'revision', 'name', 'text', 'member_id', 'reason'])
		.expression(({ selectFrom, val, fn }) => selectFrom('posted_reply')
			.select(['id', 'revision', fn.coalesce('name', val('')).as('name'), fn.coalesce('text', val('')).as('text'), 'member_id', val(reason).as('reason')])
			.where('id', '=', uuid))
		.execute()
}
