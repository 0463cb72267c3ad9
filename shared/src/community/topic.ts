/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '../language/localised-text.ts'
import type { NeedStatus } from './need-vocabulary.ts'
import type { NeedPublication } from './need.ts'

import { associationSizes } from '../vocabulary/association-sizes.ts'
import { communityKinds } from '../vocabulary/community-kinds.ts'
import { needSectionLabels, needStatusLabels, needUrgencyLabels } from './need-vocabulary.ts'
import { neutralise, neutraliseLine } from './neutralise.ts'
import { topicTitle } from './topic-title.ts'
import { topicWords } from './topic-words.ts'

/** What a topic says beside the need itself. */
export interface TopicContext {
	uuid: string
	/** The forum's language; the topic is written in it, whatever the reader's. */
	language: Language
	status: NeedStatus
	/** How many organisations have the same need, the author's own not counted. */
	supports: number
	/** Where the need can be read in full. */
	publicUrl?: string
	/** Tells the title from an equal one that the forum already has, for example ` (2)`. */
	titleSuffix?: string
}

/** A topic as it is sent to the forum. */
export interface Topic {
	title: string
	/** Markdown, at most {@link longestBody} characters. */
	body: string
	/** At most five, lower case, at most 20 characters. */
	tags: string[]
}

/** The most characters that a forum takes in a post by its usual settings. */
export const longestBody = 32_000

const longestSection = 6500
// What schemas let through is shorter; this only bounds the work and the body for what did not come through one.
const longestLine = 200
const mostTools = 20

function first(text: string, characters: number): string {
	return text.length <= characters ? text : [...text.slice(0, 2 * characters)].slice(0, characters).join('')
}

function line(text: string): string {
	return neutraliseLine(first(text, longestLine))
}

function labelOf(vocabulary: readonly { id: string, label: Record<Language, string> }[], id: string, language: Language): string {
	return vocabulary.find((entry) => entry.id === id)?.label[language] ?? id
}

// Whole lines while they fit, then a sentence; code that a cut would leave open is closed by cutting before it.
function section(written: string, { language, publicUrl }: TopicContext): string {
	const text = neutralise(first(written, 3 * longestSection))
	const head = first(text, longestSection)
	if (head === text && written.length <= 3 * longestSection) {
		return text
	}
	const kept = head.slice(0, Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '))) || head
	const lineStart = kept.lastIndexOf('\n') + 1
	const open = kept.slice(lineStart).split('`').length % 2 === 0
	const words = topicWords[language]
	return `${(open ? kept.slice(0, kept.lastIndexOf('`')) : kept).trimEnd()}…\n\n*${words.cut}*${publicUrl ? ` [${words.readAll}](${publicUrl})` : ''}`
}

function facts(need: NeedPublication, context: TopicContext): string[] {
	const { language } = context
	const words = topicWords[language]
	const tools = need.toolsConcerned.slice(0, mostTools).map(line).filter(Boolean)
	const rows: [string, string | undefined][] = [
		[words.kind, labelOf(communityKinds, need.kind, language)],
		[words.author, line(need.signature.text) || words.anonymous],
		[words.size, need.sizeBand && labelOf(associationSizes, need.sizeBand, language)],
		[words.region, need.region && line(need.region.label)],
		[words.urgency, need.urgency === 'none' ? undefined : needUrgencyLabels[need.urgency][language]],
		[words.tools, tools.join(', ')],
		[words.language, need.language === language ? undefined : words.languages[need.language]],
		[words.status, needStatusLabels[context.status][language]],
		[words.supports, words.supporters(context.supports)],
	]
	return rows.filter(([, value]) => value).map(([label, value]) => `- **${label}**${words.colon} ${value}`)
}

function marker(uuid: string): string {
	return `<!-- emancipasso need-${uuid.toLowerCase()} -->`
}

/**
 * The tags that are ours on a topic; all others are left to people.
 *
 * @param need what was published
 * @param status where it stands
 */
export function topicTags(need: NeedPublication, status: NeedStatus): string[] {
	return [need.kind, status, ...(need.region ? [need.region.code.toLowerCase()] : [])]
}

/**
 * The topic of a need: the facts, what the association wrote under headings, where it comes from. Nothing that a
 * person wrote acts on the forum, and the title is one that the forum stores unchanged. The same need in the same
 * context always gives the same topic.
 *
 * @param need what was published
 * @param context what else the topic says
 */
export function renderTopic(need: NeedPublication, context: TopicContext): Topic {
	const { language, status, publicUrl } = context
	const words = topicWords[language]
	const sections = need.sections
		.map(({ id, text }) => ({ label: needSectionLabels[id][language], text: section(text, context) }))
		.filter(({ text }) => text !== '')
		.map(({ label, text }) => `### ${label}\n\n${text}`)
	return {
		title: topicTitle(need.title, `${labelOf(communityKinds, need.kind, language)}${words.colon} `, language, context.titleSuffix),
		body: [
			...(status === 'withdrawn' ? [`**${words.withdrawn}**`] : []),
			facts(need, context).join('\n'),
			...sections,
			'---',
			`*${words.origin}*${publicUrl ? ` [${words.openNeed}](${publicUrl})` : ''}`,
			marker(context.uuid),
		].join('\n\n'),
		tags: topicTags(need, status),
	}
}

/**
 * What stays on the forum of a need that was erased: that there was one.
 *
 * @param context of the topic; only its id and language are used
 * @param context.uuid of the need
 * @param context.language the forum's
 */
export function renderErasedTopic({ uuid, language }: Pick<TopicContext, 'uuid' | 'language'>): Topic {
	const words = topicWords[language]
	return {
		// Two topics cannot have one title.
		title: `${words.erasedTitle} (${uuid.slice(-8).toLowerCase()})`,
		body: [words.erased, marker(uuid)].join('\n\n'),
		tags: [],
	}
}

/**
 * The need that a topic's marker names; undefined without one. Only a help for people and adoption: identity is the
 * forum's external id.
 *
 * @param raw the text of a first post
 */
export function needOfMarker(raw: string): string | undefined {
	return /^<!-- emancipasso need-([0-9a-f-]{36}) -->$/mu.exec(raw)?.[1]
}
