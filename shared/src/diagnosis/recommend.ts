/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DiagnosisForm } from './answers.ts'
import type { Facts, MatchedLeaf } from './condition.ts'
import type { Questionnaire, Rule } from './questionnaire.ts'

import { evaluateCondition } from './condition.ts'

/** A rule whose condition holds, with the leaves that made it hold. */
export interface FiredRule {
	readonly rule: Rule
	readonly trace: readonly MatchedLeaf[]
}

/** Advice in the order in which it is shown. */
export interface Ranked<T> {
	/** At most five, three in the short form. */
	readonly now: T[]
	/** The rest, folded; empty in the short form, which is a first indication only. */
	readonly later: T[]
	/** Sentences above the list. */
	readonly remarks: T[]
	/** Those about which the association has decided: their place is the next one’s. */
	readonly decided: T[]
}

/**
 * The rules that fire, in the order of the questionnaire.
 *
 * @param questionnaire the questionnaire
 * @param facts what is known
 */
export function firedRules(questionnaire: Questionnaire, facts: Facts): FiredRule[] {
	return questionnaire.rules.flatMap((rule) => {
		const { holds, matched } = evaluateCondition(rule.when, facts)
		return holds ? [{ rule, trace: matched }] : []
	})
}

/**
 * Puts fired rules in order: priority 1; quick wins that serve a stated motivation and fit the time available;
 * the others that fit; those that do not.
 *
 * @param fired rules that fire, in the order of the questionnaire
 * @param questionnaire gives the sizes and the questions about time and motivations
 * @param answers the answers that count
 * @param form short or full
 * @param decided ids of rules about which the association has decided
 */
export function rankRules<T extends { readonly rule: Rule }>(fired: readonly T[], questionnaire: Questionnaire, answers: Facts['answers'], form: DiagnosisForm, decided: ReadonlySet<string> = new Set()): Ranked<T> {
	const { ranking } = questionnaire
	const ranked = fired.filter(({ rule }) => !rule.asRemark)
		.map((entry, order) => ({ entry, key: rankOf(entry.rule, order, ranking, answers) }))
		.sort((a, b) => compare(a.key, b.key))
		.map(({ entry }) => entry)
	const open = ranked.filter(({ rule }) => !decided.has(rule.id))
	const size = form === 'short' ? ranking.nowShortForm : ranking.now
	return {
		now: open.slice(0, size),
		later: form === 'short' ? [] : open.slice(size),
		remarks: fired.filter(({ rule }) => rule.asRemark),
		decided: ranked.filter(({ rule }) => decided.has(rule.id)),
	}
}

/**
 * What a rule is sorted by, most telling first.
 *
 * @param rule a fired rule
 * @param order its place in the questionnaire
 * @param ranking how to rank
 * @param answers the answers that count
 */
function rankOf(rule: Rule, order: number, ranking: Questionnaire['ranking'], answers: Facts['answers']): number[] {
	const time = answers[ranking.timeFrom]
	const fits = (typeof time === 'string' ? ranking.effortByTime[time] : undefined)?.includes(rule.effort) ?? true
	const wanted = answers[ranking.motivationsFrom]
	const shared = Array.isArray(wanted) ? wanted.filter((motivation) => rule.motivations?.includes(motivation)).length : 0
	if (rule.priority === 1) {
		return [1, order]
	}
	if (rule.quickWin && shared > 0 && fits) {
		return [2, -shared, rule.priority, order]
	}
	return [fits ? 3 : 4, rule.priority, ['s', 'm', 'l'].indexOf(rule.effort), order]
}

/**
 * Compares two sort keys, entry by entry.
 *
 * @param a a key
 * @param b another key
 */
function compare(a: readonly number[], b: readonly number[]): number {
	for (const [index, value] of a.entries()) {
		const difference = value - (b[index] ?? 0)
		if (difference !== 0) {
			return difference
		}
	}
	return 0
}
