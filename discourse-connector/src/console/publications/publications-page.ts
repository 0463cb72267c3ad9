/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ListedNeed } from '../../community/need-release.ts'
import type { Html } from '../../platform/html.ts'
import type { Page } from '../route.ts'
import type { StaffVisit } from '../visit.ts'

import { listNeeds } from '../../community/need-release.ts'
import { InstanceStore } from '../../instances/instance-store.ts'
import { html } from '../../platform/html.ts'
import { instant } from '../words.ts'

const words = {
	title: { fr: 'Premières publications', en: 'First publications' },
	about: { fr: 'Les premiers besoins d’un nouveau cloud attendent qu’une personne les lise avant de paraître.', en: 'The first needs of a new cloud wait until somebody reads them before they appear.' },
	none: { fr: 'Rien n’attend votre lecture.', en: 'Nothing waits to be read.' },
	refused: { fr: 'Refusés', en: 'Refused' },
	refusedAbout: { fr: 'Leur association peut les corriger ; ils reviendront alors au-dessus.', en: 'Their association can correct them; then they come back above.' },
	unknown: { fr: 'cloud inconnu', en: 'unknown cloud' },
}

/** GET /publications */
export async function publicationsPage(visit: StaffVisit): Promise<Page> {
	const { say, parts } = visit
	const held = await listNeeds(parts.database, 'held')
	const names = new Map((await new InstanceStore(parts.database).list()).map(({ id, name }) => [id, name]))
	const [refused, waiting] = [held.filter((need) => need.refused), held.filter((need) => !need.refused)]
	return {
		title: say(words.title),
		content: html`<p>${say(words.about)}</p>
${waiting.length === 0 ? html`<p class="notice done">${say(words.none)}</p>` : list(waiting)}
${refused.length === 0 ? undefined : html`<h2>${say(words.refused)}</h2><p>${say(words.refusedAbout)}</p>${list(refused)}`}`,
	}

	function list(needs: readonly ListedNeed[]): Html {
		return html`<ul class="list">${needs.map(({ id, title, instance, createdAt }) => html`<li><h3><a href="${visit.base}/publications/${id}">${title}</a></h3><p class="soft">${names.get(instance) ?? say(words.unknown)}, ${instant(visit, new Date(createdAt))}</p></li>`)}</ul>`
	}
}
