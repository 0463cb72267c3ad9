/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Finding, Mark } from '../../forum/setup/finding.ts'
import type { Html } from '../../platform/html.ts'
import type { Page } from '../route.ts'
import type { StaffVisit } from '../visit.ts'

import { html } from '../../platform/html.ts'
import { actionForm } from '../forms.ts'
import { instant, personName } from '../words.ts'

const words = {
	title: { fr: 'Contrôle du forum', en: 'Check of the forum' },
	about: { fr: 'Regarde tout ce dont le connecteur a besoin sur le forum, avec ses propres clés. Rien n’y est changé. Cela prend quelques appels et quelques secondes.', en: 'Looks at all that the connector needs of the forum, with its own keys. Nothing is changed there. It takes some calls and some seconds.' },
	never: { fr: 'Le forum n’a pas encore été contrôlé depuis la console.', en: 'The forum was not checked from the console yet.' },
	last: { fr: 'Dernier contrôle', en: 'Last check' },
	by: { fr: 'par', en: 'by' },
	check: { fr: 'Contrôler maintenant', en: 'Check now' },
	fine: { fr: 'Ce qui est en ordre', en: 'What is in order' },
	where: { fr: 'Où :', en: 'Where:' },
	noForum: { fr: 'Aucun forum n’est configuré (DISCOURSE_URL).', en: 'No forum is configured (DISCOURSE_URL).' },
}

const marks: Record<Mark, { fr: string, en: string, kind: 'good' | 'bad' | 'soft' }> = {
	ok: { fr: 'ok', en: 'ok', kind: 'good' },
	done: { fr: 'fait', en: 'done', kind: 'good' },
	open: { fr: 'à faire, par « forum setup »', en: 'to do, by “forum setup”', kind: 'soft' },
	'by-hand': { fr: 'à faire à la main', en: 'to do by hand', kind: 'soft' },
	problem: { fr: 'problème', en: 'problem', kind: 'bad' },
}

/** What is worst comes first. */
const order: readonly Mark[] = ['problem', 'by-hand', 'open', 'done', 'ok']

/** GET /forum */
export async function forumPage(visit: StaffVisit): Promise<Page> {
	const { say, parts } = visit
	const { configuration: { forum }, database } = parts
	if (forum === undefined) {
		return { title: say(words.title), content: html`<p class="notice">${say(words.noForum)}</p>` }
	}
	const last = await database.kysely.selectFrom('console_forum_check').selectAll().executeTakeFirst()
	const findings = [...last?.findings ?? []].sort((a, b) => order.indexOf(a.mark) - order.indexOf(b.mark))
	const fine = findings.filter(({ mark }) => mark === 'ok' || mark === 'done')
	return {
		title: say(words.title),
		content: html`<p>${say(words.about)}</p>
${actionForm(visit, '/forum/check', words.check, { kind: 'main' })}
${last === undefined ? html`<p>${say(words.never)}</p>` : html`<p class="soft">${say(words.last)} ${instant(visit, new Date(last.at))}, ${say(words.by)} ${personName(visit, last.who)}.</p>`}
${fine.length === findings.length ? undefined : html`<ul class="list">${findings.filter((finding) => !fine.includes(finding)).map((finding) => item(visit, finding, forum.url))}</ul>`}
${fine.length === 0 ? undefined : html`<details><summary>${say(words.fine)} (${fine.length})</summary><ul class="list">${fine.map((finding) => item(visit, finding, forum.url))}</ul></details>`}`,
	}
}

function item({ say, language }: StaffVisit, { mark, sentence, place }: Finding, url: string): Html {
	return html`<li><p><span class="${marks[mark].kind}">${say(marks[mark])}</span></p><p>${sentence[language]}</p>
${place === undefined ? undefined : html`<p class="soft">${say(words.where)} <a href="${url}${place.path}" rel="noopener noreferrer">${place.label[language]}</a></p>`}</li>`
}
