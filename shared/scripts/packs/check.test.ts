/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Questionnaire } from '../../src/diagnosis/questionnaire.ts'

import { describe, expect, it } from 'vitest'
import questionnaireJson from '../../data/questionnaire.json' with { type: 'json' }
import solutionsJson from '../../data/solutions.json' with { type: 'json' }
import { questionnaire, solutions } from '../../src/diagnosis/testing/reference-data.ts'
import { checkQuestionnaire } from './check-questionnaire.ts'
import { checkPack } from './check.ts'
import { parsePack } from './read-pack.ts'

const said = (faults: readonly { at: string, words: string }[]) => faults.map(({ at, words }) => `${at}: ${words}`)
const faultsOf = (pack: Questionnaire) => said(checkPack({ kind: 'questionnaire', file: 'q.json', pack }, { questionnaire, solutions }))
/** Without trying it out, which takes a while. */
const referenceFaults = (pack: Questionnaire) => said(checkQuestionnaire(pack, solutions))
const catalogueFaults = (changes: object) => said(checkPack({ kind: 'solutions', file: 's.json', pack: { ...solutions, ...changes } }, { questionnaire, solutions }))
const withRule = (id: string, changes: Partial<Questionnaire['rules'][number]>): Questionnaire => ({ ...questionnaire, rules: questionnaire.rules.map((rule) => rule.id === id ? { ...rule, ...changes } : rule) })
const withQuestion = (id: string, changes: Partial<Questionnaire['questions'][number]>): Questionnaire => ({ ...questionnaire, questions: questionnaire.questions.map((question) => question.id === id ? { ...question, ...changes } : question) })
function shapeFaults(data: unknown) {
	const file = parsePack('pack.json', typeof data === 'string' ? data : JSON.stringify(data))
	return 'faults' in file ? said(file.faults) : []
}

describe('the shipped packs', () => {
	it('have no faults', () => {
		expect(faultsOf(questionnaire)).toEqual([])
		expect(catalogueFaults({})).toEqual([])
	})

	it('are read as a connector publishes them too', () => {
		expect(parsePack('pack.json', JSON.stringify({ ...questionnaireJson, name: 'questionnaire', version: '1.0.0.69e01a3e' }))).toMatchObject({ read: { kind: 'questionnaire', pack: { version: '1.0.0' } } })
		expect(parsePack('pack.json', JSON.stringify(solutionsJson))).toMatchObject({ read: { kind: 'solutions' } })
	})
})

describe('a fault of the shape', () => {
	const [rule, ...rules] = questionnaireJson.rules
	const [first, ...questions] = questionnaireJson.questions

	it.each([
		['a text missing in a language', { ...questionnaireJson, rules: [{ ...rule, title: { fr: 'Sauvegarder' } }, ...rules] }, 'rule r-backup-first › title: English is missing'],
		['an empty text', { ...questionnaireJson, questions: [{ ...first, options: [{ ...first!.options![0], text: { fr: ' ', en: 'Few' } }, ...first!.options!.slice(1)] }, ...questions] }, 'question profile-members › option lt-50 › text: French is missing'],
		['a misspelt part', { ...questionnaireJson, rules: [{ ...rule, priorty: 1 }, ...rules] }, 'rule r-backup-first: has parts that nothing reads: priorty'],
		['a condition that is none', { ...questionnaireJson, rules: [{ ...rule, when: { q: 'gov-lead', op: 'like', value: 'one' } }, ...rules] }, 'rule r-backup-first › when: is no condition of the rule language'],
		['a value that is not offered', { ...questionnaireJson, rules: [{ ...rule, effort: 'xl' }, ...rules] }, 'rule r-backup-first › effort: should be one of: s, m, l'],
		['another file', { id: 'x' }, 'the file: is neither a questionnaire (it has no questions) nor a catalogue (it has no solutions)'],
	])('is said with its place by ids: %s', (_, data, words) => {
		expect(shapeFaults(data)).toEqual([words])
	})

	it('is said of what is no JSON', () => {
		expect(shapeFaults('{')[0]).toContain('the file: is not JSON')
	})
})

