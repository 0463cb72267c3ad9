/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LevelId, Option, Question, Questionnaire } from './questionnaire.ts'
import type { Visible } from './visible-questions.ts'

import { chosenOptions } from './visible-questions.ts'

/** An exact share: points over the most that could be had. Rounded only where it is shown. */
export type Fraction = readonly [points: number, maximum: number]

/** Where one dimension stands. Both are `null` under the answered share that a score needs. */
export interface DimensionResult {
	readonly id: string
	readonly score: Fraction | null
	readonly level: LevelId | null
	/** Scored questions that were answered, and those that show and concern this association. */
	readonly answered: number
	readonly applicable: number
}

/** What one scored question brings to its dimension. */
export interface ScoredQuestion {
	readonly question: Question
	/** What was chosen, if anything. */
	readonly option: Option | null
	/** Why it brings nothing: nobody knows, it was left open, or it does not concern this association. */
	readonly leftOut: 'unknown' | 'open' | 'not-applicable' | null
	/** Zero of zero when it is left out. */
	readonly points: number
	readonly maximum: number
}

type Scoring = Questionnaire['scoring']

/**
 * Scores each dimension that has an applicable question, in the order of the questionnaire.
 *
 * @param questionnaire the questionnaire
 * @param visible the questions and answers that count
 */
export function scoreDimensions(questionnaire: Questionnaire, visible: Visible): DimensionResult[] {
	return questionnaire.dimensions.flatMap(({ id }) => {
		const result = sumOf(scoredQuestions(id, visible))
		if (result.applicable === 0) {
			return []
		}
		const enough = atLeast([result.answered, result.applicable], questionnaire.scoring.minimumAnsweredShare)
		const score: Fraction | null = enough ? [result.points, result.maximum] : null
		return [{ id, score, level: score && levelOf(score, questionnaire.scoring), answered: result.answered, applicable: result.applicable }]
	})
}

/**
 * The scored questions of a dimension that show, with what each brings: what a score is made of, line by line.
 * “I don’t know” is left out and lowers the share of answers; “not applicable” is left out of that too.
 *
 * @param dimension id
 * @param visible the questions and answers that count
 */
export function scoredQuestions(dimension: string, visible: Visible): ScoredQuestion[] {
	return visible.questions.filter((question) => question.dimension === dimension && isScored(question)).map((question) => {
		const [option = null] = chosenOptions(question, visible.answers[question.id])
		if (typeof option?.score !== 'number') {
			return { question, option, leftOut: option?.notApplicable ? 'not-applicable' : option ? 'unknown' : 'open', points: 0, maximum: 0 }
		}
		const weight = question.weight ?? 1
		return { question, option, leftOut: null, points: weight * option.score, maximum: weight * 3 }
	})
}

/**
 * The weighted mean of the dimensions that have a score, reduced; `null` when too few have one, or none weighs anything.
 * A dimension needs a share of answers, and the whole needs the same share of dimensions.
 *
 * @param questionnaire gives the weights, with two decimals at most
 * @param dimensions what `scoreDimensions` returned
 */
export function overallScore(questionnaire: Questionnaire, dimensions: readonly DimensionResult[]): Fraction | null {
	const scored = dimensions.filter(({ score }) => score !== null).length
	if (!atLeast([scored, dimensions.length], questionnaire.scoring.minimumAnsweredShare)) {
		return null
	}
	let sum: [bigint, bigint] = [0n, 1n]
	let weights = 0n
	for (const { id, weight } of questionnaire.dimensions) {
		const score = dimensions.find((dimension) => dimension.id === id)?.score
		if (score) {
			const hundredths = BigInt(Math.round(weight * 100))
			const [points, maximum] = [BigInt(score[0]), BigInt(score[1])]
			sum = reduced(sum[0] * maximum + hundredths * points * sum[1], sum[1] * maximum)
			weights += hundredths
		}
	}
	if (weights === 0n) {
		return null
	}
	const [points, maximum] = reduced(sum[0], sum[1] * weights)
	return [Number(points), Number(maximum)]
}

/**
 * The highest level whose threshold the score reaches.
 *
 * @param score an exact score
 * @param scoring the levels, lowest first
 */
export function levelOf(score: Fraction, scoring: Pick<Scoring, 'levels'>): LevelId | null {
	return scoring.levels.findLast((level) => atLeast(score, level.from))?.id ?? null
}

/**
 * A fraction as a whole number of percents, for display only.
 *
 * @param fraction an exact share
 */
export function percentOf(fraction: Fraction): number {
	return Math.round(fraction[0] * 100 / fraction[1])
}

/**
 * Whether a question carries points at all.
 *
 * @param question the question
 */
function isScored(question: Question): boolean {
	return question.scored !== false && (question.options ?? []).some((option) => typeof option.score === 'number')
}

/**
 * Adds up what questions bring.
 *
 * @param questions scored questions
 */
function sumOf(questions: readonly ScoredQuestion[]): { points: number, maximum: number, answered: number, applicable: number } {
	const sum = { points: 0, maximum: 0, answered: 0, applicable: 0 }
	for (const { leftOut, points, maximum } of questions) {
		sum.applicable += leftOut === 'not-applicable' ? 0 : 1
		sum.answered += leftOut === null ? 1 : 0
		sum.points += points
		sum.maximum += maximum
	}
	return sum
}

/**
 * Whether a fraction is at least another, without rounding.
 *
 * @param fraction the fraction
 * @param threshold what it is compared with
 */
export function atLeast(fraction: Fraction, threshold: Fraction): boolean {
	return fraction[0] * threshold[1] >= threshold[0] * fraction[1]
}

/**
 * The same fraction in lowest terms.
 *
 * @param numerator zero or more
 * @param denominator one or more
 */
function reduced(numerator: bigint, denominator: bigint): [bigint, bigint] {
	let [a, b] = [numerator, denominator]
	while (b !== 0n) {
		[a, b] = [b, a % b]
	}
	return [numerator / a, denominator / a]
}
