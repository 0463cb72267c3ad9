/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Questionnaire } from '../../src/diagnosis/questionnaire.ts'
import type { Solutions } from '../../src/plan/solution.ts'
import type { Change, Reach } from './changes.ts'
import type { ReadPack } from './read-pack.ts'

import { fieldChanges, listChanges } from './changes.ts'
import { questionnaireChanges } from './questionnaire-changes.ts'

/** The part of the version that each reach raises: 1.2.3 is major.minor.patch. */
const parts: Readonly<Record<Reach, number>> = { comparison: 0, content: 1, words: 2 }
const partNames = ['first', 'second', 'third'] as const

/**
 * What changed between two versions of one pack, and whom it touches, as lines of text.
 *
 * @param before the earlier version
 * @param after the later one
 */
export function diffLines(before: ReadPack, after: ReadPack): string[] {
	if (before.kind !== after.kind) {
		return ['One is a questionnaire and the other a catalogue: there is nothing to compare.']
	}
	const changes = before.kind === 'questionnaire' ? questionnaireChanges(before.pack, after.pack as Questionnaire) : solutionsChanges(before.pack, after.pack as Solutions)
	if (changes.length === 0) {
		return ['Nothing changed.']
	}
	return [
		`From ${before.pack.version} to ${after.pack.version}: ${changes.length} changes.`,
		...changes.map(({ at, words }) => `  ${at}: ${words}`),
		'',
		...(before.kind === 'questionnaire' ? touchedByQuestionnaire(before.pack.version, changes) : touchedByCatalogue(changes)),
		versionAdvice(before.pack.version, after.pack.version, changes),
	]
}

/**
 * What differs between two versions of a catalogue.
 *
 * @param before the earlier version
 * @param after the later one
 */
export function solutionsChanges(before: Solutions, after: Solutions): Change[] {
	return [
		...listChanges('tool', before.tools, after.tools, 'comparison'),
		...listChanges('solution', before.solutions, after.solutions, 'comparison'),
		...listChanges('replacement', before.replacements, after.replacements),
		...listChanges('criterion', before.criteria, after.criteria),
		...fieldChanges('vocabularies', before.vocabularies, after.vocabularies),
	]
}

function touchedByQuestionnaire(version: string, changes: readonly Change[]): string[] {
	const compared = changes.filter(({ reach }) => reach === 'comparison')
	return [
		`Diagnoses under way finish on ${version}: nothing of this touches them.`,
		compared.length === 0
			? 'Later diagnoses are compared with earlier ones in full.'
			: `Later diagnoses are compared with earlier ones without what ${compared.length} of these changes concern; the comparison says so.`,
	]
}

function touchedByCatalogue(changes: readonly Change[]): string[] {
	const gone = changes.filter(({ reach }) => reach === 'comparison').map(({ at }) => at)
	return [
		'Diagnoses under way and inventories are read with the new catalogue at once.',
		...gone.length === 0 ? [] : [`Lines of inventories that name these become words of their own and are listed “to clarify”: ${gone.join(', ')}.`],
	]
}

/**
 * Which part of the version the changes ask to be raised, and whether it was.
 *
 * @param before the earlier version
 * @param after the later one
 * @param changes what changed
 */
function versionAdvice(before: string, after: string, changes: readonly Change[]): string {
	const due = Math.min(...changes.map(({ reach }) => parts[reach]))
	const [old, now] = [before, after].map((version) => version.split('.').map(Number))
	const raised = now!.findIndex((number, place) => number !== old![place])
	const done = raised !== -1 && raised <= due && now![raised]! > old![raised]!
	return done ? 'The version is raised as these changes ask.' : `Raise the ${partNames[due]} number of the version before releasing this.`
}
