/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Questionnaire } from '../../src/diagnosis/questionnaire.ts'

import { describe, expect, it } from 'vitest'
import { questionnaire, reference, solutions } from '../../src/diagnosis/testing/reference-data.ts'
import { runPacks } from './command.ts'
import { diffLines } from './diff.ts'
import { simulate } from './simulate.ts'

const question = (id: string) => questionnaire.questions.find((one) => one.id === id)!
const withQuestion = (id: string, changes: Partial<Questionnaire['questions'][number]>): Questionnaire['questions'] => questionnaire.questions.map((one) => one.id === id ? { ...one, ...changes } : one)
const diff = (after: Partial<Questionnaire>, version = '1.0.0') => diffLines({ kind: 'questionnaire', file: 'old', pack: { ...questionnaire, version: '1.0.0' } }, { kind: 'questionnaire', file: 'new', pack: { ...questionnaire, ...after, version } }).join('\n')
const catalogueDiff = (after: Partial<typeof solutions>) => diffLines({ kind: 'solutions', file: 'old', pack: solutions }, { kind: 'solutions', file: 'new', pack: { ...solutions, ...after } }).join('\n')

describe('what changed in a questionnaire', () => {
	it('is nothing between a version and itself', () => {
		expect(diff({})).toBe('Nothing changed.')
	})

	it('is said for a question that was reworded, which is compared all the same', () => {
		const told = diff({ questions: withQuestion('gov-lead', { text: { fr: 'Qui s’en occupe ?', en: question('gov-lead').text.en } }) }, '1.0.1')
		expect(told).toContain(`question gov-lead › text: reworded (fr): “${question('gov-lead').text.fr}” becomes “Qui s’en occupe ?”`)
		expect(told).toContain('Later diagnoses are compared with earlier ones in full.')
		expect(told).toContain('The version is raised as these changes ask.')
	})

	it.each([
		['removed', questionnaire.questions.filter(({ id }) => id !== 'gov-lead'), 'question gov-lead: is removed: its earlier answers are compared with nothing'],
		['with another option', withQuestion('gov-lead', { options: [...question('gov-lead').options!, { id: 'all', text: { fr: 'Tout le monde', en: 'Everyone' }, score: 3 }] }), 'question gov-lead: offers other options: earlier answers are not compared'],
		['scored otherwise', withQuestion('gov-lead', { weight: 2 }), 'question gov-lead: is scored otherwise: answers are compared, its points are not'],
		['in another dimension', withQuestion('gov-lead', { dimension: 'skills' }), 'question gov-lead: counts in another dimension: answers are compared, its points are not'],
	])('says of a question %s that comparison is touched, and asks for a new first number', (_, questions, words) => {
		const told = diff({ questions }, '1.1.0')
		expect(told).toContain(words)
		expect(told).toContain('Diagnoses under way finish on 1.0.0: nothing of this touches them.')
		expect(told).toMatch(/compared with earlier ones without what \d+ of these changes concern/)
		expect(told).toContain('Raise the first number of the version before releasing this.')
	})

	it('says which rules came, went or fire otherwise', () => {
		const [first, second, ...rest] = questionnaire.rules
		const told = diff({ rules: [{ ...second!, when: { flag: 'no-backup' } }, ...rest, { ...first!, id: 'r-new' }] }, '1.1.0')
		expect(told).toContain('rule r-new: is added')
		expect(told).toContain(`rule ${first!.id}: is removed`)
		expect(told).toContain(`rule ${second!.id} › when: {"flag":"single-admin"} becomes {"flag":"no-backup"}`)
		expect(told).toContain('The version is raised as these changes ask.')
	})
})

describe('what changed in a catalogue', () => {
	it('says which lines of inventories lose their tool', () => {
		const told = catalogueDiff({ tools: solutions.tools.filter(({ id }) => id !== 'dropbox') })
		expect(told).toContain('tool dropbox: is removed')
		expect(told).toContain('listed “to clarify”: tool dropbox.')
	})
})

describe('a simulation', () => {
	const lines = simulate(questionnaire, solutions, reference.associations, { count: 60, seed: 7 })
	const line = (id: string) => lines.find((text) => text.endsWith(`  ${id}`))

	it('says the same for the same seed', () => {
		expect(simulate(questionnaire, solutions, reference.associations, { count: 60, seed: 7 })).toEqual(lines)
		expect(simulate(questionnaire, solutions, reference.associations, { count: 60, seed: 8 })).not.toEqual(lines)
	})

	it('says how often a rule fires, and for which reference association', () => {
		expect(line('r-review')).toMatch(/100 % +0 % {2}ABCD/)
		expect(line('r-budget')).toMatch(/ A·CD {2}/)
		expect(lines.join('\n')).toContain('governance: fragile, solid, solid, underway')
	})
})

describe('the command', () => {
	const data = (name: string) => new URL(`../../data/${name}.json`, import.meta.url).pathname
	function run(...args: string[]) {
		const lines: string[] = []
		const code = runPacks(args, { print: (line) => lines.push(line), complain: (line) => lines.push(line), resolve: (path) => path })
		return { code, said: lines.join('\n') }
	}

	it('finds no fault in the shipped packs', () => {
		const { code, said } = run('check', data('questionnaire'), data('solutions'))
		expect([code, said.match(/no faults/g)?.length]).toEqual([0, 2])
	})

	it('fails with a sentence for a file that is not there', () => {
		expect(run('check', '/nowhere.json')).toEqual({ code: 1, said: '/nowhere.json: 1 faults\n  the file: cannot be read' })
	})

	it('explains itself when it is not understood', () => {
		expect(run('chek').code).toBe(2)
		expect(run('simulate', data('questionnaire'), '--count', 'many').said).toContain('npm run packs -- simulate FILE')
	})

	it('compares two files', () => {
		expect(run('diff', data('questionnaire'), data('questionnaire')).said).toBe('Nothing changed.')
		expect(run('diff', data('questionnaire'), data('solutions')).said).toContain('nothing to compare')
	})
})
