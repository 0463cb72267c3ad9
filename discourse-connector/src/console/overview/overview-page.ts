/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '../route.ts'
import type { StaffVisit } from '../visit.ts'

import { readHintPause } from '../../platform/hint-pause.ts'
import { html } from '../../platform/html.ts'
import { actionForm } from '../forms.ts'
import { instant, number, personName } from '../words.ts'
import { budgetCard } from './budget-card.ts'
import { auditCard, driftCard, hearingCard, queueCard } from './cards.ts'
import { readAlarm } from './overview-data.ts'

const words = {
	title: { fr: 'Vue d’ensemble', en: 'Overview' },
	noForum: { fr: 'Aucun forum n’est configuré (DISCOURSE_URL) : le connecteur ne sert que l’annuaire.', en: 'No forum is configured (DISCOURSE_URL): the connector serves the directory only.' },
	paused: { fr: 'La synchronisation est en pause depuis', en: 'The synchronisation has been paused since' },
	pausedBy: { fr: 'demandée par', en: 'asked for by' },
	pause: { fr: 'Mettre la synchronisation en pause', en: 'Pause the synchronisation' },
	resume: { fr: 'Reprendre la synchronisation', en: 'Resume the synchronisation' },
	pauseAbout: { fr: 'En pause, plus rien n’est envoyé au forum ni lu. Ce qui arrive attend.', en: 'While paused nothing is sent to the forum or read. What comes waits.' },
	alarm: { fr: 'Beaucoup de sujets ont disparu du forum d’un coup', en: 'Many topics vanished from the forum at once' },
	alarmAbout: { fr: 'Aucun n’est marqué comme disparu pour l’instant. Le plus souvent, le robot a perdu le droit de voir une catégorie ou le forum a été restauré : réparez cela et les sujets reviennent tout seuls. Confirmez seulement s’ils sont vraiment partis.', en: 'None of them is marked as gone for now. Most often the bot lost the right to see a category or the forum was restored: mend that and the topics come back by themselves. Confirm only when they are really gone.' },
	alarmConfirm: { fr: 'Confirmer qu’ils sont partis', en: 'Confirm that they are gone' },
	of: { fr: 'sur', en: 'of' },
	topics: { fr: 'sujets', en: 'topics' },
}

/** GET / */
export async function overviewPage(visit: StaffVisit): Promise<Page> {
	const { say, parts } = visit
	const { kysely } = parts.database
	if (parts.configuration.forum === undefined) {
		return { title: say(words.title), content: html`<p class="notice">${say(words.noForum)}</p>` }
	}
	const [alarm, pause] = [await readAlarm(kysely), await readHintPause(kysely)]
	return {
		title: say(words.title),
		content: html`
${alarm === null
	? undefined
	: html`<section class="notice trouble" aria-labelledby="alarm"><h2 id="alarm">${say(words.alarm)}</h2>
<p>${number(visit, alarm.vanished)} ${say(words.of)} ${number(visit, alarm.linked)} ${say(words.topics)}, ${instant(visit, new Date(alarm.since))}. ${say(words.alarmAbout)}</p>
${actionForm(visit, '/vanished', words.alarmConfirm, { kind: 'danger' })}</section>`}
${pause === undefined
	? undefined
	: html`<div class="notice trouble"><p>${say(words.paused)} ${instant(visit, pause.at)} (${say(words.pausedBy)} ${personName(visit, pause.who)}).</p>${actionForm(visit, '/resume', words.resume, { kind: 'main' })}</div>`}
<div class="cards">
${await queueCard(visit)}
${await budgetCard(visit)}
${await hearingCard(visit)}
${await auditCard(visit)}
${await driftCard(visit)}
</div>
${pause === undefined ? html`<p class="hint">${say(words.pauseAbout)}</p>${actionForm(visit, '/pause', words.pause)}` : undefined}`,
	}
}
