/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IdentifiedInventoryLine } from '../diagnosis/diagnosis-document.ts'

import { describe, expect, it } from 'vitest'
import solutionsJson from '../../data/solutions.json' with { type: 'json' }
import { evaluate } from '../diagnosis/evaluate.ts'
import { questionnaire } from '../diagnosis/testing/reference-data.ts'
import { actionsFromRule } from './action-from-rule.ts'
import { actionSchema } from './action.ts'
import { solutionsSchema } from './solution.ts'

const solutions = solutionsSchema.parse(solutionsJson)
const diagnosis = '11111111-1111-4111-8111-111111111111'

function accepted(rule: string, answers: Record<string, string | string[]>, inventory: IdentifiedInventoryLine[], moved: string[] = []) {
	const fired = evaluate({ questionnaire, solutions, answers, inventory, form: 'full' }).fired.find((one) => one.rule.id === rule)!
	return actionsFromRule(fired, { questionnaire, solutions, diagnosis, inventory, moved: new Set(moved), language: 'fr' })
}

const line = (id: string, use: string, tool: string, more: Partial<IdentifiedInventoryLine> = {}): IdentifiedInventoryLine => ({ id, use, tool, position: 1, hosting: 'giant', ...more })

describe('an accepted recommendation', () => {
	const tools = [line('a', 'files', 'google-drive'), line('b', 'files', 'dropbox', { status: 'testing' }), line('c', 'mail', 'gmail'), line('d', 'files', 'Le disque de Paul', { hosting: 'personal-account' })]

	it('becomes a move for each tool that made it come up, to what the catalogue proposes', () => {
		const actions = accepted('r-files-giant', {}, tools)
		expect(actions.map(({ migration }) => migration)).toEqual([
			{ line: 'a', use: 'files', from: 'google-drive', to: 'nextcloud-files' },
			{ line: 'b', use: 'files', from: 'dropbox', to: 'nextcloud-files' },
			{ line: 'd', use: 'files', from: 'Le disque de Paul', to: 'nextcloud-files' },
		])
		expect(actions[0]).toMatchObject({ title: 'Fichiers et partage\u00A0: Google Drive → Nextcloud Fichiers', step: 'process-adaptation', effort: 'l', origin: { diagnosis, rule: 'r-files-giant' } })
		expect(actions.every((action) => actionSchema.safeParse(action).success)).toBe(true)
	})

	it('begins where a tool already stands, and plans the others', () => {
		expect(accepted('r-files-giant', {}, tools).map(({ status }) => status)).toEqual(['planned', 'testing', 'planned'])
	})

	it('leaves alone what the plan moves already, and is one action when nothing is left', () => {
		expect(accepted('r-files-giant', {}, tools, ['a', 'd']).map(({ migration }) => migration?.line)).toEqual(['b'])
		const [action, ...others] = accepted('r-files-giant', {}, tools, ['a', 'b', 'd'])
		expect(others).toEqual([])
		expect(action).not.toHaveProperty('migration')
	})

	it('becomes one action with its first steps to tick off where no tool is concerned', () => {
		const rule = questionnaire.rules.find(({ id }) => id === 'r-backup-first')!
		const [action, ...others] = accepted('r-backup-first', { 'security-backup': 'none' }, [])
		expect(others).toEqual([])
		expect(action).toMatchObject({ title: rule.title.fr, status: 'planned', step: rule.step, effort: 's', description: rule.why.fr })
		expect(Object.values(action!.checklist).map(({ text, done }) => [text, done])).toEqual(rule.actions.map(({ fr }) => [fr, false]))
	})

	it('is a decision at once where there is nothing to move to yet', () => {
		const [action] = accepted('r-trade', { 'tools-trade-software': 'yes-certified' }, [])
		expect(action?.status).toBe('watching')
	})

	it('makes an action of every rule that can fire', () => {
		for (const rule of questionnaire.rules) {
			const actions = actionsFromRule({ rule, trace: [] }, { questionnaire, solutions, diagnosis, inventory: [], moved: new Set(), language: 'en' })
			expect(actions.map((action) => actionSchema.safeParse(action).error?.issues)).toEqual([undefined])
		}
	})
})
