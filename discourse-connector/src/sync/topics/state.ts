/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AcknowledgedTopic, TopicConflict } from '../../community/tables.ts'
import type { ForumPost, ForumTopic } from '../../forum/replies.ts'

/** The fields of a topic that we keep in step. */
export interface TopicFields {
	title: string
	/** Markdown. */
	body: string
	/** Null where nothing is in a category. */
	category: number | null
	/** Ours only; people's tags are left alone. */
	tags: string[]
	closed: boolean
	visible: boolean
}

/** What the record wants of the forum; null when it says nothing about it. */
export interface Desired extends TopicFields {
	category: number
	/** Whether the topic is made when there is none: only for what is published and public now. */
	mayCreate: boolean
	/** Whether it goes over people's changes: only for what must be erased. */
	mustWin: boolean
	/** How often its author corrected it: who corrects again after a conflict has answered it. */
	corrections: number
}

/** What the forum says now. */
export type Observed
	/** No topic has our id, or none that this key may see. */
	= | { is: 'absent' }
		/** A moderator has not approved it yet. */
		| { is: 'waiting' }
		| { is: 'deleted' }
		/** Turned into a personal message. */
		| { is: 'personal' }
		/** The number belongs to a topic of somebody else, as after a restored backup. */
		| { is: 'foreign' }
		/** Chosen by an admin, or where our own post is no more: its replies are read and nothing is written. */
		| { is: 'followed', topic: ForumTopic }
		| { is: 'present', topic: ForumTopic, firstPost: ForumPost, fields: AcknowledgedTopic }

/** Everything that decides what happens next about one record. */
export interface RecordState {
	desired: Desired | null
	/** What we wanted when the forum last agreed, or what is just being sent; null when we do not remember. */
	settled: TopicFields | null
	/** What the forum made of it, in its own words; null before it was read back. */
	acknowledged: AcknowledgedTopic | null
	observed: Observed
	/** Whether the forum once showed us the topic. */
	wasLinked: boolean
	/** How many tags a topic may have. */
	mostTags: number
}

export type FieldName = keyof TopicFields

/** Of each field that both sides changed: what ours is to be told against to be a change of its own. */
export type ConflictBase = TopicConflict['base']

/** One step towards agreement. */
export type Action
	= | { do: 'create', topic: Desired }
		/** Fields of the topic in one call; `tags` are all that it shall have. */
		| { do: 'change-topic', title?: string, category?: number, tags?: string[] }
		| { do: 'change-body', body: string }
		| { do: 'set-status', status: 'closed' | 'visible', enabled: boolean }
		/** Both sides changed the field: the forum's stays, and the author is told. Told against `base`, ours is a new change. */
		| { do: 'yield', fields: FieldName[], base: ConflictBase }
		| { do: 'mark-gone', why: 'lost' | 'deleted' | 'personal' | 'foreign' }
