/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Questionnaire } from '../../src/diagnosis/questionnaire.ts'
import type { Solutions } from '../../src/plan/solution.ts'
import type { Fault } from './fault.ts'

import { idsOf, repeatedIds, unknownIds } from './ids.ts'

/**
 * What is wrong with a catalogue beyond its shape.
 *
 * @param solutions of the right shape
 * @param questionnaire the one that it will be used with: its uses and statuses
 */
export function checkSolutions(solutions: Solutions, questionnaire: Questionnaire): Fault[] {
	const uses = idsOf(questionnaire.uses)
	const statuses = idsOf(questionnaire.migrationStatuses)
	const served = new Set(solutions.solutions.flatMap((solution) => solution.uses))
	return [
		...repeatedIds('tools and solutions', [...solutions.tools, ...solutions.solutions]),
		...repeatedIds('replacements', solutions.replacements),
		...repeatedIds('criteria', solutions.criteria),
		...solutions.tools.flatMap(({ id, uses: used }) => [
			...unknownIds(`tool ${id}`, 'use', used, uses),
			...used.filter((use) => !solutions.replacements.some((replacement) => replacement.use === use && replacement.from.includes(id)))
				.map((use) => ({ at: `tool ${id}`, words: `nothing replaces it for ${use}` })),
		]),
		...solutions.solutions.flatMap((solution) => solutionFaults(solution, solutions, uses)),
		...solutions.replacements.flatMap((replacement) => replacementFaults(replacement, solutions, uses, statuses)),
		...[...uses].filter((use) => !served.has(use)).map((use) => ({ at: `use ${use}`, words: 'no solution serves it' })),
		...vocabularyFaults(solutions),
	]
}

function solutionFaults(solution: Solutions['solutions'][number], { vocabularies }: Solutions, uses: ReadonlySet<string>): Fault[] {
	const at = `solution ${solution.id}`
	return [
		...unknownIds(at, 'use', solution.uses, uses),
		...unknownIds(at, 'source', solution.sources, new Set(Object.keys(vocabularies.sources))),
		...solution.freeStatus && !vocabularies.freeStatus[solution.freeStatus] ? [{ at, words: `“${solution.freeStatus}” is explained nowhere` }] : [],
		...solution.freeStatus && !solution.limits ? [{ at, words: 'is not wholly free, and does not say what limits it' }] : [],
		...(/^[a-z]/u.test(solution.licence) && !vocabularies.licence[solution.licence]) ? [{ at, words: `the licence “${solution.licence}” is explained nowhere` }] : [],
	]
}

function replacementFaults(replacement: Solutions['replacements'][number], { tools, solutions, vocabularies }: Solutions, uses: ReadonlySet<string>, statuses: ReadonlySet<string>): Fault[] {
	const at = `replacement ${replacement.id}`
	const { use } = replacement
	return [
		...unknownIds(at, 'use', [use], uses),
		...unknownIds(at, 'tool', replacement.from, idsOf(tools)),
		...unknownIds(at, 'solution', replacement.to.map(({ solution }) => solution), idsOf(solutions)),
		...unknownIds(at, 'status', [replacement.suggestStatus, replacement.observed?.status].filter((status) => status !== undefined), statuses),
		...unknownIds(at, 'source', replacement.sources, new Set(Object.keys(vocabularies.sources))),
		...tools.filter((tool) => replacement.from.includes(tool.id) && !tool.uses.includes(use)).map(({ id }) => ({ at, words: `${id} is not used for ${use}` })),
		...solutions.filter(({ id }) => replacement.to.some(({ solution }) => solution === id)).flatMap((solution) => [
			...solution.uses.includes(use) ? [] : [{ at, words: `${solution.id} does not serve ${use}` }],
			...solution.freeStatus === 'disputed' ? [{ at, words: `${solution.id} is advised though its freedom is disputed` }] : [],
		]),
	]
}

function vocabularyFaults({ vocabularies }: Solutions): Fault[] {
	const explained = Object.keys(vocabularies.fitMeaning)
	return [
		...unknownIds('vocabularies › fit', 'meaning of', vocabularies.fit, new Set(explained)),
		...unknownIds('vocabularies › fitMeaning', 'fit', explained, new Set(vocabularies.fit)),
		...unknownIds('vocabularies › difficulty', 'meaning of', ['1', '2', '3', '4', '5'], new Set(Object.keys(vocabularies.difficulty))),
	]
}
