/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Questionnaire } from '../../src/diagnosis/questionnaire.ts'
import type { Solutions } from '../../src/plan/solution.ts'
import type { Fault } from './fault.ts'

import { communityKinds } from '../../src/vocabulary/community-kinds.ts'
import { conditionFaults } from './condition-faults.ts'
import { idsOf, repeatedIds, unknownIds } from './ids.ts'

const lists = ['dimensions', 'uses', 'migrationStatuses', 'steps', 'serviceTypes', 'associationSizes', 'communityKinds', 'questions', 'flags', 'rules'] as const

/**
 * What is wrong with a questionnaire beyond its shape: what it refers to and is not there, what is there and leads nowhere.
 *
 * @param questionnaire of the right shape
 * @param solutions the catalogue that it will be used with
 */
export function checkQuestionnaire(questionnaire: Questionnaire, solutions: Solutions): Fault[] {
	return [
		...lists.flatMap((list) => repeatedIds(list, questionnaire[list])),
		...questionFaults(questionnaire),
		...conditionFaults(questionnaire),
		...ruleFaults(questionnaire, solutions),
		...frameFaults(questionnaire),
	]
}

function questionFaults(questionnaire: Questionnaire): Fault[] {
	const [dimensions, flags] = [idsOf(questionnaire.dimensions), idsOf(questionnaire.flags)]
	const raised = new Set(questionnaire.questions.flatMap(({ options = [] }) => options.flatMap(({ flag }) => flag ?? [])))
	return [
		...questionnaire.questions.flatMap(({ id, type, dimension, options = [] }): Fault[] => {
			const at = `question ${id}`
			const isScored = options.some(({ score }) => typeof score === 'number')
			return [
				...repeatedIds(`${at} › options`, options),
				...['single', 'multi'].includes(type) && options.length === 0 ? [{ at, words: 'offers no options' }] : [],
				...unknownIds(at, 'dimension', [dimension], dimensions),
				...unknownIds(at, 'flag', options.flatMap(({ flag }) => flag ?? []), flags),
				...isScored && !options.some((option) => option.id === 'unknown' && option.score === null) ? [{ at, words: 'carries points and offers no “I don’t know” (an option unknown, with score null)' }] : [],
			]
		}),
		...[...flags].filter((id) => !raised.has(id)).map((id) => ({ at: `flag ${id}`, words: 'is raised by no answer' })),
	]
}

function ruleFaults(questionnaire: Questionnaire, solutions: Solutions): Fault[] {
	const motivations = idsOf(questionnaire.questions.find(({ id }) => id === questionnaire.ranking.motivationsFrom)?.options)
	const advised = new Set(questionnaire.rules.flatMap(({ services = [] }) => services))
	return [
		...questionnaire.rules.flatMap((rule): Fault[] => {
			const at = `rule ${rule.id}`
			return [
				...unknownIds(at, 'step', [rule.step], idsOf(questionnaire.steps)),
				...unknownIds(at, 'service', rule.services, idsOf(questionnaire.serviceTypes)),
				...unknownIds(at, 'solution in the catalogue', rule.solutions, idsOf(solutions.solutions)),
				...unknownIds(at, 'motivation', rule.motivations, motivations),
				...unknownIds(at, 'question', rule.servicesFrom ? [rule.servicesFrom] : [], idsOf(questionnaire.questions)),
				...unknownIds(at, 'status', rule.effect?.suggestStatus ? [rule.effect.suggestStatus] : [], idsOf(questionnaire.migrationStatuses)),
				...rule.quickWin && !rule.motivations ? [{ at, words: 'is a quick win that serves no motivation, so it is never put forward' }] : [],
			]
		}),
		...questionnaire.serviceTypes.filter(({ id }) => !advised.has(id)).map(({ id }) => ({ at: `service ${id}`, words: 'is advised by no rule' })),
	]
}

function frameFaults(questionnaire: Questionnaire): Fault[] {
	const { shortForm, ranking, scoring: { levels }, questions } = questionnaire
	const times = idsOf(questions.find(({ id }) => id === ranking.timeFrom)?.options)
	const gap = levels[0]?.from[0] !== 0 || levels.at(-1)?.to[0] !== levels.at(-1)?.to[1] || levels.slice(1).some(({ from }, place) => from.join('/') !== levels[place]!.to.join('/'))
	const employees = questions.find(({ id }) => id === 'profile-employees')
	return [
		...unknownIds('the short form', 'question', shortForm.questions, idsOf(questions)),
		...repeatedIds('the short form', shortForm.questions.map((id) => ({ id }))),
		...ranking.nowShortForm === shortForm.maxSteps ? [] : [{ at: 'the short form', words: `announces ${shortForm.maxSteps} first steps and shows ${ranking.nowShortForm}` }],
		...unknownIds('ranking', 'question', [ranking.timeFrom, ranking.motivationsFrom], idsOf(questions)),
		...unknownIds('ranking › effortByTime', `option of question ${ranking.timeFrom}`, Object.keys(ranking.effortByTime), times),
		...[...times].filter((id) => ranking.effortByTime[id] === undefined).map((id) => ({ at: 'ranking › effortByTime', words: `says nothing of ${id}, so every effort fits it` })),
		...gap ? [{ at: 'scoring › levels', words: 'leave a gap or overlap between nothing and all' }] : [],
		...unknownIds('question profile-employees', 'size of associations', (employees?.options ?? []).map(({ id }) => id), idsOf(questionnaire.associationSizes)),
		...JSON.stringify(questionnaire.communityKinds) === JSON.stringify(communityKinds) ? [] : [{ at: 'communityKinds', words: 'are not the kinds of needs that the forum knows' }],
	]
}
