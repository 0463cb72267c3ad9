/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedPublication } from '@emancipasso/shared/community/need'
import type { NeedKind, NeedStatus } from '@emancipasso/shared/community/need-vocabulary'
import type { LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { ColumnType, Generated } from 'kysely'
import type { Instant } from '../platform/tables.ts'

/** A JSON column: read as a value, written as `JSON.stringify(…)`. */
type Json<Value> = ColumnType<Value, string, string>

/** A column that is null until something is known. */
export type NullableJson<Value> = ColumnType<Value | null, string | null | undefined, string | null>

/** An instant that the database fills in when it is not given. */
type GeneratedInstant = ColumnType<Date, Date | string | undefined, Date | string>

/** A published need. Erasing it keeps this row with its id, its owner and no text, so that the id is never used twice. */
interface NeedTable {
	id: string
	instance_id: string
	/** Opaque; only together with the instance does it name an organisation. */
	organisation_id: string
	/** Who wrote it, opaque; null once the member is forgotten. */
	member_id: string | null
	revision: number
	kind: NeedKind
	status: NeedStatus
	/** Why it is held or withdrawn, in words. */
	status_note: NullableJson<LocalisedText>
	/** `forum` where a person wrote it there; null where it came from a cloud. */
	origin: 'forum' | null
	/** Null once erased. */
	publication: NullableJson<NeedPublication>
	/** What is searched, plain; kept by the database: title and tools, and all texts. */
	title_plain: ColumnType<string, never, never>
	text_plain: ColumnType<string, never, never>
	/** Replies that are not deleted. */
	reply_count: Generated<number>
	/** When somebody last opened its replies, to the day. */
	replies_shown_at: GeneratedInstant
	/** Whether the copies of its replies were dropped by age, while there are some on the forum. */
	replies_dropped: Generated<boolean>
	created_at: GeneratedInstant
	updated_at: GeneratedInstant
	/** When it first became public; stays when it is held again, so that it can be released, and is forgotten when a held one ends. */
	published_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
	/** The revision that the operator refused: another one waits again. */
	refused_revision: ColumnType<number | null, number | null | undefined, number | null>
}

/** Every state that a need was in before, and what was tried to change it from elsewhere. */
interface NeedHistoryTable {
	id: Generated<number>
	need_id: string
	revision: number
	status: NeedStatus
	publication: Json<NeedPublication>
	/** What ended it, for example `corrected`, `withdrawn`, `forum-edit`. */
	reason: string
	member_id: string | null
	at: GeneratedInstant
}

/** One organisation that has the same need. */
interface SupportTable {
	need_id: string
	instance_id: string
	organisation_id: string
	member_id: string | null
	created_at: GeneratedInstant
}

/** The single row whose lock puts all changes in one order. Whoever restores a dump gives the feed a new name. */
interface ChangeCounterTable {
	id: number
	feed: string
	position: number
}

/** The newest change of each record; an older one is replaced. */
export interface ChangeTable {
	position: number
	kind: 'need' | 'replies'
	record: string
	at: GeneratedInstant
}

/** An answer on the forum, copied for the clouds that show it. */
interface ReplyTable {
	/** The forum's id of the post. */
	id: number
	need_id: string
	author: string
	/** Sanitised; empty when deleted. */
	html: string
	/** The change in which it was last seen different. */
	position: number
	deleted: boolean
	created_at: Instant
	updated_at: Instant
}

/** What the forum returned last for our topic, after its own rewriting. */
export interface AcknowledgedTopic {
	title: string
	body: string
	category: number | null
	tags: { id: number | null, name: string }[]
	closed: boolean
	visible: boolean
}

/** What both sides changed, until the author says which one stays. */
export interface TopicConflict {
	fields: (keyof AcknowledgedTopic)[]
	/** What ours is to be told against to be a change of its own. */
	base: Partial<Omit<AcknowledgedTopic, 'tags'>>
	/** How often the author had corrected the record by then. */
	corrections: number
}

/** How a record and its topic are joined: written by the synchronisation, which adds columns of its own, and shown here. */
export interface TopicLinkTable {
	/** `need-<uuid>`: also the topic's external id. */
	record_id: string
	need_id: string | null
	topic_id: number | null
	first_post_id: number | null
	topic_url: string | null
	state: 'none' | 'queued' | 'sent' | 'linked' | 'gone'
	/** What went wrong and what happens next, in words. */
	problem: NullableJson<LocalisedText>
	acknowledged: NullableJson<AcknowledgedTopic>
	attempts: Generated<number>
	/** What people on the forum made of our text; its HTML sanitised. */
	forum_text: NullableJson<{ title: string, html: string }>
	/** What people did with the topic. */
	standing: NullableJson<{ closed: boolean, archived: boolean, votes: number | null, acceptedPost: number | null }>
	/** What both sides changed, until its author answers. */
	conflict: NullableJson<TopicConflict>
	/** How far the erasure came on the forum; null while it is not erased there. */
	erasure: 'done' | 'by-hand' | null
	/** Why moderators deleted the topic, as they told its author. */
	moderator_reason: ColumnType<string | null, string | null | undefined, string | null>
	updated_at: GeneratedInstant
}

declare module '../platform/tables.ts' {
	interface Tables {
		need: NeedTable
		need_history: NeedHistoryTable
		support: SupportTable
		change_counter: ChangeCounterTable
		change: ChangeTable
		reply: ReplyTable
		topic_link: TopicLinkTable
	}
}

/**
 * The name under which a need is looked at, and its topic's external id on the forum: at most 50 lower-case characters.
 *
 * @param uuid of the need
 */
export function recordOf(uuid: string): string {
	return `need-${uuid.toLowerCase()}`
}
