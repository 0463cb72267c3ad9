/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '../language/localised-text.ts'
import type { InventoryLine } from './answers.ts'
import type { AnswerChange, QuestionNotCompared } from './compare-answers.ts'
import type { Evaluation, EvaluationInput } from './evaluate.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { DimensionResult, Fraction, ScoredQuestion } from './score.ts'

import { compareAnswers } from './compare-answers.ts'
import { isAnswered } from './condition.ts'
import { evaluate } from './evaluate.ts'
import { independenceOf } from './independence.ts'
import { questionChange } from './question-change.ts'
import { atLeast, scoredQuestions } from './score.ts'

/** Where one dimension stood and stands. */
export interface DimensionComparison {
	readonly id: string
	readonly label: LocalisedText
	/** As each result says it; `null` when the dimension was not asked. */
	readonly then: DimensionResult | null
	readonly now: DimensionResult | null
	/** Both over the very same questions, answered both times. */
	readonly common: { readonly questions: number, readonly then: Fraction, readonly now: Fraction } | null
	/** From the common questions alone, so that other questions make no progress. */
	readonly movement: 'better' | 'same' | 'worse' | null
	/** Why there is no movement to tell. */
	readonly why: 'short-form' | 'only-then' | 'only-now' | 'few-in-common' | null
}

/** Which share of uses free tools covered and cover. */
export interface IndependenceComparison {
	readonly then: Fraction | null
	readonly now: Fraction | null
	/** What the earlier tools come to by the later catalogue. */
	readonly thenByNow: Fraction | null
	/** Tools of either that the two catalogues judge otherwise: while there are some, the shares cannot be compared. */
	readonly judgedOtherwise: readonly InventoryLine[]
}

type Flag = Questionnaire['flags'][number]

/** What two diagnoses of one association say of the time between. */
export interface Comparison {
	readonly dimensions: readonly DimensionComparison[]
	/** Each from its own questions. */
	readonly overall: { readonly then: Fraction | null, readonly now: Fraction | null }
	/** Each as its result says it, by its own catalogue. */
	readonly independence: IndependenceComparison
	readonly answers: readonly AnswerChange[]
	readonly notCompared: readonly QuestionNotCompared[]
	/** `newlyAsked` and `notAskedAgain` are raised on one side, and nothing was said on the other that could raise them. */
	readonly flags: { readonly came: readonly Flag[], readonly went: readonly Flag[], readonly stayed: readonly Flag[], readonly newlyAsked: readonly Flag[], readonly notAskedAgain: readonly Flag[] }
	readonly tools: { readonly came: readonly InventoryLine[], readonly went: readonly InventoryLine[] }
}

/** One diagnosis with what came out of it. */
interface Side extends EvaluationInput {
	readonly evaluation: Evaluation
}

const sideOf = ({ questionnaire, form, evaluation }: Side) => ({ questionnaire, form, visible: evaluation.visible })

/**
 * Compares a diagnosis with an earlier one of the same association, also on another version of the questionnaire:
 * questions are the same when their id is. Each is read with its own catalogue, so that it says what it said then.
 *
 * @param earlier the earlier diagnosis with its own questionnaire and catalogue
 * @param later the later one with its own
 */
export function compareDiagnoses(earlier: EvaluationInput, later: EvaluationInput): Comparison {
	const then: Side = { ...earlier, evaluation: evaluate(earlier) }
	const now: Side = { ...later, evaluation: evaluate(later) }
	const ids = [...new Set([...now.questionnaire.dimensions, ...then.questionnaire.dimensions].map(({ id }) => id))]
	return {
		dimensions: ids.flatMap((id) => compareDimension(id, then, now) ?? []),
		overall: { then: then.evaluation.overall, now: now.evaluation.overall },
		independence: compareIndependence(then, now),
		...compareAnswers(sideOf(then), sideOf(now)),
		flags: compareFlags(then, now),
		tools: { came: without(now.evaluation.visible.inventory, then), went: without(then.evaluation.visible.inventory, now) },
	}
}

/**
 * One dimension; `null` when neither diagnosis scores it.
 *
 * @param id of the dimension
 * @param then the earlier diagnosis
 * @param now the later one
 */
