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
	minPostLength: number
	maxPostLength: number
	bodyMinEntropy: number
	maxTagsPerTopic: number
	maxTagLength: number
	/** Who may invent tags; others' unknown tags are dropped in silence. */
	tagCreation: 'nobody' | 'staff' | 'everyone'
	editingGracePeriodSeconds: number
	/** Every member's topic waits, staff's never. */
	approveNewTopics: boolean
	detailed404: boolean
	/** Nothing is shown without a key. */
	loginRequired: boolean
	/** Language of the forum's sentences. */
	locale: 'fr' | 'en'
}

/**
 * @return Discourse's defaults, with what the caller wants otherwise
 */
export function settingsWith(changes: Partial<Settings> = {}): Settings {
	return {
		minTopicTitleLength: 15,
		maxTopicTitleLength: 255,
		titleMinEntropy: 10,
		titleMaxWordLength: 30,
		titlePrettify: true,
		allowDuplicateTopicTitles: false,
		minPostLength: 20,
		maxPostLength: 32_000,
		bodyMinEntropy: 7,
		maxTagsPerTopic: 5,
		maxTagLength: 20,
		tagCreation: 'staff',
		editingGracePeriodSeconds: 300,
		approveNewTopics: false,
		detailed404: false,
		loginRequired: false,
		locale: 'fr',
		...changes,
	}
}
