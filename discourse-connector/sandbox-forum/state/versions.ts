/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The forum generations that differ in what the connector meets. */
export type ForumVersion = '2.8' | '2.9' | '3.1' | '2026'

/** What one generation does its own way. */
export interface Features {
	/** As /about.json says it. */
	version: string
	/** Topics can be given an id from outside. */
	externalIds: boolean
	/** Tags travel as {id, name, slug} instead of names. */
	tagObjects: boolean
	/** What more than the allowed number of tags does. */
	tooManyTags: 'cut' | 'refuse'
	/** `original_title` and `original_tags` are compared. */
	topicConflicts: boolean
	/** The redirect of an external_id lookup keeps the query. */
	redirectKeepsQuery: boolean
	/** /latest.json takes per_page. */
	perPage: boolean
	/** /posts.json?before= counts posts instead of ids. */
	postsBeforeCounts: boolean
	/** A page after the last one redirects to it. */
	redirectsPastEnd: boolean
	/** Hooks name single events instead of families. */
	fineHooks: boolean
	/** The journal filters by status and failed events can be sent again together. */
	journalFilter: boolean
	/** Conflicts of one_per_topic tag groups are refused, before they were cut. */
	tagGroupConflicts: boolean
	/** Keys can be narrowed to single acts such as deleting. */
	fineScopes: boolean
	/** Data Explorer comes with the forum, at an address of its own. */
	bundledExplorer: boolean
}

const OLD: Features = {
	version: '2.9.0.beta14',
	externalIds: true,
	tagObjects: false,
	tooManyTags: 'cut',
	topicConflicts: false,
	redirectKeepsQuery: false,
	perPage: false,
	postsBeforeCounts: false,
	redirectsPastEnd: false,
	fineHooks: false,
	journalFilter: false,
	tagGroupConflicts: false,
	fineScopes: false,
	bundledExplorer: false,
}

const FEATURES: Record<ForumVersion, Features> = {
	2.8: { ...OLD, version: '2.8.14', externalIds: false },
	2.9: OLD,
	3.1: { ...OLD, version: '3.1.0' },
	2026: {
		version: '2026.8.0',
		externalIds: true,
		tagObjects: true,
		tooManyTags: 'refuse',
		topicConflicts: true,
		redirectKeepsQuery: true,
		perPage: true,
		postsBeforeCounts: true,
		redirectsPastEnd: true,
		fineHooks: true,
		journalFilter: true,
		tagGroupConflicts: true,
		fineScopes: true,
		bundledExplorer: true,
	},
}

/**
 * @return what this generation does
 */
export function featuresOf(version: ForumVersion): Features {
	return FEATURES[version]
}

/**
 * @return whether the text names a generation the sandbox knows
 */
export function isForumVersion(text: string): text is ForumVersion {
	return Object.hasOwn(FEATURES, text)
}
