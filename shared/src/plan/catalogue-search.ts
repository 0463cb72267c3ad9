/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Questionnaire } from '../diagnosis/questionnaire.ts'
import type { LocalisedText } from '../language/localised-text.ts'
import type { Solution, Solutions, Tool } from './solution.ts'

import { wordsOf } from '../language/normalise.ts'

type Use = Questionnaire['uses'][number]

/** What a search finds in the catalogue, in its order. */
export interface CatalogueFindings {
	readonly tools: readonly Tool[]
	readonly solutions: readonly Solution[]
	readonly uses: readonly Use[]
}

/**
 * Tools, free solutions and uses in whose names and descriptions every word begins; nothing for a blank search.
 *
 * @param catalogue the catalogue
 * @param uses that it is ordered by
 * @param text as typed, in French or English
 */
export function searchCatalogue(catalogue: Pick<Solutions, 'tools' | 'solutions'>, uses: readonly Use[], text: string): CatalogueFindings {
	const wanted = wordsOf(text)
	if (wanted.length === 0) {
		return { tools: [], solutions: [], uses: [] }
	}
	const holds = (...texts: (LocalisedText | string | undefined)[]) => {
		const words = texts.flatMap((one) => typeof one === 'string' ? wordsOf(one) : one ? [...wordsOf(one.fr), ...wordsOf(one.en)] : [])
		return wanted.every((word) => words.some((candidate) => candidate.startsWith(word)))
	}
	return {
		tools: catalogue.tools.filter(({ name, vendor }) => holds(name, vendor)),
		solutions: catalogue.solutions.filter(({ name, description }) => holds(name, description)),
		uses: uses.filter(({ label }) => holds(label)),
	}
}

/**
 * The tools that the free solution can take the place of, in the order of the catalogue, each once.
 *
 * @param catalogue the catalogue
 * @param solution id of a solution
 */
export function toolsReplacedBy(catalogue: Pick<Solutions, 'tools' | 'replacements'>, solution: string): Tool[] {
	const ids = new Set(catalogue.replacements.filter(({ to }) => to.some((one) => one.solution === solution)).flatMap(({ from }) => from))
	return catalogue.tools.filter(({ id }) => ids.has(id))
}
