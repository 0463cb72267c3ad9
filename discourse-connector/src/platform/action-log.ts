/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Generated } from 'kysely'
import type { Tables } from './tables.ts'

import { sql } from 'kysely'

declare module './tables.ts' {
	interface Tables {
		/** What people did with the console or a command, kept for a year. */
		action_log: {
			id: Generated<number>
			at: Generated<Date>
			who: string
			action: string
			target: string
		}
	}
}

/** The name under which commands of the operator are noted. */
export const COMMAND_LINE = 'command-line'

/** The longest words for what something was done to. */
export const LONGEST_TARGET = 500

/** Something that a person changed. */
export interface DoneAction {
	/** The person's account on the forum, `admin-token`, or {@link COMMAND_LINE}. */
	who: string
	/** What kind of thing, for example `record-retry`. */
	action: string
	/** What it was done to, in a few words without secrets: the id of a record, the words of a command. */
	target: string
}

/**
 * Notes what a person changed, and forgets what is older than a year.
 *
 * @param kysely database or transaction
 * @param action that was done
 */
export async function noteAction(kysely: Kysely<Tables>, action: DoneAction): Promise<void> {
	await kysely.insertInto('action_log').values({ ...action, target: wholeWords(action.target, LONGEST_TARGET) }).execute()
	await kysely.deleteFrom('action_log').where('at', '<', sql<Date>`now() - interval '1 year'`).execute()
}

/**
 * The first words of a text that is too long.
 *
 * @param text any
 * @param most characters
 */
export function wholeWords(text: string, most: number): string {
	return text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$/, '')} …`
}

/**
 * What was done, the newest first.
 *
 * @param kysely database
 * @param page from 0
 * @param size of a page
 */
export async function listActions(kysely: Kysely<Tables>, page: number, size: number): Promise<(DoneAction & { at: Date })[]> {
	return await kysely.selectFrom('action_log').select(['at', 'who', 'action', 'target'])
		.orderBy('id', 'desc').limit(size).offset(page * size).execute()
}
