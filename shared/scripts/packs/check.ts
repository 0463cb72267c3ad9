/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Questionnaire } from '../../src/diagnosis/questionnaire.ts'
import type { Solutions } from '../../src/plan/solution.ts'
import type { Fault } from './fault.ts'
import type { ReadPack } from './read-pack.ts'

import { checkQuestionnaire } from './check-questionnaire.ts'
import { checkSolutions } from './check-solutions.ts'
import { conditionFaults } from './condition-faults.ts'
import { reachFaults } from './reach-faults.ts'

/** The packs that one pack is used with. */
export interface Company {
	readonly questionnaire: Questionnaire
	readonly solutions: Solutions
}

/**
 * Everything that is wrong with a pack whose shape is right.
 *
 * @param read the pack
 * @param company what it refers to
 * @param seed of the random diagnoses that a questionnaire is tried with
 */
export function checkPack(read: ReadPack, company: Company, seed = 1): Fault[] {
	if (read.kind === 'solutions') {
		return checkSolutions(read.pack, company.questionnaire)
	}
	return [
		...checkQuestionnaire(read.pack, company.solutions),
		// A condition that looks at what is not there cannot be tried.
		...conditionFaults(read.pack).length === 0 ? reachFaults(read.pack, company.solutions, seed) : [],
	]
}
