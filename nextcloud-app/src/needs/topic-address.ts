/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Need } from '@emancipasso/shared/community/need'

/**
 * The address of a need's topic when it can be a link; null otherwise.
 *
 * @param need as the community has it
 * @param need.link its topic
 */
export function topicAddress({ link }: Pick<Need, 'link'>): string | null {
	return link.topicUrl && /^https?:\/\//i.test(link.topicUrl) ? link.topicUrl : null
}
