/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The query of the forum's Data Explorer that tells in one call which topics changed; an admin of the forum stores it once. */
export const sweepQuery = {
	name: 'emancipasso: what changed',
	description: 'Topics that changed since an instant, for the connector of Émancip’Asso: numbers and dates only.',
	// Edits of tags and titles are revisions of the first post. A topic that became a personal message is told only when
	// it is one of the connector’s, by its number.
	sql: `-- [params]
-- string :since = 2026-01-01T00:00:00.000Z
-- int :after = 0

SELECT changes.topic_id, DATE_TRUNC('milliseconds', MAX(changes.changed_at)) AS changed_at
FROM (
	SELECT topic_id, GREATEST(updated_at, deleted_at) AS changed_at
	FROM posts
	WHERE (updated_at >= CAST(:since AS timestamp) OR deleted_at >= CAST(:since AS timestamp)) AND post_type <> 4
	UNION ALL
	SELECT posts.topic_id, post_revisions.updated_at
	FROM post_revisions JOIN posts ON posts.id = post_revisions.post_id
	WHERE post_revisions.updated_at >= CAST(:since AS timestamp) AND posts.post_type <> 4
	UNION ALL
	SELECT id, GREATEST(updated_at, deleted_at)
	FROM topics
	WHERE updated_at >= CAST(:since AS timestamp) OR deleted_at >= CAST(:since AS timestamp)
) changes
JOIN topics ON topics.id = changes.topic_id
WHERE topics.archetype = 'regular' OR topics.external_id LIKE 'need-%'
GROUP BY changes.topic_id
HAVING (DATE_TRUNC('milliseconds', MAX(changes.changed_at)), changes.topic_id) > (CAST(:since AS timestamp), :after)
ORDER BY changed_at, changes.topic_id
LIMIT 1000
`,
} as const
