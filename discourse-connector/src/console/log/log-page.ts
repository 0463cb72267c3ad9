/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { Page } from '../route.ts'
import type { StaffVisit } from '../visit.ts'

import { listActions } from '../../platform/action-log.ts'
import { html } from '../../platform/html.ts'
import { pageNumber, pager } from '../pager.ts'
import { exact, instant, personName } from '../words.ts'

const SIZE = 50

const words = {
	title: { fr: 'Journal', en: 'Log' },
	about: { fr: 'Qui a fait quoi depuis cette console et par les commandes de l’opérateur. Chaque ligne est gardée un an.', en: 'Who did what with this console and the operator’s commands. Each line is kept for a year.' },
	none: { fr: 'Rien n’a encore été fait.', en: 'Nothing was done yet.' },
}

/** What each action is called; those of a release that is gone keep their name. */
const actions: Readonly<Record<string, LocalisedText>> = {
	'sign-in-token': { fr: 'Connexion avec le jeton', en: 'Signed in with the token' },
	'sign-in-forum': { fr: 'Connexion avec le forum', en: 'Signed in with the forum' },
	'sign-out': { fr: 'Déconnexion', en: 'Signed out' },
	command: { fr: 'Commande :', en: 'Command:' },
	pause: { fr: 'Synchronisation mise en pause', en: 'Paused the synchronisation' },
	resume: { fr: 'Synchronisation reprise', en: 'Resumed the synchronisation' },
	'confirm-vanished': { fr: 'Disparition de sujets confirmée :', en: 'Confirmed that topics are gone:' },
	'record-retry': { fr: 'Nouvel essai demandé :', en: 'Asked for another try:' },
	'record-topic': { fr: 'Sujet choisi à la main :', en: 'Chose the topic by hand:' },
	'record-unlink': { fr: 'Sujet oublié :', en: 'Forgot the topic:' },
	'record-accept-theirs': { fr: 'Version du forum gardée :', en: 'Kept the forum’s version:' },
	'record-send-ours': { fr: 'Version de l’association renvoyée :', en: 'Sent the association’s version again:' },
	'record-erased': { fr: 'Effacement dit terminé sur le forum :', en: 'Said that nothing is left on the forum of:' },
	'record-reason': { fr: 'Raison d’une suppression écrite :', en: 'Wrote why a topic was deleted:' },
	'publication-release': { fr: 'Publication acceptée :', en: 'Released a publication:' },
	'publication-refuse': { fr: 'Publication refusée :', en: 'Refused a publication:' },
	'instance-suspend': { fr: 'Cloud suspendu :', en: 'Suspended a cloud:' },
	'instance-resume': { fr: 'Cloud rétabli :', en: 'Resumed a cloud:' },
	'organisation-suspend': { fr: 'Organisation suspendue :', en: 'Suspended an organisation:' },
	'organisation-resume': { fr: 'Organisation rétablie :', en: 'Resumed an organisation:' },
	mapping: { fr: 'Catégories et étiquettes changées :', en: 'Changed categories and tags:' },
	'forum-check': { fr: 'Forum contrôlé', en: 'Checked the forum' },
}

/** GET /log */
export async function logPage(visit: StaffVisit): Promise<Page> {
	const { say, parts, query } = visit
	const page = pageNumber(query.page)
	const rows = await listActions(parts.database.kysely, page, SIZE + 1)
	return {
		title: say(words.title),
		content: html`<p>${say(words.about)}</p>
${rows.length === 0
	? html`<p>${say(words.none)}</p>`
	: html`<ul class="list">${rows.slice(0, SIZE).map(({ at, who, action, target }) => html`<li><p>${nameOf(action)} ${target}</p><p class="soft">${personName(visit, who)}, ${instant(visit, new Date(at))} (${exact(visit, new Date(at))})</p></li>`)}</ul>`}
${pager(visit, page, rows.length > SIZE)}`,
	}
	function nameOf(action: string): string {
		const name = Object.hasOwn(actions, action) ? actions[action] : undefined
		return name === undefined ? action : say(name)
	}
}
