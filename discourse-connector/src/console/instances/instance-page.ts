/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Html } from '../../platform/html.ts'
import type { Page } from '../route.ts'
import type { StaffVisit } from '../visit.ts'
import type { ListedOrganisation, PostedAnswer } from './instance-data.ts'

import { needStatusLabels } from '@emancipasso/shared/community/need-vocabulary'
import { InstanceStore } from '../../instances/instance-store.ts'
import { html } from '../../platform/html.ts'
import { actionForm } from '../forms.ts'
import { day } from '../words.ts'
import { listNewestNeeds, listOrganisations, listPostedAnswers, MOST_NEEDS } from './instance-data.ts'
import { countWords, RESUME, states, SUSPEND } from './instance-words.ts'

const words = {
	state: { fr: 'État', en: 'State' },
	nextcloud: { fr: 'Identifiant du Nextcloud', en: 'Id of the Nextcloud' },
	unused: { fr: 'pas encore utilisé', en: 'not used yet' },
	lastSeen: { fr: 'Dernier appel', en: 'Last call' },
	never: { fr: 'jamais', en: 'never' },
	tokens: { fr: 'Jetons, par leur début', en: 'Tokens, by their start' },
	organisations: { fr: 'Organisations', en: 'Organisations' },
	organisationsAbout: { fr: 'Le connecteur ne connaît d’une organisation qu’un identifiant fait par son cloud.', en: 'All that the connector knows of an organisation is an id that its cloud made.' },
	noOrganisation: { fr: 'Aucune organisation n’a encore agi.', en: 'No organisation has acted yet.' },
	needs: { fr: 'Derniers besoins', en: 'Newest needs' },
	needsMost: { fr: `Les ${MOST_NEEDS} plus récents.`, en: `The newest ${MOST_NEEDS}.` },
	noNeed: { fr: 'Aucun besoin.', en: 'No need.' },
	answers: { fr: 'Réponses sur le forum', en: 'Answers on the forum' },
	answersAbout: { fr: 'Suspendre ne les retire pas : elles font partie des discussions d’autres personnes. Rien de nouveau n’est posté ni corrigé. Supprimez sur le forum celles qui doivent disparaître.', en: 'Suspending does not remove them: they are part of the discussions of others. Nothing new is posted or corrected. Delete on the forum those that must go.' },
	noAnswer: { fr: 'Aucune réponse.', en: 'No answer.' },
	erased: { fr: '(effacé)', en: '(erased)' },
	revoked: { fr: 'L’accès de ce cloud a été retiré pour toujours. La commande « instance add » en crée un nouveau.', en: 'The access of this cloud was revoked for ever. The command “instance add” makes a new one.' },
}

/** GET /instances/:id */
export async function instancePage(visit: StaffVisit): Promise<Page | undefined> {
	const { say, base, parts: { database }, params } = visit
	const instance = (await new InstanceStore(database).list()).find(({ id }) => id === params.id)
	if (instance === undefined) {
		return undefined
	}
	const { id, name, state, nextcloudId, lastSeenOn, tokens } = instance
	const organisations = await listOrganisations(database.kysely, id)
	const needs = await listNewestNeeds(database.kysely, id)
	const answers = await listPostedAnswers(database.kysely, id)
	return {
		title: name,
		content: html`<dl>
<dt>${say(words.state)}</dt><dd class="${state === 'active' ? 'good' : 'bad'}">${say(states[state])}</dd>
<dt>${say(words.nextcloud)}</dt><dd>${nextcloudId ?? say(words.unused)}</dd>
<dt>${say(words.lastSeen)}</dt><dd>${lastSeenOn === null ? say(words.never) : day(visit, lastSeenOn)}</dd>
<dt>${say(words.tokens)}</dt><dd>${tokens.map((start) => `${start}…`).join(' ')}</dd>
</dl>
${state === 'active' ? actionForm(visit, `/instances/${id}/suspend`, SUSPEND, { about: name, kind: 'danger' }) : undefined}
${state === 'suspended' ? actionForm(visit, `/instances/${id}/resume`, RESUME, { about: name, kind: 'main' }) : undefined}
${state === 'revoked' ? html`<p class="notice">${say(words.revoked)}</p>` : undefined}
<h2>${say(words.organisations)}</h2><p class="hint">${say(words.organisationsAbout)}</p>
${organisations.length === 0 ? html`<p>${say(words.noOrganisation)}</p>` : html`<ul class="list">${organisations.map((organisation) => organisationItem(visit, id, organisation))}</ul>`}
<h2>${say(words.needs)}</h2>
${needs.length === 0 ? html`<p>${say(words.noNeed)}</p>` : html`<ul>${needs.map(({ uuid, title, status }) => html`<li><a href="${base}/records/${uuid}">${title ?? say(words.erased)}</a> <span class="soft">${say(needStatusLabels[status])}</span></li>`)}</ul>${needs.length === MOST_NEEDS ? html`<p class="hint">${say(words.needsMost)}</p>` : undefined}`}
<h2>${say(words.answers)}</h2>
${answers.length === 0 ? html`<p>${say(words.noAnswer)}</p>` : html`<p class="hint">${say(words.answersAbout)}</p><ul>${answers.map((answer) => answerItem(visit, answer))}</ul>`}`,
	}
}

function answerItem({ parts: { configuration: { forum } } }: StaffVisit, { name, postId }: PostedAnswer): Html {
	return html`<li>${forum === undefined ? name : html`<a href="${forum.url}/p/${postId}" rel="noopener noreferrer">${name}</a>`}</li>`
}

function organisationItem(visit: StaffVisit, instance: string, { id, state, needs }: ListedOrganisation): Html {
	const field = html`<input type="hidden" name="organisation" value="${id}">`
	const form = (path: string, label: typeof SUSPEND, kind: 'danger' | 'main') => actionForm(visit, `/instances/${instance}/organisation/${path}`, label, { about: id, kind, fields: field })
	return html`<li><h3>${id}</h3><p><span class="${state === 'active' ? 'good' : 'bad'}">${visit.say(states[state])}</span>, ${countWords(visit, needs)}</p>
${state === 'active' ? form('suspend', SUSPEND, 'danger') : undefined}${state === 'suspended' ? form('resume', RESUME, 'main') : undefined}</li>`
}
