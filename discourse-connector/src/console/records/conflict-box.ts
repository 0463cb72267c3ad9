/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Html } from '../../platform/html.ts'
import type { StaffVisit } from '../visit.ts'
import type { WholeRecord } from './record-data.ts'

import { html } from '../../platform/html.ts'
import { desiredOf } from '../../sync/topics/desired.ts'
import { actionForm } from '../forms.ts'
import { fieldNames } from './record-words.ts'

const words = {
	title: { fr: 'Les deux versions', en: 'The two versions' },
	about: { fr: 'Le forum garde sa version tant que personne ne choisit. L’association peut aussi choisir dans son application.', en: 'The forum keeps its version until somebody chooses. The association can choose in its app too.' },
	theirs: { fr: 'Sur le forum', en: 'On the forum' },
	ours: { fr: 'Chez l’association', en: 'At the association' },
	accept: { fr: 'Garder la version du forum', en: 'Keep the forum’s version' },
	send: { fr: 'Renvoyer celle de l’association', en: 'Send the association’s again' },
	yes: { fr: 'oui', en: 'yes' },
	no: { fr: 'non', en: 'no' },
}

/** Both versions of what both sides changed, with the choice. */
export async function conflictBox(visit: StaffVisit, { uuid, link }: WholeRecord): Promise<Html | undefined> {
	const { say, parts: { database, configuration: { forum } } } = visit
	const { conflict } = link
	if (conflict === null || forum === undefined) {
		return undefined
	}
	const desired = await desiredOf(database.kysely, uuid, forum, link.titleSuffix)
	const shown = (value: unknown) => typeof value === 'boolean' ? say(value ? words.yes : words.no) : String(value ?? '')
	return html`<section class="box" aria-labelledby="conflict"><h2 id="conflict">${say(words.title)}</h2><p>${say(words.about)}</p>
${conflict.fields.map((field) => html`<h3>${say(fieldNames[field] ?? words.title)}</h3>
<p class="soft">${say(words.theirs)}</p><pre tabindex="0">${shown(field === 'tags' ? undefined : conflict.base[field])}</pre>
<p class="soft">${say(words.ours)}</p><pre tabindex="0">${shown(desired?.[field])}</pre>`)}
<div class="actions">${actionForm(visit, `/records/${uuid}/accept-theirs`, words.accept)}${actionForm(visit, `/records/${uuid}/send-ours`, words.send)}</div></section>`
}
