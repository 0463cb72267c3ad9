/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Generated } from 'kysely'
import type { NullableJson } from '../community/tables.ts'
import type { Instant } from '../platform/tables.ts'
import type { TopicFields } from './topics/state.ts'

declare module '../community/tables.ts' {
	interface TopicLinkTable {
		/** Counts the changes of the link. */
		version: Generated<number>
		/** What we wanted when the forum last agreed: against this our own changes are told. */
		settled: NullableJson<TopicFields>
		/** What kind of trouble `problem` describes. */
		problem_kind: string | null
		/** Another topic has the title, so ours is told from it. */
		title_suffix: Generated<boolean>
		/** A person wrote its topic on the forum. */
		born: Generated<boolean>
		/** An admin said which topic it is. */
		chosen: Generated<boolean>
		/** When a topic was last sent: a late answer can still come of it. */
		sent_at: Instant | null
		/** A moderator's review that the topic waits for. */
		reviewable_id: number | null
	}
}
