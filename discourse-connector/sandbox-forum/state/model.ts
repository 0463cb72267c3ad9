/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** What the sandbox forum keeps. Instants are ISO strings in UTC; ids are the forum's own numbers. */

export interface User {
	id: number
	username: string
	name: string
	moderator: boolean
	admin: boolean
	suspended: boolean
	trustLevel: number
	/** What this person does not want to see in lists. */
	mutedCategoryIds?: number[]
	mutedTagIds?: number[]
}

export interface Category {
	id: number
	slug: string
	name: { fr: string, en: string }
	description: { fr: string, en: string }
	color: string
	position: number
	/** Members' topics wait for a moderator. */
	requiresApproval: boolean
	/** Only staff see it. */
	staffOnly: boolean
	/** Only admins see it: a moderator lost the access. */
	adminsOnly?: boolean
}

export interface Tag {
	id: number
	name: string
	/** Only staff may use it. */
	staffOnly: boolean
	/** Id of the tag that replaces this one. */
	synonymOf: number | null
}

export interface TagGroup {
	id: number
	name: string
	tagIds: number[]
	onePerTopic: boolean
}

export interface Topic {
	id: number
	title: string
	/** Null for a personal message. */
	categoryId: number | null
	tagIds: number[]
	externalId: string | null
	userId: number
	archetype: 'regular' | 'private_message'
	createdAt: string
	bumpedAt: string
	closed: boolean
	archived: boolean
	visible: boolean
	pinned: boolean
	views: number
	featuredLink: string | null
	deletedAt: string | null
	deletedById: number | null
	/** The reply that answers the question, where answers are accepted. */
	acceptedPostId?: number | null
	/** Votes of people, where the category takes them. */
	voteCount?: number
}

/** 1 ordinary, 2 moderator's, 3 small action such as "closed", 4 whisper among staff. */
export type PostType = 1 | 2 | 3 | 4

/** What one edit changed: the first post's edits carry the topic's fields too. */
export interface RevisionFields {
	raw: string
	title?: string
	categoryId?: number | null
	tagIds?: number[]
}

export interface Revision {
	at: string
	userId: number
	before: RevisionFields
	after: RevisionFields
	editReason: string | null
	hidden: boolean
}

export interface Post {
	id: number
	topicId: number
	postNumber: number
	userId: number
	raw: string
	createdAt: string
	updatedAt: string
	/** When the current version was opened: edits soon after join it. */
	versionAt: string
	lastEditorId: number
	version: number
	postType: PostType
	actionCode: string | null
	replyToPostNumber: number | null
	editReason: string | null
	hidden: boolean
	wiki: boolean
	locked: boolean
	userDeleted: boolean
	/** The text before its author took the post back. */
	rawBeforeUserDeletion: string | null
	deletedAt: string | null
	revisions: Revision[]
}

/** A post that waits for a moderator; what was not stored here is lost, as on a real forum. */
export interface QueuedPost {
	id: number
	userId: number
	raw: string
	title: string | null
	categoryId: number | null
	tags: string[]
	topicId: number | null
	createdAt: string
}

export interface WebHook {
	id: number
	payloadUrl: string
	secret: string
	active: boolean
	wildcard: boolean
	/** Empty with `wildcard`. */
	eventTypeIds: number[]
	categoryIds: number[]
	lastDeliveryStatus: number
}

/** One delivery attempt, as the forum's own journal keeps it. */
export interface WebHookEvent {
	id: number
	webHookId: number
	requestUrl: string
	headers: Record<string, string>
	payload: string
	/** The receiver's status, -1 when nothing answered, 0 before the attempt. */
	status: number
	responseBody: string
	createdAt: string
}

/** A key of the API; a real forum keeps only its hash. */
export interface ApiKey {
	id: number
	key: string
	description: string
	/** Null for one that may act as anybody. */
	userId: number | null
	/** Names such as `topics:write`; empty for a key without limits. */
	scopes: string[]
	createdAt: string
	revokedAt: string | null
}

/** A stored question of the bundled plugin Data Explorer. */
export interface StoredQuery {
	id: number
	name: string
	description: string
	sql: string
}

/** Everything that survives a restart. */
export interface ForumData {
	nextId: number
	users: User[]
	categories: Category[]
	tags: Tag[]
	tagGroups: TagGroup[]
	topics: Topic[]
	posts: Post[]
	queue: QueuedPost[]
	webHooks: WebHook[]
	webHookEvents: WebHookEvent[]
	apiKeys: ApiKey[]
	queries: StoredQuery[]
}
