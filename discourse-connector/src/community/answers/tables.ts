/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { ColumnType, Generated } from 'kysely'
import type { Instant } from '../../platform/tables.ts'
import type { NullableJson } from '../tables.ts'

type GeneratedInstant = ColumnType<Date, Date | string | undefined, Date | string>

/**
 * An answer of an organisation to a need, posted on the forum. Erasing it keeps this row with its id, its owner and no
 * words, so that its post can be erased too and the id is never used twice.
 */
export interface PostedReplyTable {
	id: string
	need_id: string
	instance_id: string
	organisation_id: string
	/** Who wrote it last, opaque; null once erased. */
	member_id: string | null
	/** The name that the member chose to show; null once erased. */
	name: string | null
	text: string | null
	revision: number
	status: 'published' | 'withdrawn' | 'erased'
	created_at: GeneratedInstant
	updated_at: GeneratedInstant
	/** How it and its post are joined: `sent` from before the call that creates the post until it was seen. */
	state: Generated<'none' | 'queued' | 'sent' | 'linked' | 'gone'>
	/** What went wrong and what happens next, in words. */
	problem: NullableJson<LocalisedText>
	problem_kind: string | null
	/** Whether people on the forum changed its text. */
	changed_on_forum: Generated<boolean>
	post_id: number | null
	/** When the forum created the post, in its words: with the id it tells our post from another's after a restored backup. */
	posted_at: string | null
	/** Of the topic in which the post was seen last. */
	topic_id: number | null
	/** What we wanted when the forum last agreed: against this our own changes are told. */
	settled: string | null
	/** What the forum made of it. */
	acknowledged: string | null
	/** What is being sent, or whose arrival is not known. */
	sending: string | null
	/** What the forum said last. */
	seen: string | null
	/** Where both sides changed the same: what ours is to be told against to be a change of its own. */
	conflict_base: string | null
	/** The revision that met people's change; a later one has answered it. */
	conflict_revision: number | null
	/** A second post of the same answer, which came late. */
	twin_post_id: number | null
	/** Counts the changes of the link. */
	version: Generated<number>
	/** When it was sent last: a late post can still come of it. */
	sent_at: Instant | null
}

/** Every text that an answer had before. */
interface PostedReplyHistoryTable {
	id: Generated<number>
	reply_id: string
	revision: number
	name: string
	text: string
	member_id: string | null
	/** What ended it, for example `corrected`. */
	reason: string
	at: GeneratedInstant
}

declare module '../../platform/tables.ts' {
	interface Tables {
		posted_reply: PostedReplyTable
		posted_reply_history: PostedReplyHistoryTable
	}
}

/**
 * The name under which an answer is looked at.
 *
 * @param uuid of the answer
 */
export function answerRecord(uuid: string): string {
	return `reply-${uuid.toLowerCase()}`
}
