/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer } from './answer.ts'
import type { ForumState } from './state/forum-state.ts'
import type { ApiKey, Post, Topic, User } from './state/model.ts'
import type { Settings } from './state/settings.ts'
import type { Features } from './state/versions.ts'

import { failure, Refusal } from './answer.ts'
import { say } from './sentences.ts'

/** What the forum tells its webhooks: the family is the key of the payload, the name the exact event. */
export type ForumEvent
	= | { family: 'topic', name: string, topic: Topic }
		| { family: 'post', name: string, post: Post }

/** What every capability of the forum needs of the whole. */
export interface Forum {
	readonly state: ForumState
	readonly settings: Settings
	readonly features: Features
	/** The address people and hooks see, without a slash at the end. */
	baseUrl: string
	now(): Date
	/** Tells the webhooks; the payload is taken at once, the delivery happens later. */
	announce(event: ForumEvent): void
}

/** One request, reduced to what the rules look at. */
export interface Call {
	params: Record<string, string>
	query: Record<string, string | string[]>
	body: Record<string, unknown>
	/** Null for a visitor without a key. */
	actor: User | null
	/** Whether an admin API key was given: some fields count only then. */
	byKey: boolean
	/** The made key it came with; undefined for the first one, which may do everything. */
	key?: ApiKey | undefined
	/** Address and program of the caller, part of what makes two calls identical. */
	remote: string
}

/** Answers one call, changing the state as needed. */
export type Handler = (forum: Forum, call: Call) => Answer

/**
 * What only admins find: to others, moderators included, there is nothing at such an address.
 *
 * @param handler answers an admin's key
 */
export function adminOnly(handler: Handler): Handler {
	return (forum, call) => {
		if (!call.byKey || call.actor?.admin !== true) {
			throw new Refusal(failure(404, 'not_found', [say(forum.settings, 'notFound')]))
		}
		return handler(forum, call)
	}
}

/**
 * @return whether the person may moderate
 */
export function isStaff(user: User | null): boolean {
	return user !== null && (user.moderator || user.admin)
}
