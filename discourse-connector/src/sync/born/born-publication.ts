/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedKind } from '@emancipasso/shared/community/need-vocabulary'
import type { ForumTopic } from '../../forum/replies.ts'

import { NeedPublication } from '@emancipasso/shared/community/need'
import { needLimits } from '@emancipasso/shared/community/need-vocabulary'

/**
 * What a topic that a person wrote says, in the shape of a need: the text as it was written, with the person's own name
 * on the forum.
 *
 * @param topic as it was read
 * @param kind of need that its category is for
 * @param language of the forum
 * @return null when it says too little to be shown as a need
 */
export function publicationOf(topic: ForumTopic, kind: NeedKind, language: 'fr' | 'en'): NeedPublication | null {
	const first = topic.posts.find((post) => post.number === 1)
	const candidate = {
		schemaVersion: 1,
		kind,
		title: plain(topic.title, needLimits.title),
		sections: [{ id: 'problem', text: plain((first?.raw ?? '').replaceAll(/<!--[^]*?-->/gu, ''), needLimits.section) }],
		toolsConcerned: [],
		urgency: 'none',
		signature: { choice: 'name', text: plain(first?.author ?? '', needLimits.signature) },
		language,
	}
	return NeedPublication.safeParse(candidate).data ?? null
}

function plain(text: string, most: number): string {
	const clean = text.toWellFormed().replaceAll(/(?![\t\n])\p{Cc}/gu, '').trim()
	return [...clean].length <= most ? clean : `${[...clean].slice(0, most - 1).join('').trimEnd()}…`
}
