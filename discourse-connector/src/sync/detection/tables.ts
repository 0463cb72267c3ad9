/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Generated } from 'kysely'
import type { NullableJson } from '../../community/tables.ts'
import type { Instant } from '../../platform/tables.ts'

/** What a topic looked like when it was read last; against this lists tell what is news. */
export interface LastRead {
	title: string
	/** Digest of the text. */
	body: string
	category: number | null
	/** Names, sorted. */
	tags: string[]
	closed: boolean
	visible: boolean
	/** As the forum counts; null where it does not say. */
	posts: number | null
	lastPostedAt: string | null
	/** The newest date of a post that was read, by the forum's clock: what happened until then is known. */
	upTo: string
	/** Of all that was read and written, to tell whether anything differs later. */
	digest: string
}

declare module '../../community/tables.ts' {
	interface TopicLinkTable {
		last_read: NullableJson<LastRead>
		/** When the topic was last asked for, whatever the answer and whatever the reason; null for never. */
		audited_at: Instant | null
		/** The claim under which the topic was looked at when an event was last taken for an echo meanwhile. */
		echoed_in: string | null
	}
}

declare module '../../platform/tables.ts' {
	interface Tables {
		/** How far each kind of detection has come. */
		detection: {
			name: string
			state: NullableJson<unknown>
			/** When it last came to its end. */
			done_at: Instant | null
		}
		/** Topics that were there and are not, of late. */
		vanished_topic: {
			record_id: string
			why: string
			seen_at: Generated<Date>
			/** Whether marking it as gone waits for a person. */
			held: Generated<boolean>
			/** Whether a person said that it is gone. */
			confirmed: Generated<boolean>
		}
		/** Differences that looking found and no webhook had told, by day and by what made us look. */
		drift_count: { day: Generated<string>, found_by: string, records: number }
	}
}
