/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '../language/localised-text.ts'
import type { NeedSection, SizeBand } from './need-vocabulary.ts'
import type { NeedDraft, NeedPublication, PublishingOrganisation } from './need.ts'

import { needLimits, needSections } from './need-vocabulary.ts'

/** Why a draft cannot be published yet. */
export interface MissingField {
	field: 'title' | NeedSection | 'signature'
	hint: LocalisedText
}

// Kept out because neither a JSON database column nor a forum stores them: all controls but tab and line feed.
const controls = /(?![\t\n])\p{Cc}/gu

// A text as it is approved and sent: well-formed, LF line ends, no control characters, no blank edges.
function tidy(text: string): string {
	return text.toWellFormed().replace(/\r\n?/gu, '\n').replace(controls, '').trim()
}

function first(text: string, characters: number): string {
	return [...text].slice(0, characters).join('')
}

const descriptors: Record<SizeBand | 'unknown', LocalisedText> = {
	'volunteers-only': { fr: 'Association de bénévoles', en: 'Association of volunteers' },
	'staff-1-5': { fr: 'Association de 1 à 5 salarié·es', en: 'Association with 1 to 5 employees' },
	'staff-6-20': { fr: 'Association de 6 à 20 salarié·es', en: 'Association with 6 to 20 employees' },
	'staff-gt-20': { fr: 'Association de plus de 20 salarié·es', en: 'Association with more than 20 employees' },
	network: { fr: 'Réseau ou fédération d’associations', en: 'Network or federation of associations' },
	unknown: { fr: 'Une association', en: 'An association' },
}

/**
 * The signature proposed for a draft: the name, a description that names nobody, or nothing.
 *
 * @param draft its choice of signature, of what to show, and its language
 * @param organisation what may be shown of it
 */
export function proposedSignature(draft: NeedDraft, organisation: PublishingOrganisation): string {
	if (draft.signature.choice === 'anonymous') {
		return ''
	}
	if (draft.signature.choice === 'name') {
		return first(tidy(organisation.name), needLimits.signature)
	}
	const size = draft.showSize ? organisation.sizeBand : undefined
	const region = draft.showRegion ? organisation.region : undefined
	return first([descriptors[size ?? 'unknown'][draft.language], region?.label].filter(Boolean).join(', '), needLimits.signature)
}

/**
 * Exactly what would leave the cloud if this draft were published. Blank sections and tools are left out;
 * a draft in which something is still missing gives a publication that the schema refuses.
 *
 * @param draft the private document
 * @param organisation what may be shown of it
 */
export function toPublication(draft: NeedDraft, organisation: PublishingOrganisation): NeedPublication {
	const { choice, text } = draft.signature
	const own = tidy(text)
	return {
		schemaVersion: 1,
		kind: draft.kind,
		title: tidy(draft.title).replace(/\s+/gu, ' '),
		sections: needSections.map((id) => ({ id, text: tidy(draft[id]) })).filter((section) => section.text !== ''),
		toolsConcerned: draft.toolsConcerned.map(tidy).filter((tool) => tool !== ''),
		urgency: draft.urgency,
		signature: { choice, text: choice === 'descriptor' && own !== '' ? own : proposedSignature(draft, organisation) },
		...(draft.showSize && organisation.sizeBand !== undefined ? { sizeBand: organisation.sizeBand } : {}),
		...(draft.showRegion && organisation.region !== undefined ? { region: organisation.region } : {}),
		language: draft.language,
	}
}

/**
 * What must be filled in before the draft can be published; empty when it can.
 *
 * @param draft the private document
 * @param organisation what may be shown of it
 */
export function missingForPublication(draft: NeedDraft, organisation: PublishingOrganisation): MissingField[] {
	const publication = toPublication(draft, organisation)
	const missing: MissingField[] = []
	if ([...publication.title].length < needLimits.titleAtLeast) {
		missing.push({ field: 'title', hint: { fr: 'Donnez un titre en quelques mots.', en: 'Give a title in a few words.' } })
	}
	const problem = publication.sections.find(({ id }) => id === 'problem')
	if ([...problem?.text ?? ''].length < needLimits.sectionAtLeast) {
		missing.push({ field: 'problem', hint: { fr: 'Dites en une phrase ou plus ce qui pose problème.', en: 'Say in a sentence or more what the problem is.' } })
	}
	if (publication.signature.choice !== 'anonymous' && publication.signature.text === '') {
		missing.push({ field: 'signature', hint: { fr: 'Choisissez le nom à montrer, ou publiez sans nom.', en: 'Choose the name to show, or publish without a name.' } })
	}
	return missing
}

// Objects with their keys in code unit order, at every depth.
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) {
		return value.map(sorted)
	}
	if (value !== null && typeof value === 'object') {
		return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined).sort(([a], [b]) => a < b ? -1 : 1).map(([key, member]) => [key, sorted(member)]))
	}
	return value
}

/**
 * The publication as one line of JSON with its keys sorted. The UTF-8 bytes of this text are what is
 * shown, approved and sent: one other character is another publication.
 *
 * @param publication what would leave
 */
export function canonicalText(publication: NeedPublication): string {
	return JSON.stringify(sorted(publication))
}
