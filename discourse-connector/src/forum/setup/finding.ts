/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language, LocalisedText } from '@emancipasso/shared/language/localised-text'

/**
 * What a sentence of the report means: it is fine, it was done, setting up would do it, an admin of the forum has to do it,
 * something is in the way.
 */
export type Mark = 'ok' | 'done' | 'open' | 'by-hand' | 'problem'

/** Where in Discourse's admin pages. */
export interface Place {
	/** As the menus say it. */
	label: LocalisedText
	/** From the forum's root, with a slash in front. */
	path: string
}

/** One thing that was looked at. Plain data: printed by the command, rendered by the console. */
export interface Finding {
	/** What it is about; the same at each run, for example `tags:kind`. */
	id: string
	mark: Mark
	/** Whether the connector cannot do its work with this forum as long as it stays so. */
	blocks: boolean
	sentence: LocalisedText
	place?: Place
}

/**
 * Whether nothing stands in the way.
 *
 * @param findings of a run
 */
export function isUsable(findings: readonly Finding[]): boolean {
	return !findings.some(({ blocks }) => blocks)
}

/**
 * The finding with its French as it is printed: a mark that ends or opens keeps to its word.
 *
 * @param finding as it was written
 */
export function typeset(finding: Finding): Finding {
	const french = (text: string) => text.replaceAll(/ ([:;?!»])(?=\s|[.,)]|$)/gu, '\u00A0$1').replaceAll('« ', '«\u00A0')
	const { sentence, place } = finding
	return {
		...finding,
		sentence: { ...sentence, fr: french(sentence.fr) },
		...(place === undefined ? {} : { place: { ...place, label: { ...place.label, fr: french(place.label.fr) } } }),
	}
}

const words: Record<Mark, LocalisedText> = {
	ok: { fr: 'ok', en: 'ok' },
	done: { fr: 'fait', en: 'done' },
	open: { fr: 'à faire', en: 'to do' },
	'by-hand': { fr: 'à la main', en: 'by hand' },
	problem: { fr: 'problème', en: 'problem' },
}

/**
 * A finding as a line of the report.
 *
 * @param finding to show
 * @param url of the forum, without a slash at the end
 * @param language of the reader
 */
export function lineOf(finding: Finding, url: string, language: Language): string {
	const { mark, sentence, place } = finding
	const where = place === undefined ? '' : ` → ${place.label[language]} (${url}${place.path})`
	return `${`[${words[mark][language]}]`.padEnd(12)}${sentence[language]}${where}`
}
