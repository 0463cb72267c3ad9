/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { Generated } from 'kysely'
import type { NullableJson } from '../community/tables.ts'
import type { Finding } from '../forum/setup/finding.ts'

/** What came of an action, to be said on the next page. */
export interface Notice {
	text: LocalisedText
	/** Whether it was not done. */
	trouble: boolean
}

declare module '../platform/tables.ts' {
	interface Tables {
		/** Somebody who signed in to the console. */
		console_session: {
			/** SHA-256 of what the browser has. */
			hash: string
			/** The account on the forum, or `admin-token`. */
			who: string
			/** Of the secret that let them in: another one ends the session. */
			credential: string
			began_at: Generated<Date>
			seen_at: Generated<Date>
			notice: NullableJson<Notice>
		}
		/** A sign-in by the forum that was begun. */
		console_nonce: {
			/** SHA-256 of it. */
			hash: string
			/** Where to go afterwards, below the console. */
			back: string
			expires_at: Date
		}
		/** The last check of the forum, one row. */
		console_forum_check: { id: number, at: Generated<Date>, who: string, findings: NullableJson<Finding[]> }
	}
}
