/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { sql } from 'kysely'

/**
 * That a link is something for a person: in trouble that does not pass by itself, gone, in conflict, half erased, or looked at
 * in vain again and again.
 * What the forum only makes wait is not.
 */
export const needsAttention = sql<boolean>`(
	(problem is not null and coalesce(problem_kind, '') not in ('forum-away', 'waiting')) or (state = 'gone' and erasure is distinct from 'done') or conflict is not null or erasure = 'by-hand'
	or exists (select from hint where hint.record = topic_link.record_id and hint.failures >= 3)
)`
