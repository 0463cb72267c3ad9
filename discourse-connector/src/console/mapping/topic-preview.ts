/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedPublication } from '@emancipasso/shared/community/need'
import type { ForumCategory } from '../../forum/replies.ts'
import type { ForumConfiguration } from '../../platform/configuration.ts'
import type { Html } from '../../platform/html.ts'
import type { Visit } from '../visit.ts'
import type { DraftMapping } from './mapping-form.ts'

import { renderTopic } from '@emancipasso/shared/community/topic'
import { html } from '../../platform/html.ts'
import { mapTags } from '../../sync/topics/mapping.ts'

const words = {
	preview: { fr: 'Le sujet comme il serait', en: 'The topic as it would be' },
	category: { fr: 'Catégorie', en: 'Category' },
	tags: { fr: 'Étiquettes', en: 'Tags' },
	none: { fr: 'aucune', en: 'none' },
}

/** An invented need, in the forum's language. */
const examples: Record<'fr' | 'en', Omit<NeedPublication, 'kind'>> = {
	fr: {
		schemaVersion: 1,
		title: 'Un agenda partagé pour vingt bénévoles',
		sections: [{ id: 'context', text: 'Nous sommes une association de quartier avec vingt bénévoles et une salle.' }, { id: 'problem', text: 'Nous réservons la salle par courriel, et deux groupes arrivent parfois en même temps.' }],
		toolsConcerned: ['Google Agenda'],
		urgency: 'months',
		signature: { choice: 'descriptor', text: 'Une association de quartier' },
		sizeBand: 'volunteers-only',
		region: { code: 'FR-BRE', label: 'Bretagne' },
		language: 'fr',
	},
	en: {
		schemaVersion: 1,
		title: 'A shared calendar for twenty volunteers',
		sections: [{ id: 'context', text: 'We are a neighbourhood association with twenty volunteers and one room.' }, { id: 'problem', text: 'We book the room by mail, and sometimes two groups come at the same time.' }],
		toolsConcerned: ['Google Calendar'],
		urgency: 'months',
		signature: { choice: 'descriptor', text: 'A neighbourhood association' },
		sizeBand: 'volunteers-only',
		region: { code: 'FR-BRE', label: 'Brittany' },
		language: 'en',
	},
}

/**
 * An example need as the forum would show it.
 *
 * @param visit of the reader
 * @param draft the mapping to try
 * @param forum whose language it is written in
 * @param categories of the forum, where it tells them
 */
export function topicPreview(visit: Visit, draft: DraftMapping, forum: ForumConfiguration, categories: readonly ForumCategory[] | undefined): Html {
	const { say } = visit
	const { language } = forum
	const topic = renderTopic({ ...examples[language], kind: draft.example }, { uuid: '00000000-0000-4000-8000-000000000000', language, status: 'published', supports: 3 })
	const category = draft.categories[draft.example]
	const tags = mapTags(topic.tags, draft.tags)
	return html`<section class="box topic" id="preview" aria-labelledby="preview-title"><h2 id="preview-title">${say(words.preview)}</h2>
<p class="title" lang="${language}">${topic.title}</p>
<p>${say(words.category)} : <strong>${categories?.find(({ id }) => id === category)?.name ?? category}</strong></p>
<p>${say(words.tags)} : ${tags.length === 0 ? say(words.none) : tags.map((tag) => html`<span class="tag">${tag}</span>`)}</p>
<div lang="${language}">${topic.body.split('\n\n').map(block)}</div></section>`
}

/** The little Markdown that the frame of a topic is made of; everything else is a paragraph. */
function block(text: string): Html | undefined {
	if (text.startsWith('<!--')) {
		return undefined
	}
	if (text === '---') {
		return html`<hr>`
	}
	if (text.startsWith('### ')) {
		return html`<h3>${text.slice(4)}</h3>`
	}
	if (text.startsWith('- ')) {
		return html`<ul>${text.split('\n').map((line) => html`<li>${inline(line.slice(2))}</li>`)}</ul>`
	}
	return html`<p>${inline(text)}</p>`
}

function inline(text: string): Html {
	return html`${text.split(/(\*\*[^*]+\*\*|\*[^*]+\*)/).map((part) => part.startsWith('**') ? html`<strong>${part.slice(2, -2)}</strong>` : part.startsWith('*') && part.length > 1 ? html`<em>${part.slice(1, -1)}</em>` : html`${part}`)}`
}
