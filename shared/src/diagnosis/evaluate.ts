/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Solutions } from '../plan/solution.ts'
import type { MatchedLeaf } from './condition.ts'
import type { Reason } from './explain.ts'
import type { ChosenOption, RaisedFlag } from './findings.ts'
import type { CountedLine, UnclearLine } from './independence.ts'
import type { Question, Rule } from './questionnaire.ts'
import type { Ranked } from './recommend.ts'
import type { DimensionResult, Fraction } from './score.ts'
import type { Given, Visible } from './visible-questions.ts'

import { explain } from './explain.ts'
import { raisedFlags, strengthsOf, unknownQuestions } from './findings.ts'
import { independenceOf } from './independence.ts'
import { firedRules, rankRules } from './recommend.ts'
import { overallScore, scoreDimensions } from './score.ts'
import { visibleQuestions } from './visible-questions.ts'

/** A diagnosis with the questionnaire and the catalogue that it is read with. */
export interface EvaluationInput extends Given {
	readonly solutions: Pick<Solutions, 'tools' | 'solutions'>
	/** Ids of rules about which the association has decided; what `settledRules` says. None when left out. */
	readonly decided?: ReadonlySet<string> | undefined
}

/** A rule that fired, and why. */
export interface Recommendation {
	readonly rule: Rule
	readonly because: readonly Reason[]
	readonly trace: readonly MatchedLeaf[]
	/** Ids of services of providers that help, from the rule and from what was asked for. */
	readonly services: readonly string[]
}

/** Everything that a diagnosis says. The short form gives no score: `dimensions` is empty, both figures are `null`. */
export interface Evaluation {
	readonly visible: Visible
	readonly strengths: readonly ChosenOption[]
	readonly flags: readonly RaisedFlag[]
	readonly dimensions: readonly DimensionResult[]
	readonly overall: Fraction | null
	/** Share of uses that free tools already cover. */
	readonly independence: Fraction | null
	/** The tools that this share is made of. */
	readonly counted: readonly CountedLine[]
	readonly toClarify: { readonly questions: readonly Question[], readonly lines: readonly UnclearLine[] }
	readonly recommendations: Ranked<Recommendation>
	/** Every recommendation, remarks included, in the order of the questionnaire. */
	readonly fired: readonly Recommendation[]
}

/**
 * Evaluates a diagnosis: what shows, what works, what to watch, where each dimension stands, what to do first and why.
 * Pure and complete for any input: answers that the questionnaire does not offer count nowhere.
 *
 * @param input the diagnosis, its questionnaire and the catalogue
 */
export function evaluate(input: EvaluationInput): Evaluation {
	const { questionnaire, solutions, form, decided } = input
	const visible = visibleQuestions(input)
	const flags = raisedFlags(questionnaire, visible)
	const dimensions = form === 'short' ? [] : scoreDimensions(questionnaire, visible)
	const independence = independenceOf(visible.inventory, solutions)
	const facts = { answers: visible.answers, inventory: visible.inventory, flags: new Set(flags.map(({ flag }) => flag.id)) }
	const fired = firedRules(questionnaire, facts).map(({ rule, trace }): Recommendation => ({
		rule,
		trace,
		because: explain(trace, { questionnaire, solutions, visible, flags }),
		services: servicesFor(rule, visible, questionnaire.serviceTypes),
	}))
	return {
		visible,
		strengths: strengthsOf(visible),
		flags,
		dimensions,
		overall: overallScore(questionnaire, dimensions),
		independence: independence.share,
		counted: independence.counted,
		toClarify: { questions: unknownQuestions(visible), lines: independence.toClarify },
		recommendations: rankRules(fired, questionnaire, visible.answers, form, decided),
		fired,
	}
}

/**
 * The services that help with a rule, its own first, then those that were asked for.
 *
 * @param rule a fired rule
 * @param visible the answers that count
 * @param known the services that exist
 */
function servicesFor(rule: Rule, visible: Visible, known: readonly { readonly id: string }[]): string[] {
	const asked = rule.servicesFrom === undefined ? [] : visible.answers[rule.servicesFrom]
	const wanted = Array.isArray(asked) ? asked.filter((option) => known.some(({ id }) => id === option)) : []
	return [...new Set([...rule.services ?? [], ...wanted])]
}
