/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedPublication } from '@emancipasso/shared/community/need'
import type { Html } from '../../platform/html.ts'
import type { Visit } from '../visit.ts'

import { needSectionLabels, needUrgencyLabels } from '@emancipasso/shared/community/need-vocabulary'
import { plainCharacters } from '@emancipasso/shared/community/plain-characters'
import { associationSizes } from '@emancipasso/shared/vocabulary/association-sizes'
import { communityKinds } from '@emancipasso/shared/vocabulary/community-kinds'
import { html } from '../../platform/html.ts'

const words = {
	kind: { fr: 'Type de besoin', en: 'Kind of need' },
	author: { fr: 'Qui demande', en: 'Who asks' },
	anonymous: { fr: 'Une association qui préfère ne pas se nommer', en: 'An association that prefers not to be named' },
	size: { fr: 'Taille', en: 'Size' },
	region: { fr: 'Région', en: 'Region' },
	urgency: { fr: 'Délai', en: 'How soon' },
	tools: { fr: 'Outils concernés', en: 'Tools concerned' },
}

/**
 * All that a need makes public.
 *
 * @param visit of the reader
 * @param publication as it was sent
 */
export function publicText(visit: Pick<Visit, 'say'>, publication: NeedPublication): Html {
	const { say } = visit
	const { kind, signature, sizeBand, region, urgency, toolsConcerned, sections } = publication
	const rows: [keyof typeof words, string | undefined][] = [
		['kind', labelIn(communityKinds, kind)],
		['author', signature.text || say(words.anonymous)],
		['size', labelIn(associationSizes, sizeBand)],
		['region', region && `${region.label} (${region.code})`],
		['urgency', say(needUrgencyLabels[urgency])],
		['tools', toolsConcerned.join(', ')],
	]
	return html`<dl>${rows.map(([name, value]) => value ? html`<dt>${say(words[name])}</dt><dd>${plainCharacters(value)}</dd>` : undefined)}</dl>
${sections.map(({ id, text }) => html`<h3>${say(needSectionLabels[id])}</h3><p class="written">${plainCharacters(text)}</p>`)}`

	function labelIn(vocabulary: readonly { id: string, label: { fr: string, en: string } }[], id: string | undefined): string | undefined {
		const label = vocabulary.find((entry) => entry.id === id)?.label
		return label && say(label)
	}
}
