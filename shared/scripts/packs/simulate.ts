/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Questionnaire } from '../../src/diagnosis/questionnaire.ts'
import type { RuleCase } from '../../src/diagnosis/testing/rule-cases.ts'
import type { Solutions } from '../../src/plan/solution.ts'
import type { Tally } from './tally.ts'

import { randomDiagnosis, randomFrom } from './random-diagnosis.ts'
import { tally } from './tally.ts'

/** A diagnosis with a name. */
interface Named extends RuleCase { readonly id: string }

const letter = (place: number) => String.fromCodePoint(65 + place)
const percent = (count = 0, all: number) => `${String(Math.round(count * 100 / all)).padStart(4)} %`
const levelOf = (out: Tally, dimension: string) => [...out.levels.get(dimension) ?? []].find(([, count]) => count > 0)?.[0] ?? 'not asked'

/**
 * What comes out of a questionnaire, as lines of a table: over random diagnoses, and of each reference association.
 *
 * @param questionnaire to try
 * @param solutions the catalogue
 * @param reference associations whose answers are known
 * @param options how many random diagnoses, and which
 * @param options.count how many
 * @param options.seed the same seed makes the same ones
 */
export function simulate(questionnaire: Questionnaire, solutions: Solutions, reference: readonly Named[], options: { count: number, seed: number }): string[] {
	const random = randomFrom(options.seed)
	const many = tally(questionnaire, solutions, Array.from({ length: options.count }, () => randomDiagnosis(questionnaire, solutions, random)))
	const known = reference.map((association) => ({ id: association.id, out: tally(questionnaire, solutions, [association]) }))
	const names = known.map(({ id }, place) => `  ${letter(place)}  ${id}`)
	const row = (id: string, pick: (out: Tally) => ReadonlyMap<string, number>, among?: (out: Tally) => ReadonlyMap<string, number>) => {
		const share = `${percent(pick(many).get(id), many.diagnoses)}${among ? percent(among(many).get(id), many.diagnoses) : ''}`
		return `  ${share}  ${known.map(({ out }, place) => pick(out).get(id) ? letter(place) : '·').join('')}  ${id}`
	}
	const levelIds = [...questionnaire.scoring.levels.map(({ id }) => id), 'none']
	return [
		`${options.count} random complete diagnoses (seed ${options.seed}), and the reference associations:`,
		...names,
		'',
		'Rules: fired, among the first things to do, by reference association',
		...questionnaire.rules.map(({ id }) => row(id, ({ rules }) => rules, ({ now }) => now)),
		'',
		'Flags: raised, by reference association',
		...questionnaire.flags.map(({ id }) => row(id, ({ flags }) => flags)),
		'',
		`Levels: ${levelIds.join(', ')}, then of each reference association`,
		...[...many.levels].map(([id, counts]) => `  ${levelIds.map((level) => percent(counts.get(level), many.diagnoses)).join('')}  ${id}: ${known.map(({ out }) => levelOf(out, id)).join(', ')}`),
	]
}
