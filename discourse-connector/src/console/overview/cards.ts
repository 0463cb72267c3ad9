/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Html } from '../../platform/html.ts'
import type { StaffVisit } from '../visit.ts'

import { html } from '../../platform/html.ts'
import { bar, columns } from '../charts.ts'
import { duration, instant, number } from '../words.ts'
import { DRIFT_DAYS, readAuditProgress, readDetections, readDrift, readQueue } from './overview-data.ts'

const words = {
	queue: { fr: 'File d’attente', en: 'Queue' },
	due: { fr: 'à vérifier maintenant', en: 'to check now' },
	oldest: { fr: 'Le plus ancien attend depuis', en: 'The oldest has waited for' },
	nothing: { fr: 'Rien n’attend.', en: 'Nothing waits.' },
	looking: { fr: 'en cours de vérification', en: 'being checked' },
	later: { fr: 'à vérifier plus tard', en: 'to check later' },
	failing: { fr: 'dont la dernière vérification a échoué', en: 'whose last check failed' },
	hearing: { fr: 'Ce que le forum nous dit', en: 'What the forum tells us' },
	never: { fr: 'jamais encore', en: 'never yet' },
	audit: { fr: 'Relecture complète', en: 'Audit' },
	auditRead: { fr: 'relus depuis un jour', en: 'read again within a day' },
	of: { fr: 'sur', en: 'of' },
	auditOldest: { fr: 'Le sujet relu il y a le plus longtemps :', en: 'The topic that was not read for the longest:' },
	auditNone: { fr: 'Aucun sujet n’est lié pour l’instant.', en: 'No topic is linked yet.' },
	drift: { fr: 'Écarts trouvés et réparés', en: 'Differences found and mended' },
	driftAbout: { fr: `Différences que personne n’avait annoncées, depuis ${DRIFT_DAYS} jours.`, en: `Differences that nobody had told of, in ${DRIFT_DAYS} days.` },
	today: { fr: 'aujourd’hui', en: 'today' },
}

const priorities = [
	{ fr: 'actions des personnes', en: 'people’s actions' },
	{ fr: 'changements', en: 'changes' },
	{ fr: 'détection', en: 'detection' },
	{ fr: 'relecture', en: 'audit' },
]

const kinds = [
	{ name: 'webhook', label: { fr: 'Dernier webhook', en: 'Last webhook' } },
	{ name: 'lists', label: { fr: 'Dernière lecture des listes', en: 'Lists last read' } },
	{ name: 'journal', label: { fr: 'Journal des webhooks lu', en: 'Webhooks’ journal read' } },
	{ name: 'explorer', label: { fr: 'Data Explorer interrogé', en: 'Data Explorer asked' } },
	{ name: 'audit', label: { fr: 'Dernier passage de la relecture', en: 'Audit last at work' } },
]

/** What waits to be looked at. */
export async function queueCard(visit: StaffVisit): Promise<Html> {
	const { say } = visit
	const queue = await readQueue(visit.parts.database.kysely)
	const most = Math.max(1, ...queue.priorities)
	return html`<section class="box" aria-labelledby="queue"><h2 id="queue">${say(words.queue)}</h2>
<p class="figure">${number(visit, queue.due)}</p><p>${say(words.due)}</p>
${queue.oldest === null
	? html`<p class="good">${say(words.nothing)}</p>`
	: html`<p>${say(words.oldest)} ${duration(visit, queue.oldest)}.</p>
${queue.priorities.map((count, priority) => count === 0 ? undefined : html`<p class="soft">${number(visit, count)} ${say(priorities[priority] ?? words.due)}</p>${bar(count, most)}`)}`}
<p class="soft">${number(visit, queue.looking)} ${say(words.looking)}, ${number(visit, queue.later)} ${say(words.later)}.</p>
${queue.failing > 0 ? html`<p class="bad">${number(visit, queue.failing)} ${say(words.failing)}.</p>` : undefined}</section>`
}

/** When the forum was heard and asked last. */
export async function hearingCard(visit: StaffVisit): Promise<Html> {
	const { say } = visit
	const done = await readDetections(visit.parts.database.kysely)
	return html`<section class="box" aria-labelledby="hearing"><h2 id="hearing">${say(words.hearing)}</h2>
<dl>${kinds.map(({ name, label }) => html`<dt>${say(label)}</dt><dd>${whenOf(done.get(name))}</dd>`)}</dl></section>`

	function whenOf(at: Date | undefined): Html | string {
		return at === undefined ? say(words.never) : instant(visit, at)
	}
}

/** How far the audit came. */
export async function auditCard(visit: StaffVisit): Promise<Html> {
	const { say } = visit
	const { linked, read, oldest } = await readAuditProgress(visit.parts.database.kysely)
	return html`<section class="box" aria-labelledby="audit"><h2 id="audit">${say(words.audit)}</h2>
${linked === 0
	? html`<p>${say(words.auditNone)}</p>`
	: html`<p class="figure">${number(visit, read)} ${say(words.of)} ${number(visit, linked)}</p><p>${say(words.auditRead)}</p>${bar(read, linked)}
<p class="soft">${say(words.auditOldest)} ${oldest === null ? say(words.never) : instant(visit, new Date(oldest))}.</p>`}</section>`
}

/** What looking found that nobody had told of. */
export async function driftCard(visit: StaffVisit): Promise<Html> {
	const { say } = visit
	const drift = await readDrift(visit.parts.database.kysely)
	const all = drift.reduce((sum, day) => sum + day, 0)
	return html`<section class="box" aria-labelledby="drift"><h2 id="drift">${say(words.drift)}</h2>
<p class="figure">${number(visit, all)}</p><p>${say(words.driftAbout)}</p>
${columns(`${say(words.drift)}: ${drift.join(', ')}`, drift)}
<p class="soft">${number(visit, drift.at(-1) ?? 0)} ${say(words.today)}</p></section>`
}
