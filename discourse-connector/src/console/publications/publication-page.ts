/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '../route.ts'
import type { StaffVisit } from '../visit.ts'

import { renderTopic } from '@emancipasso/shared/community/topic'
import { html } from '../../platform/html.ts'
import { actionForm, textArea } from '../forms.ts'
import { readRecord } from '../records/record-data.ts'
import { publicText } from './public-text.ts'

export const MOST_REASON = 1000

const words = {
	about: { fr: 'Voici exactement ce qui serait public.', en: 'This is exactly what would be public.' },
	from: { fr: 'Envoyé depuis le cloud', en: 'Sent from the cloud' },
	markdown: { fr: 'Le texte tel qu’il partirait au forum', en: 'The text as it would go to the forum' },
	release: { fr: 'Publier', en: 'Publish' },
	refuse: { fr: 'Ne pas publier', en: 'Do not publish' },
	reason: { fr: 'Pourquoi ?', en: 'Why?' },
	reasonHint: { fr: 'L’association lira cette phrase et pourra corriger son besoin.', en: 'The association reads this sentence and can correct its need.' },
	decided: { fr: 'Ce besoin n’attend plus de décision.', en: 'This need no longer waits for a decision.' },
	toRecord: { fr: 'Voir son sujet', en: 'See its topic' },
}

/** GET /publications/:uuid */
export async function publicationPage(visit: StaffVisit): Promise<Page | undefined> {
	const { say, base, parts, params } = visit
	const whole = await readRecord(parts.database.kysely, params.uuid)
	if (whole === undefined || whole.publication === null) {
		return undefined
	}
	const { uuid, publication, status, instance } = whole
	const topic = renderTopic(publication, { uuid, language: parts.configuration.forum?.language ?? 'fr', status, supports: 0 })
	return {
		title: publication.title,
		content: html`
${status === 'held' ? html`<p>${say(words.about)}</p>` : html`<p class="notice">${say(words.decided)} <a href="${base}/records/${uuid}">${say(words.toRecord)}</a></p>`}
<p class="soft">${say(words.from)} <a href="${base}/instances/${instance.id}">${instance.name ?? instance.id}</a>.</p>
<section class="box">${publicText(visit, publication)}</section>
<details><summary>${say(words.markdown)}</summary><pre tabindex="0">${topic.title}

${topic.body}</pre></details>
${status === 'held'
	? html`${actionForm(visit, `/publications/${uuid}/release`, words.release, { kind: 'main' })}
<section class="box">${actionForm(visit, `/publications/${uuid}/refuse`, words.refuse, { kind: 'danger', content: textArea('reason', 'reason', say(words.reason), { hint: say(words.reasonHint), most: MOST_REASON }) })}</section>`
	: undefined}`,
	}
}
