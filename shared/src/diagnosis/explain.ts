/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language, LocalisedText } from '../language/localised-text.ts'
import type { Solutions } from '../plan/solution.ts'
import type { InventoryLine } from './answers.ts'
import type { MatchedLeaf } from './condition.ts'
import type { RaisedFlag } from './findings.ts'
import type { Option, Question, Questionnaire } from './questionnaire.ts'
import type { Visible } from './visible-questions.ts'

import { localise } from '../language/localised-text.ts'
import { toolName } from '../plan/solution-lookup.ts'

/** A question and what was answered to it. */
export interface AnswerReason {
	readonly kind: 'answer'
	readonly question: Question
	readonly options: readonly Option[]
	/** The members' own words, for a question without options. */
	readonly words: string | null
	/** The points to watch that this answer raised and that counted here. */
	readonly flags: readonly RaisedFlag['flag'][]
}

/** A line of the inventory, with names to show. */
export interface InventoryReason {
	readonly kind: 'inventory'
	/** Index in the inventory that was evaluated. */
	readonly line: number
	readonly use: LocalisedText | null
	readonly tool: LocalisedText | string
	readonly hosting: LocalisedText | null
}

/** One “because …” of a recommendation. */
export type Reason = AnswerReason | InventoryReason

/** What reasons are made of. */
export interface ExplainContext {
	readonly questionnaire: Questionnaire
	readonly solutions: Pick<Solutions, 'tools' | 'solutions'>
	readonly visible: Visible
	readonly flags: readonly RaisedFlag[]
}

/**
 * Turns the trace of a rule into reasons that can be shown: answers in the order of the questions, each once,
 * then lines of the inventory. Empty for a rule that always fires.
 *
 * @param trace the leaves that matched
 * @param context what the evaluation knew
 */
export function explain(trace: readonly MatchedLeaf[], context: ExplainContext): Reason[] {
	return [...answerReasons(trace, context), ...inventoryReasons(trace, context)]
}

/**
 * A reason as one sentence of plain text.
 *
 * @param reason what `explain` returned
 * @param language the reader's language
 */
export function reasonSentence(reason: Reason, language: Language): string {
	if (reason.kind === 'inventory') {
		return inventorySentence([reason], language)
	}
	const question = localise(reason.question.text, language)
	const answer = reason.words ?? reason.options.map((option) => localise(option.text, language)).join(' / ')
	return language === 'fr'
		? `À la question «\u00a0${question}\u00a0», vous avez répondu «\u00a0${withoutQuotes(answer)}\u00a0».`
		: `To “${question}”, you answered “${withoutQuotes(answer)}”.`
}

/**
 * Reasons as sentences of plain text: one for each answer, one for all lines of the inventory together.
 *
 * @param reasons what `explain` returned
 * @param language the reader's language
 */
export function reasonSentences(reasons: readonly Reason[], language: Language): string[] {
	const lines = reasons.filter((reason) => reason.kind === 'inventory')
	return [
		...reasons.filter((reason) => reason.kind === 'answer').map((reason) => reasonSentence(reason, language)),
		...lines.length > 0 ? [inventorySentence(lines, language)] : [],
	]
}

/**
 * What the inventory says, as one sentence.
 *
 * @param lines one at least
 * @param language the reader's language
 */
function inventorySentence(lines: readonly InventoryReason[], language: Language): string {
	const named = lines.map((line) => {
		const details = [line.use, line.hosting].flatMap((text) => text ? [withinSentence(localise(text, language))] : []).join(', ')
		const tool = localise(line.tool, language)
		return details ? `${tool} (${details})` : tool
	})
	return language === 'fr' ? `Votre inventaire indique\u00a0: ${named.join('\u00a0; ')}.` : `Your inventory says: ${named.join('; ')}.`
}

/**
 * A label with a small first letter, unless it begins with an acronym.
 *
 * @param label a text that stands alone elsewhere
 */
function withinSentence(label: string): string {
	return label.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase())
}

/**
 * An answer that is a quotation itself must not be quoted twice.
 *
 * @param text an answer
 */
function withoutQuotes(text: string): string {
	return text.replace(/^[«“]\s*/u, '').replace(/\s*[»”]$/u, '')
}

/**
 * The answers behind a trace; a flag is explained by the answers that raised it.
 *
 * @param trace the leaves that matched
 * @param context what the evaluation knew
 */
function answerReasons(trace: readonly MatchedLeaf[], context: ExplainContext): AnswerReason[] {
	const options = new Map<string, Set<string>>()
	const flags = new Map<string, Set<RaisedFlag['flag']>>()
	for (const leaf of trace) {
		if (leaf.kind === 'answer') {
			addTo(options, leaf.question, ...leaf.options)
		} else if (leaf.kind === 'flag') {
			for (const { flag, raisedBy } of context.flags.filter(({ flag }) => flag.id === leaf.flag)) {
				for (const { question, option } of raisedBy) {
					addTo(options, question.id, option.id)
					addTo(flags, question.id, flag)
				}
			}
		}
	}
	return context.visible.questions.filter(({ id }) => options.has(id)).map((question) => {
		const chosen = (question.options ?? []).filter((option) => options.get(question.id)?.has(option.id))
		const answer = context.visible.answers[question.id]
		return {
			kind: 'answer',
			question,
			options: chosen,
			words: chosen.length === 0 && typeof answer === 'string' ? answer : null,
			flags: [...flags.get(question.id) ?? []],
		}
	})
}

/**
 * The inventory lines behind a trace, each once, in the order of the inventory.
 *
 * @param trace the leaves that matched
 * @param context what the evaluation knew
 */
function inventoryReasons(trace: readonly MatchedLeaf[], context: ExplainContext): InventoryReason[] {
	const { questionnaire, solutions, visible } = context
	const matched = new Set(trace.flatMap((leaf) => leaf.kind === 'inventory' ? leaf.lines : []))
	const hostings = questionnaire.inventoryItem.fields.find(({ id }) => id === 'hosting')?.options ?? []
	return visible.inventory.flatMap((line: InventoryLine, index) => matched.has(index)
		? [{
				kind: 'inventory',
				line: index,
				use: questionnaire.uses.find(({ id }) => id === line.use)?.label ?? null,
				tool: toolName(solutions, line.tool),
				hosting: hostings.find(({ id }) => id === line.hosting)?.text ?? null,
			}]
		: [])
}

/**
 * Adds values to the set under a key.
 *
 * @param map sets by key
 * @param key the key
 * @param values what to add
 */
function addTo<T>(map: Map<string, Set<T>>, key: string, ...values: T[]): void {
	map.set(key, new Set([...map.get(key) ?? [], ...values]))
}
