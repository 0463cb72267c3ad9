/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Need } from '@emancipasso/shared/community/need'

import { inOurLanguage, t } from '../l10n.ts'

/**
 * How far a published need is on its way to the forum, in words.
 *
 * @param need the need as the connector has it
 * @param need.status whether it is published
 * @param need.statusNote why it is not
 * @param need.link its topic
 * @param need.mine whether the reader's organisation published it
 */
export function linkWords({ status, statusNote, link, mine }: Pick<Need, 'status' | 'statusNote' | 'link' | 'mine'>): string {
	if (status === 'withdrawn') {
		return link.topicUrl
			? t('Withdrawn: its topic on the forum is closed. Its text and the replies stay readable there.')
			: t('Withdrawn before it came to the forum.')
	}
	if (status === 'erased') {
		return t('Erased: its text is gone from the forum too.')
	}
	if (status === 'held') {
		return statusNote ? inOurLanguage(statusNote) : t('The people who look after the community read it before it appears. There is nothing to do.')
	}
	switch (link.state) {
		case 'linked': return link.problemKind !== 'conflict' && !link.forumText ? t('Online on the forum.') : mine ? t('On the forum, in other words than yours.') : t('On the forum, in other words than the association’s.')
		case 'sent': return t('Sent to the forum, which is about to show it.')
		case 'gone': return t('Its topic is no longer on the forum.')
		default: return t('Waiting to be sent to the forum. Usually this takes less than a minute.')
	}
}
