/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answers, InventoryLine } from '../../src/diagnosis/answers.ts'
import type { Questionnaire } from '../../src/diagnosis/questionnaire.ts'
import type { RuleCase } from '../../src/diagnosis/testing/rule-cases.ts'
import type { Solutions } from '../../src/plan/solution.ts'

/** Gives numbers from 0 to 1 excluded, the same ones for the same seed. */
export type Random = () => number

/**
 * A small generator that needs no more quality than an even spread (mulberry32).
 *
 * @param seed a whole number
 */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0
	return () => {
		state = (state + 0x6D2B79F5) >>> 0
		let mixed = Math.imul(state ^ (state >>> 15), state | 1)
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
	}
}

/**
 * A diagnosis in which every question has an answer, each offered option as likely as another, and a few tools.
 *
 * @param questionnaire what is asked
 * @param solutions tools to have
 * @param random the generator
 */
export function randomDiagnosis(questionnaire: Questionnaire, solutions: Solutions, random: Random): RuleCase {
	const below = (count: number) => Math.floor(random() * count)
	const one = <T>(list: readonly T[]): T | undefined => list[below(list.length)]
	const answers: Answers = {}
	for (const { id, type, options = [], max } of questionnaire.questions) {
		if (type === 'single') {
			answers[id] = one(options)?.id ?? ''
		} else if (type === 'multi') {
			const alone = options.filter((option) => option.exclusive || option.id === 'unknown')
			const others = options.filter((option) => !alone.includes(option))
			const chosen = random() < 0.1 ? alone.slice(0, 1) : others.filter(() => random() < 0.35).slice(0, max ?? others.length)
			answers[id] = chosen.map((option) => option.id)
		} else if (type !== 'inventory') {
			answers[id] = random() < 0.5 ? (type === 'territory' ? 'FR-44' : 'Un planning') : ''
		}
	}
	const valuesOf = (field: string) => questionnaire.inventoryItem.fields.find(({ id }) => id === field)?.options?.map(({ id }) => id) ?? []
	const tools = [...solutions.tools, ...solutions.solutions].filter(({ uses }) => uses.length > 0)
	const inventory = Array.from({ length: below(12) }, (): InventoryLine => {
		const tool = one(tools)!
		return {
			use: one(tool.uses)!,
			tool: tool.id,
			hosting: one(valuesOf('hosting')),
			criticality: one(valuesOf('criticality')),
			contains: valuesOf('contains').filter(() => random() < 0.3),
			status: one(questionnaire.migrationStatuses)?.id,
		}
	})
	return { answers, inventory }
}
