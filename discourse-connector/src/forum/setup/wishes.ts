/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedKind } from '@emancipasso/shared/community/need-vocabulary'
import type { Language, LocalisedText } from '@emancipasso/shared/language/localised-text'

import { needKinds } from '@emancipasso/shared/community/need-vocabulary'
import { regions } from '@emancipasso/shared/vocabulary/regions'

/** What the connector is to find on the forum. */
export interface ForumWishes {
	/** Where others reach the connector, without a slash at the end; undefined while it has no address. */
	publicUrl: string | undefined
	/** Whether that address is on a private network, which a forum refuses to call unless it is told. */
	isInternal: boolean
	botUsername: string
	/** In which names of new categories and tag groups are written. */
	language: Language
	callsPerMinute: number
	/** Those that the operator chose. */
	categories: Partial<Record<NeedKind, number>>
	/** Accepted ones; a new webhook gets the first. */
	webhookSecrets: readonly string[]
	/** Whether a new secret would have a place to stay. */
	keepsSecrets: boolean
	/** Whether there shall be a key that reads the forum's journal of webhooks. */
	journal: boolean
	/** The first characters of the admin's key, as the forum's list of keys shows them. */
	adminKeyStart?: string
}

/** Tags that exclude each other on a topic. */
export interface WishedTagGroup {
	id: 'kind' | 'status' | 'region'
	name: LocalisedText
	tags: readonly string[]
}

export const wishedTagGroups: readonly WishedTagGroup[] = [
	{ id: 'kind', name: { fr: 'Nature du besoin', en: 'Kind of need' }, tags: needKinds },
	{ id: 'status', name: { fr: 'Situation du besoin', en: 'Status of the need' }, tags: ['published', 'withdrawn', 'held'] },
	{ id: 'region', name: { fr: 'Région', en: 'Region' }, tags: regions.map(({ id }) => id.toLowerCase()) },
]

/** Events by the names that forums give them; a forum has only some of them. */
export const wishedEvents = {
	/** Since events are single. */
	fine: [
		'topic_created',
		'topic_revised',
		'topic_edited',
		'topic_destroyed',
		'topic_recovered',
		'post_created',
		'post_edited',
		'post_destroyed',
		'post_recovered',
		'accepted_solution',
		'unaccepted_solution',
		'topic_upvote',
		'topic_unvote',
	],
	/** Before. */
	coarse: ['topic', 'post', 'solved', 'topic_voting'],
} as const

/** How our keys are called in the forum's list. */
export const keyDescriptions = {
	bot: 'Émancip’Asso connector: writes as the bot',
	reader: 'Émancip’Asso connector: reads the webhooks’ journal',
} as const
