/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { sql } from 'kysely'

/**
 * That a link is something for a person: in trouble that does not pass by itself, gone, in conflict, half erased, or looked at
 * in vain again and again.
 * What the forum only makes wait is not, but a review that takes three days: nothing tells that it was rejected.
 */
export const needsAttention = sql<boolean>`(
	(problem is not null and coalesce(problem_kind, '') not in ('forum-away', 'waiting')) or (problem_kind = 'waiting' and sent_at < now() - interval '3 days') or (state = 'gone' and erasure is distinct from 'done') or conflict is not null or erasure = 'by-hand'
	or exists (select from hint where hint.record = topic_link.record_id and hint.failures >= 3)
)`
