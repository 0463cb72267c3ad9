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
	'topic_link.moderator_reason',
] as const

type Row = { [Column in 'topic_url' | 'forum_text' | 'conflict' | 'standing' | 'moderator_reason']: Selectable<TopicLinkTable>[Column] | null } & {
	link_problem: NeedLink['problem'] | null
	link_problem_kind: string | null
}

/** Troubles that moderators can have a reason for. */
export const GONE_BY_MODERATORS: readonly string[] = ['deleted', 'lost', 'personal']

/**
 * All that an answer says of a topic but its state.
 *
 * @param row with {@link linkColumns}; all null where there is no link yet
 * @param mine whether its author asks, who alone reads why moderators deleted the topic
 */
export function linkDetails(row: Row, mine: boolean): Omit<NeedLink, 'state'> {
	const { standing, conflict } = row
	const problem = mine ? withReason(row) : row.link_problem
	return {
		...(row.topic_url ? { topicUrl: row.topic_url } : {}),
		...(problem ? { problem } : {}),
		...(problem && row.link_problem_kind ? { problemKind: row.link_problem_kind } : {}),
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

function withReason({ link_problem: problem, link_problem_kind: kind, moderator_reason: reason }: Row): NeedLink['problem'] | null {
	return problem && reason !== null && GONE_BY_MODERATORS.includes(kind ?? '')
		? { fr: `${problem.fr} Raison donnée par la modération\u00A0: «\u00A0${reason}\u00A0»`, en: `${problem.en} The moderators’ reason: “${reason}”` }
		: problem
}
