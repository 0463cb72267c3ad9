/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Questionnaire } from '../diagnosis/questionnaire.ts'
import type { LocalisedText } from '../language/localised-text.ts'
import type { Solution, Solutions, Tool } from './solution.ts'

import MiniSearch from 'minisearch'
import { wordsOf } from '../language/normalise.ts'
import { wordMatching } from '../language/word-matching.ts'

type Use = Questionnaire['uses'][number]
type Named = Pick<Solutions, 'tools' | 'solutions'>

/** What a search finds in the catalogue, in its order; what is only written alike, the most alike first. */
export interface CatalogueFindings {
	readonly tools: readonly Tool[]
	readonly solutions: readonly Solution[]
	readonly uses: readonly Use[]
	/** Whether nothing is written like this, and these are names that are written nearly so. */
	readonly alike: boolean
}

/**
 * Tools, free solutions and uses in whose names and descriptions every word begins; where there are none, those whose
 * names are written nearly so. Nothing for a blank search.
 *
 * @param catalogue the catalogue
 * @param uses that it is ordered by
 * @param text as typed, in French or English
 */
export function searchCatalogue(catalogue: Named, uses: readonly Use[], text: string): CatalogueFindings {
	const { tools, solutions } = catalogue
	const wanted = wordsOf(text)
	if (wanted.length === 0) {
		return { tools: [], solutions: [], uses: [], alike: false }
	}
	const holds = (...texts: (LocalisedText | string | undefined)[]) => {
		const words = texts.flatMap(wordsOfAny)
		return wanted.every((word) => words.some((candidate) => candidate.startsWith(word)))
	}
	const found = {
		tools: tools.filter(({ name, vendor }) => holds(name, vendor)),
		solutions: solutions.filter(({ name, description }) => holds(name, description)),
		uses: uses.filter(({ label }) => holds(label)),
		alike: false,
	}
	return found.tools.length + found.solutions.length + found.uses.length > 0
		? found
		: {
				tools: writtenAlike(tools, ({ name, vendor }) => [name, vendor], wanted),
				solutions: writtenAlike(solutions, ({ name }) => [name], wanted),
				uses: writtenAlike(uses, ({ label }) => [label], wanted),
				alike: true,
			}
}

/**
 * Tools and free solutions to propose for a name that the catalogue does not know, since a letter of it may be wrong: the
 * most alike first. None where a name begins as it is typed; and none whose words begin with other letters, since a
 * proposal that nobody asked for must be likely.
 *
 * @param catalogue the catalogue
 * @param typed what a person wrote
 */
export function namesAlike(catalogue: Named, typed: string): (Tool | Solution)[] {
	const wanted = wordsOf(typed)
	const all = [...catalogue.tools, ...catalogue.solutions]
	const begins = all.some(({ name }) => wanted.every((word) => wordsOfAny(name).some((candidate) => candidate.startsWith(word))))
	const initials = new Set(wanted.map(([letter]) => letter))
	return begins ? [] : writtenAlike(all, ({ name }) => wordsOfAny(name).filter(([letter]) => initials.has(letter)), wanted)
}

/**
 * Those that have all the words, or words with a typing error less.
 *
 * @param all what may be found
 * @param textsOf what is searched
 * @param wanted normalised words
 */
function writtenAlike<One>(all: readonly One[], textsOf: (one: One) => readonly (LocalisedText | string | undefined)[], wanted: readonly string[]): One[] {
	const index = new MiniSearch<{ position: number, words: string }>({ idField: 'position', fields: ['words'], tokenize: wordMatching.tokenize, processTerm: (term) => term })
	index.addAll(all.map((one, position) => ({ position, words: textsOf(one).flatMap(wordsOfAny).join(' ') })))
	return index.search(wanted.join(' '), { ...wordMatching, combineWith: 'AND' }).map(({ id }) => all[Number(id)]!)
}

function wordsOfAny(text: LocalisedText | string | undefined): string[] {
	return text === undefined ? [] : typeof text === 'string' ? wordsOf(text) : [...wordsOf(text.fr), ...wordsOf(text.en)]
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
