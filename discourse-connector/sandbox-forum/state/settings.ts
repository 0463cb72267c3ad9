/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The site settings that change what the forum accepts; defaults are Discourse's. */
export interface Settings {
	minTopicTitleLength: number
	maxTopicTitleLength: number
	titleMinEntropy: number
	titleMaxWordLength: number
	titlePrettify: boolean
	allowDuplicateTopicTitles: boolean
	/** Told to who asks; titles are compared over the whole forum here. */
	allowDuplicateTopicTitlesCategory: boolean
	minPostLength: number
	maxPostLength: number
	bodyMinEntropy: number
	taggingEnabled: boolean
	maxTagsPerTopic: number
	maxTagLength: number
	/** Who may invent tags; others' unknown tags are dropped in silence. */
	tagCreation: 'nobody' | 'staff' | 'everyone'
	editingGracePeriodSeconds: number
	/** Every member's topic waits, staff's never. */
	approveNewTopics: boolean
	/** The same for replies. */
	approveReplies: boolean
	detailed404: boolean
	retryWebHookEvents: boolean
	retainWebHookEventsPeriodDays: number
	/** Separated by |: names that webhooks may call although they are on a private network. */
	allowedInternalHosts: string
	/** Days after which every key ends; 0 for never. */
	revokeApiKeysMaxlifeDays: number
	enableDiscourseConnectProvider: boolean
	/** Lines of host|secret. */
	discourseConnectProviderSecrets: string
	dataExplorerEnabled: boolean
	/** Nothing is shown without a key. */
	loginRequired: boolean
	/** Language of the forum's sentences. */
	locale: 'fr' | 'en'
}

/**
 * @return Discourse's defaults (but for hosts, as everything here is on one machine), with what the caller wants otherwise
 */
export function settingsWith(changes: Partial<Settings> = {}): Settings {
	return {
		minTopicTitleLength: 15,
		maxTopicTitleLength: 255,
		titleMinEntropy: 10,
		titleMaxWordLength: 30,
		titlePrettify: true,
		allowDuplicateTopicTitles: false,
		allowDuplicateTopicTitlesCategory: false,
		minPostLength: 20,
		maxPostLength: 32_000,
		bodyMinEntropy: 7,
		taggingEnabled: true,
		maxTagsPerTopic: 5,
		maxTagLength: 20,
		tagCreation: 'staff',
		editingGracePeriodSeconds: 300,
		approveNewTopics: false,
		approveReplies: false,
		detailed404: false,
		retryWebHookEvents: false,
		retainWebHookEventsPeriodDays: 30,
		allowedInternalHosts: '127.0.0.1|localhost',
		revokeApiKeysMaxlifeDays: 0,
		enableDiscourseConnectProvider: false,
		discourseConnectProviderSecrets: '',
		dataExplorerEnabled: true,
		loginRequired: false,
		locale: 'fr',
		...changes,
	}
}