function compareDimension(id: string, then: Side, now: Side): DimensionComparison | null {
	const [before, after] = [then, now].map(({ evaluation }) => evaluation.dimensions.find((one) => one.id === id) ?? null)
	if (!before && !after) {
		return null
	}
	const { label } = [...now.questionnaire.dimensions, ...then.questionnaire.dimensions].find((one) => one.id === id)!
	const common = before && after ? commonScore(scoredQuestions(id, then.evaluation.visible), scoredQuestions(id, now.evaluation.visible)) : null
	const enough = common !== null && common.questions > 0 && [before, after].every((one) => atLeast([common.questions, one!.applicable], now.questionnaire.scoring.minimumAnsweredShare))
	return {
		id,
		label,
		then: before ?? null,
		now: after ?? null,
		common,
		movement: enough ? movementOf(common.then, common.now) : null,
		why: enough ? null : obstacleOf(before ?? null, then.form === 'short' || now.form === 'short', common !== null),
	}
}

function obstacleOf(before: DimensionResult | null, isShort: boolean, both: boolean): DimensionComparison['why'] {
	if (both) {
		return 'few-in-common'
	}
	return isShort ? 'short-form' : before ? 'only-then' : 'only-now'
}

/**
 * Both scores over the questions that are the same and were answered both times.
 *
 * @param then what the questions brought
 * @param now what they bring
 */
function commonScore(then: readonly ScoredQuestion[], now: readonly ScoredQuestion[]): NonNullable<DimensionComparison['common']> {
	const pairs = now.flatMap((after) => then
		.filter((before) => before.question.id === after.question.id && before.leftOut === null && after.leftOut === null && questionChange(before.question, after.question) === null)
		.map((before) => ({ before, after })))
	const sum = (list: readonly ScoredQuestion[]): Fraction => list.reduce<Fraction>(([points, maximum], one) => [points + one.points, maximum + one.maximum], [0, 0])
	return { questions: pairs.length, then: sum(pairs.map(({ before }) => before)), now: sum(pairs.map(({ after }) => after)) }
}

function movementOf(then: Fraction, now: Fraction): 'better' | 'same' | 'worse' {
	const difference = now[0] * then[1] - then[0] * now[1]
	return difference > 0 ? 'better' : difference < 0 ? 'worse' : 'same'
}

function compareIndependence(then: Side, now: Side): IndependenceComparison {
	const judgement = (line: InventoryLine, { solutions }: Side) => {
		const { counted: [counted], toClarify: [unclear] } = independenceOf([line], solutions)
		return counted ? `counts: ${counted.dependsOn}` : `left out: ${unclear?.missing}`
	}
	const lines = [then, now].flatMap(({ evaluation }) => evaluation.visible.inventory)
	const otherwise = lines.filter((line) => judgement(line, then) !== judgement(line, now))
	return {
		then: then.evaluation.independence,
		now: now.evaluation.independence,
		thenByNow: independenceOf(then.evaluation.visible.inventory, now.solutions).share,
		judgedOtherwise: [...new Map(otherwise.map((line) => [`${line.use} ${line.tool}`, line])).values()],
	}
}

function compareFlags(then: Side, now: Side): Comparison['flags'] {
	const [before, after] = [then, now].map(({ evaluation }) => evaluation.flags.map(({ flag }) => flag))
	const has = (flags: readonly Flag[] | undefined, { id }: Flag) => flags?.some((flag) => flag.id === id) ?? false
	const fresh = after!.filter((flag) => !has(before, flag))
	const gone = before!.filter((flag) => !has(after, flag))
	return {
		came: fresh.filter(({ id }) => wasAsked(id, then)),
		newlyAsked: fresh.filter(({ id }) => !wasAsked(id, then)),
		went: gone.filter(({ id }) => wasAsked(id, now)),
		notAskedAgain: gone.filter(({ id }) => !wasAsked(id, now)),
		stayed: after!.filter((flag) => has(before, flag)),
	}
}

/**
 * Whether anything was answered that could have raised a flag.
 *
 * @param flag id
 * @param side the diagnosis
 */
function wasAsked(flag: string, side: Side): boolean {
	const { visible } = side.evaluation
	return visible.questions.some(({ id, options }) => options?.some((option) => option.flag === flag) && isAnswered(visible.answers[id]))
}

/**
 * Tools that another diagnosis does not have for the same use; none when it did not ask for tools.
 *
 * @param lines of one inventory
 * @param other the other diagnosis
 */
function without(lines: readonly InventoryLine[], other: Side): InventoryLine[] {
	const asked = other.evaluation.visible.questions.some(({ type }) => type === 'inventory')
	return asked ? lines.filter(({ use, tool }) => !other.evaluation.visible.inventory.some((line) => line.use === use && line.tool === tool)) : []
}
