/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Html } from '../../platform/html.ts'
import type { Page } from '../route.ts'
import type { StaffVisit } from '../visit.ts'
import type { WholeRecord } from './record-data.ts'

import { needStatusLabels } from '@emancipasso/shared/community/need-vocabulary'
import { html } from '../../platform/html.ts'
import { instant } from '../words.ts'
import { conflictBox } from './conflict-box.ts'
import { readRecord } from './record-data.ts'
import { recordForms } from './record-forms.ts'
import { erasures, linkStates, troubles } from './record-words.ts'

const words = {
	erased: { fr: 'Besoin effacé', en: 'Erased need' },
	well: { fr: 'Rien à signaler.', en: 'Nothing to report.' },
	status: { fr: 'Besoin', en: 'Need' },
	cloud: { fr: 'Cloud', en: 'Cloud' },
	organisation: { fr: 'Organisation', en: 'Organisation' },
	topic: { fr: 'Sujet', en: 'Topic' },
	chosen: { fr: 'choisi à la main', en: 'chosen by hand' },
	attempts: { fr: 'Refus', en: 'Refusals' },
	failures: { fr: 'Vérifications échouées d’affilée (voir le journal du connecteur)', en: 'Checks that failed in a row (see the connector’s log)' },
	next: { fr: 'Prochaine vérification', en: 'Next check' },
	erasure: { fr: 'Effacement sur le forum', en: 'Erasure on the forum' },
	unknown: { fr: 'inconnu', en: 'unknown' },
}

/** GET /records/:uuid */
export async function recordPage(visit: StaffVisit): Promise<Page | undefined> {
	const { say, parts, params } = visit
	const whole = await readRecord(parts.database.kysely, params.uuid)
	if (whole === undefined) {
		return undefined
	}
	const { link, publication } = whole
	return {
		title: publication?.title ?? say(words.erased),
		content: html`
${link.problem === null
	? html`<p class="notice">${say(words.well)}</p>`
	: html`<div class="notice trouble"><p class="bad">${say(troubles[link.problem.kind])}</p><p>${say(link.problem.text)}</p></div>`}
${facts(visit, whole)}
${await conflictBox(visit, whole)}
${recordForms(visit, whole)}`,
	}
}

function facts(visit: StaffVisit, { status, instance, organisation, link, hint }: WholeRecord): Html {
	const { say, base } = visit
	return html`<dl>
<dt>${say(words.status)}</dt><dd>${say(needStatusLabels[status])}</dd>
<dt>${say(words.topic)}</dt><dd>${say(linkStates[link.state] ?? words.unknown)}${link.topicId === null ? undefined : html` : ${link.topicUrl === null ? `nº ${link.topicId}` : html`<a href="${link.topicUrl}" rel="noopener noreferrer">nº ${link.topicId}</a>`}`}${link.chosen ? ` (${say(words.chosen)})` : ''}</dd>
${status === 'erased' ? html`<dt>${say(words.erasure)}</dt><dd>${say(erasures[link.erasure ?? 'waiting'])}</dd>` : undefined}
<dt>${say(words.cloud)}</dt><dd><a href="${base}/instances/${instance.id}">${instance.name ?? say(words.unknown)}</a></dd>
<dt>${say(words.organisation)}</dt><dd>${organisation}</dd>
${link.attempts > 0 ? html`<dt>${say(words.attempts)}</dt><dd>${link.attempts}</dd>` : undefined}
${hint === null ? undefined : html`<dt>${say(words.next)}</dt><dd>${instant(visit, hint.dueAt)} (${hint.reason})</dd>${hint.failures > 0 ? html`<dt>${say(words.failures)}</dt><dd>${hint.failures}</dd>` : undefined}`}
</dl>`
}
