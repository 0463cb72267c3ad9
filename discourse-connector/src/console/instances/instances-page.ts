/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '../route.ts'
import type { StaffVisit } from '../visit.ts'

import { InstanceStore } from '../../instances/instance-store.ts'
import { html } from '../../platform/html.ts'
import { actionForm } from '../forms.ts'
import { day } from '../words.ts'
import { countNeeds } from './instance-data.ts'
import { countWords, RESUME, states, SUSPEND } from './instance-words.ts'

const words = {
	title: { fr: 'Clouds et organisations', en: 'Clouds and organisations' },
	about: { fr: 'Les Nextcloud qui publient par ce connecteur. Suspendre un cloud arrête ses publications et sort ses sujets des listes du forum ; il peut toujours retirer et effacer. Un nouveau cloud s’ajoute par la commande « instance add ».', en: 'The Nextclouds that publish through this connector. Suspending a cloud stops its publishing and takes its topics out of the forum’s lists; it can still withdraw and erase. A new cloud is added with the command “instance add”.' },
	none: { fr: 'Aucun cloud n’est encore admis.', en: 'No cloud was let in yet.' },
	lastSeen: { fr: 'dernier appel le', en: 'last called on' },
	never: { fr: 'n’a jamais appelé', en: 'never called' },
}

/** GET /instances */
export async function instancesPage(visit: StaffVisit): Promise<Page> {
	const { say, base, parts } = visit
	const instances = await new InstanceStore(parts.database).list()
	const counts = await countNeeds(parts.database.kysely)
	return {
		title: say(words.title),
		content: html`<p>${say(words.about)}</p>
${instances.length === 0
	? html`<p class="notice">${say(words.none)}</p>`
	: html`<ul class="list">${instances.map(({ id, name, state, lastSeenOn }) => html`<li>
<h2><a href="${base}/instances/${id}">${name}</a></h2>
<p><span class="${state === 'active' ? 'good' : 'bad'}">${say(states[state])}</span>, ${countWords(visit, counts.get(id) ?? {})}, <span class="soft">${lastSeenOn === null ? say(words.never) : `${say(words.lastSeen)} ${day(visit, lastSeenOn)}`}</span></p>
${state === 'active' ? actionForm(visit, `/instances/${id}/suspend`, SUSPEND, { about: name, kind: 'danger' }) : undefined}
${state === 'suspended' ? actionForm(visit, `/instances/${id}/resume`, RESUME, { about: name }) : undefined}</li>`)}</ul>`}`,
	}
}