describe('a fault of a questionnaire', () => {
	it.each([
		['a condition on a question that is not there', withRule('r-budget', { when: { q: 'gov-money', op: 'eq', value: 'none' } }), 'rule r-budget: there is no question gov-money'],
		['a condition on an option that is not offered', withRule('r-budget', { when: { q: 'gov-budget', op: 'in', value: ['nil', 'none'] } }), 'rule r-budget: there is no option of question gov-budget nil'],
		['an operator that never holds', withRule('r-budget', { when: { q: 'gov-budget', op: 'includesAny', value: ['none'] } }), 'rule r-budget: compares question gov-budget by “includesAny”, which a question of type single never meets'],
		['an unknown flag', withRule('r-budget', { when: { flag: 'no-money' } }), 'rule r-budget: there is no flag no-money'],
		['an unknown use', withRule('r-mail', { when: { inventory: { use: 'post' } } }), 'rule r-mail: there is no use post'],
		['an unknown solution', withRule('r-mail', { solutions: ['pigeon'] }), 'rule r-mail: there is no solution in the catalogue pigeon'],
		['a question hidden by a later one', withQuestion('gov-lead', { showIf: { q: 'gov-budget', op: 'ne', value: 'none' } }), 'question gov-lead › showIf: may look at answers to earlier questions only'],
		['points without “I don’t know”', withQuestion('gov-lead', { options: questionnaire.questions.find(({ id }) => id === 'gov-lead')!.options!.slice(0, -1) }), 'question gov-lead: carries points and offers no “I don’t know” (an option unknown, with score null)'],
		['an id that comes twice', { ...questionnaire, flags: [...questionnaire.flags, questionnaire.flags[0]!] }, 'flags: has no-backup more than once'],
		['a flag that no answer raises', { ...questionnaire, flags: [...questionnaire.flags, { id: 'spare', label: { fr: 'x', en: 'x' } }] }, 'flag spare: is raised by no answer'],
		['a time that no effort fits', { ...questionnaire, ranking: { ...questionnaire.ranking, effortByTime: { none: ['s' as const] } } }, 'ranking › effortByTime: says nothing of more, so every effort fits it'],
		['levels with a gap', { ...questionnaire, scoring: { ...questionnaire.scoring, levels: questionnaire.scoring.levels.map((level) => level.id === 'solid' ? { ...level, from: [3, 4] as [number, number] } : level) } }, 'scoring › levels: leave a gap or overlap between nothing and all'],
	])('is found: %s', (_, pack, words) => {
		expect(referenceFaults(pack)).toContain(words)
	})
})

describe('what only trying shows', () => {
	it('is a rule that never fires', () => {
		expect(faultsOf(withRule('r-budget', { when: { all: [{ q: 'gov-budget', op: 'eq', value: 'none' }, { q: 'gov-budget', op: 'eq', value: 'line' }] } }))).toEqual(['rule r-budget: never fires: nothing meets its condition'])
	})

	it('is a rule that fires whatever is answered, unless it says so', () => {
		expect(faultsOf(withRule('r-budget', { when: { any: [{ q: 'gov-budget', op: 'eq', value: 'none' }, { not: { q: 'gov-budget', op: 'eq', value: 'none' } }] } }))).toEqual(['rule r-budget: fires whatever is answered; say so with {"always": true}'])
	})

	it('is a question that never shows, anywhere or in the short form', () => {
		const impossible = { all: [{ q: 'gov-mandate', op: 'eq' as const, value: 'never' }, { q: 'gov-mandate', op: 'eq' as const, value: 'yearly' }] }
		expect(faultsOf(withQuestion('gov-objectives', { showIf: impossible }))).toContain('question gov-objectives: never shows: nothing meets its showIf')
		expect(faultsOf(withQuestion('gov-lead', { showIf: { q: 'profile-network', op: 'eq', value: 'yes' } }))).toEqual(['question gov-lead: never shows in the short form, which does not ask what it depends on'])
	})
})

describe('a fault of a catalogue', () => {
	const [tool] = solutions.tools
	const [replacement, ...replacements] = solutions.replacements

	it.each([
		['a tool without a way out', { tools: [...solutions.tools, { ...tool!, id: 'new-tool', uses: ['maps'] }] }, 'tool new-tool: nothing replaces it for maps'],
		['an unknown use', { tools: [...solutions.tools, { ...tool!, id: 'new-tool', uses: ['post'] }] }, 'tool new-tool: there is no use post'],
		['a target that is not there', { replacements: [{ ...replacement!, to: [{ solution: 'pigeon', fit: 'full' }] }, ...replacements] }, `replacement ${replacement!.id}: there is no solution pigeon`],
		['a target whose freedom is disputed', { replacements: [{ ...replacement!, use: 'chat', to: [{ solution: 'mattermost', fit: 'full' }] }, ...replacements] }, `replacement ${replacement!.id}: mattermost is advised though its freedom is disputed`],
		['a licence that is explained nowhere', { solutions: solutions.solutions.map((one) => one.id === 'zulip' ? { ...one, licence: 'house' } : one) }, 'solution zulip: the licence “house” is explained nowhere'],
		['a limit that is not said', { solutions: solutions.solutions.map((one) => one.id === 'zulip' ? { ...one, freeStatus: 'partly' } : one) }, 'solution zulip: is not wholly free, and does not say what limits it'],
	])('is found: %s', (_, changes, words) => {
		expect(catalogueFaults(changes)).toContain(words)
	})
})
