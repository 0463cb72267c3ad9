/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedLink } from '@emancipasso/shared/community/need'
import type { Selectable } from 'kysely'
import type { TopicLinkTable } from './tables.ts'

/** What an answer about a need says of its topic, from its link. */
export const linkColumns = [
	'topic_link.state as link_state',
	'topic_link.topic_url',
	'topic_link.problem as link_problem',
	'topic_link.problem_kind as link_problem_kind',
	'topic_link.forum_text',
	'topic_link.conflict',
	'topic_link.standing',
] as const

type Row = { [Column in 'topic_url' | 'forum_text' | 'conflict' | 'standing']: Selectable<TopicLinkTable>[Column] | null } & {
	link_problem: NeedLink['problem'] | null
	link_problem_kind: string | null
}

/**
 * All that an answer says of a topic but its state.
 *
 * @param row with {@link linkColumns}; all null where there is no link yet
 */
export function linkDetails(row: Row): Omit<NeedLink, 'state'> {
	const { standing, conflict } = row
	return {
		...(row.topic_url ? { topicUrl: row.topic_url } : {}),
		...(row.link_problem ? { problem: row.link_problem } : {}),
		...(row.link_problem && row.link_problem_kind ? { problemKind: row.link_problem_kind } : {}),
		...(row.forum_text ? { forumText: row.forum_text } : {}),
		...(conflict ? { conflict: { fields: conflict.fields } } : {}),
		...(standing
			? {
					standing: {
						closed: standing.closed,
						archived: standing.archived,
						...(standing.votes === null ? {} : { votes: standing.votes }),
						...(standing.acceptedPost === null ? {} : { acceptedReply: String(standing.acceptedPost) }),
					},
				}
			: {}),
	}
}
