/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumPost } from '../../forum/replies.ts'

/** A post whose text was sent with it. */
export type ReadPost = ForumPost & { raw: string }

/** What the forum says of an answer's post. */
export type ObservedPost
	/** No post of ours is known or found. */
	= | { is: 'absent' }
		/** The number belongs to a post of somebody else, as after a restored backup. */
		| { is: 'foreign' }
		| { is: 'deleted', post: ReadPost }
		/** Hidden by flags or moderators; an edit of ours could show it again. */
		| { is: 'hidden', post: ReadPost }
		| { is: 'present', post: ReadPost }

/** Everything that decides what happens next about one answer. */
export interface AnswerState {
	/** The post as it is wanted; null when there shall be none. */
	wanted: string | null
	/** What stays where a post cannot be deleted. */
	stub: string
	/** Whether also what the forum keeps of a deleted post must lose its text. */
	mustErase: boolean
	/** What we wanted when the forum last agreed; null when we do not remember. */
	settled: string | null
	/** What the forum made of it. */
	acknowledged: string | null
	observed: ObservedPost
	/** Whether the forum once showed us the post. */
	wasPosted: boolean
}

/** Why a post that is wanted is not there. */
export type GoneWhy = 'lost' | 'foreign' | 'deleted' | 'hidden'

/** One step towards agreement. */
export type AnswerAction
	= | { do: 'create', raw: string }
		/** `joined` when people's lines are in it too. */
		| { do: 'change', post: ReadPost, raw: string, joined: boolean }
		/** Both sides changed the same lines: the forum's stay, and the author is told. Told against `base`, ours is a new change. */
		| { do: 'yield', base: string }
		/** Puts the stub in place of the text. */
		| { do: 'erase', post: ReadPost }
		| { do: 'delete', post: ReadPost }
		| { do: 'mark-gone', why: GoneWhy }
