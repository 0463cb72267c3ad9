/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '../route.ts'
import type { StaffVisit } from '../visit.ts'

import { html } from '../../platform/html.ts'
import { actionForm } from '../forms.ts'
import { pageNumber, pager } from '../pager.ts'
import { instant } from '../words.ts'
import { listTroubledRecords } from './record-data.ts'
import { linkStates, troubles } from './record-words.ts'

const SIZE = 25

export const RETRY = { fr: 'Réessayer maintenant', en: 'Try again now' }

const words = {
	title: { fr: 'À regarder', en: 'Needs attention' },
	about: { fr: 'Les besoins dont le sujet a un souci qui ne passera pas tout seul.', en: 'Needs whose topic has a trouble that does not pass by itself.' },
	none: { fr: 'Tout va bien : aucun besoin ne demande votre attention.', en: 'All is well: no need asks for your attention.' },
	untitled: { fr: '(besoin effacé)', en: '(erased need)' },
}

/** GET /records */
export async function recordsPage(visit: StaffVisit): Promise<Page> {
	const { say, base, parts, query } = visit
	const page = pageNumber(query.page)
	const records = await listTroubledRecords(parts.database.kysely, page, SIZE + 1)
	return {
		title: say(words.title),
		content: html`<p>${say(words.about)}</p>
${records.length === 0
	? html`<p class="notice done">${say(words.none)}</p>`
	: html`<ul class="list">${records.slice(0, SIZE).map(({ uuid, title, problem, kind, state, updatedAt }) => html`<li>
<h2><a href="${base}/records/${uuid}">${title === '' ? say(words.untitled) : title}</a></h2>
<p><span class="bad">${say((kind === null ? linkStates[state] : troubles[kind]) ?? words.title)}</span> <span class="soft">${instant(visit, updatedAt)}</span></p>
${problem === null ? undefined : html`<p>${say(problem)}</p>`}
${actionForm(visit, `/records/${uuid}/retry`, RETRY, { about: title })}</li>`)}</ul>`}
${pager(visit, page, records.length > SIZE)}`,
	}
}
