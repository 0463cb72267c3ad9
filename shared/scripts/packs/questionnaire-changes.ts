/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { QuestionChange } from '../../src/diagnosis/question-change.ts'
import type { Question, Questionnaire } from '../../src/diagnosis/questionnaire.ts'
import type { Change } from './changes.ts'

import { questionChange } from '../../src/diagnosis/question-change.ts'
import { fieldChanges, listChanges, pairById } from './changes.ts'

const obstacles: Readonly<Record<QuestionChange, string>> = {
	added: 'is added: earlier diagnoses have no answer to it',
	removed: 'is removed: its earlier answers are compared with nothing',
	type: 'is asked in another way: earlier answers are not compared',
	options: 'offers other options: earlier answers are not compared',
	rescored: 'is scored otherwise: answers are compared, its points are not',
	moved: 'counts in another dimension: answers are compared, its points are not',
}

const levelsOf = ({ scoring }: Questionnaire) => ({ minimumAnsweredShare: scoring.minimumAnsweredShare, levels: scoring.levels.map(({ id, from, to }) => ({ id, from, to })) })

/**
 * What differs between two versions of a questionnaire.
 *
 * @param before the earlier version
 * @param after the later one
 */
export function questionnaireChanges(before: Questionnaire, after: Questionnaire): Change[] {
	const { added, removed, both } = pairById(before.questions, after.questions)
	return [
		...added.map((question) => obstacle(undefined, question)),
		...removed.map((question) => obstacle(question, undefined)),
		...both.flatMap((pair) => questionDetails(pair.before, pair.after)),
		...shortFormChanges(before, after),
		...fieldChanges('scoring', before.scoring, after.scoring, ['minimumAnsweredShare', 'levels']),
		...fieldChanges('scoring', levelsOf(before), levelsOf(after)).map((change): Change => ({ ...change, reach: 'comparison' })),
		...fieldChanges('ranking', before.ranking, after.ranking),
		...listChanges('dimension', before.dimensions, after.dimensions, 'comparison'),
		...listChanges('flag', before.flags, after.flags, 'comparison'),
		...listChanges('rule', before.rules, after.rules),
		...(['uses', 'migrationStatuses', 'steps', 'serviceTypes', 'associationSizes', 'communityKinds', 'methods'] as const).flatMap((list) => listChanges<{ readonly id: string }>(list, before[list], after[list])),
		...listChanges('inventory field', before.inventoryItem.fields, after.inventoryItem.fields),
		...fieldChanges('questionnaire', { title: before.title, intro: before.intro }, { title: after.title, intro: after.intro }),
	]
}

/**
 * What keeps a question from being compared, in words.
 *
 * @param before the earlier question
 * @param after the later one
 */
function obstacle(before: Question | undefined, after: Question | undefined): Change {
	const change = questionChange(before, after) ?? 'added'
	return { at: `question ${(after ?? before)!.id}`, words: obstacles[change], reach: change === 'added' ? 'content' : 'comparison' }
}

function questionDetails(before: Question, after: Question): Change[] {
	const at = `question ${after.id}`
	return [
		...questionChange(before, after) === null ? [] : [obstacle(before, after)],
		...listChanges(`${at} › option`, before.options ?? [], after.options ?? []),
		...fieldChanges(at, before, after, ['options']),
	]
}

function shortFormChanges(before: Questionnaire, after: Questionnaire): Change[] {
	const [then, now] = [before.shortForm.questions, after.shortForm.questions]
	const change = (id: string, words: string): Change => ({ at: 'short form', words: `${words} ${id}`, reach: 'content' })
	return [
		...now.filter((id) => !then.includes(id)).map((id) => change(id, 'now asks')),
		...then.filter((id) => !now.includes(id)).map((id) => change(id, 'no longer asks')),
		...fieldChanges('short form', before.shortForm, after.shortForm, ['questions']),
	]
}
