/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Need } from '@emancipasso/shared/community/need'

import { renderTopic } from '@emancipasso/shared/community/topic'
import { topicTitle } from '@emancipasso/shared/community/topic-title'
import { topicWords } from '@emancipasso/shared/community/topic-words'
import { languages } from '@emancipasso/shared/language/localised-text'
import { communityKinds } from '@emancipasso/shared/vocabulary/community-kinds'
import { safeHtml } from './safe-html.ts'

/** How the text of the forum differs from what the association published. */
export interface VersionDifference {
	/** Whether the title does. */
	title: boolean
	/** Sections of ours of which the forum does not have every line. */
	sections: ReadonlySet<string>
	/** The forum's text, clean; what we did not write begins with the mark. */
	html: string
	/** Whether the forum's text has something that we did not write. */
	marked: boolean
}

const leaves = 'p, li, h5, h6, td, th, pre, summary'

// Letters and digits: a forum spells quotes, dashes and lists in its own way.
const essence = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
const linesOf = (text: string) => text.split('\n').map(essence).filter((line) => line !== '')

/**
 * Finds what people on the forum made of a need, line by line.
 *
 * @param need as the community has it
 * @param forumText what the forum says in place of our text
 * @param forumText.title of the topic
 * @param forumText.html of its first post
 * @param mark words that stand before what we did not write
 */
export function compareVersions(need: Pick<Need, 'uuid' | 'status' | 'publication' | 'supports'>, forumText: { title: string, html: string }, mark: string): VersionDifference {
	const { publication } = need
	const parsed = new DOMParser().parseFromString(safeHtml(forumText.html), 'text/html')
	// Below the headings of the page.
	parsed.querySelectorAll('h1, h2, h3, h4').forEach((heading) => heading.replaceWith(renamed(heading, 'h5')))
	parsed.querySelectorAll('br').forEach((br) => br.replaceWith('\n'))
	const blocks = [...parsed.querySelectorAll(leaves)].filter((block) => block.querySelector(leaves) === null)
	const theirs = new Set(linesOf(blocks.map((block) => block.textContent).join('\n')))
	const ours = ourLines(need)
	const differing = blocks.filter((block) => linesOf(block.textContent).some((line) => !ours.has(line) && !isBookkeeping(line)))
	for (const block of differing) {
		const label = parsed.createElement('span')
		label.className = 'ea-chip'
		label.textContent = mark
		block.prepend(label, ' ')
	}
	return {
		title: !titles(publication).includes(essence(forumText.title)),
		sections: new Set(publication.sections.filter(({ text }) => linesOf(text).some((line) => !theirs.has(line))).map(({ id }) => id)),
		html: parsed.body.innerHTML,
		marked: differing.length > 0,
	}
}

function renamed(element: Element, name: string): Element {
	const other = element.ownerDocument.createElement(name)
	other.append(...element.childNodes)
	return other
}

/** All that the topic says when nobody touched it, in whichever language the forum is written. */
function ourLines({ uuid, status, publication, supports }: Pick<Need, 'uuid' | 'status' | 'publication' | 'supports'>): ReadonlySet<string> {
	const rendered = languages.map((language) => renderTopic(publication, { uuid, language, status, supports: supports.total }).body)
	return new Set([...publication.sections.map(({ text }) => text), ...rendered].flatMap(linesOf))
}

/** What the topic counts and links to by itself. */
function isBookkeeping(line: string): boolean {
	return languages.some((language) => {
		const { supports, status, origin } = topicWords[language]
		return [supports, status, origin].some((start) => line.startsWith(essence(start)))
	})
}

/** A forum does not take every title as it is. */
function titles({ title, kind }: Need['publication']): string[] {
	return [title, ...languages.map((language) => topicTitle(title, `${communityKinds.find(({ id }) => id === kind)?.label[language] ?? kind}${topicWords[language].colon} `, language))].map(essence)
}
