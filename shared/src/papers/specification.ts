/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IdentifiedInventoryLine } from '../diagnosis/diagnosis-document.ts'
import type { LocalisedText } from '../language/localised-text.ts'
import type { ActionStatus } from '../plan/action-status.ts'
import type { Names, PaperContext, PlannedAction, ReadDiagnosis } from './context.ts'
import type { Block, Item, Paper } from './paper.ts'
import type { SpecificationSection, SpecificationSectionId } from './specification-sections.ts'

import { chosenOptions } from '../diagnosis/visible-questions.ts'
import { localise } from '../language/localised-text.ts'
import { actionStatuses } from '../plan/action-status.ts'
import { isSettled } from '../plan/progress.ts'
import { toolName } from '../plan/solution-lookup.ts'
import { euros, fieldLabel, frameOf, longDay, termLabel, useLabel } from './context.ts'
import { section, withoutEmptyColumns } from './paper.ts'
import { inOrder } from './plan-table.ts'
import { specificationSections } from './specification-sections.ts'
import { specificationWords as words } from './specification-words.ts'

/** What the specification is made from. */
export interface SpecificationInput {
	readonly context: PaperContext
	/** Absent when the association has answered none. */
	readonly diagnosis?: ReadDiagnosis | undefined
	readonly names: Names
	readonly lines: readonly IdentifiedInventoryLine[]
	readonly actions: readonly PlannedAction[]
	/** The sections chosen. */
	readonly sections: readonly SpecificationSectionId[]
	/** What people call the place that the diagnosis names by a code; the code when left out. */
	readonly territory?: string | undefined
	/** The association's own words by section. */
	readonly own: Partial<Record<SpecificationSectionId, string>>
}

/**
 * The specification that an association hands to providers: the sections chosen, and nothing of the others.
 *
 * @param input what it is made from
 */
export function specification(input: SpecificationInput): Paper {
	return {
		...frameOf(input.context, words.title, input.diagnosis),
		blocks: specificationSections.filter(({ id }) => input.sections.includes(id)).flatMap((one) => blocksOf(one, input)),
	}
}

/**
 * The sections that would not be in it without the association's own words, since nothing is known that belongs there.
 *
 * @param input what it is made from
 */
export function sectionsWithoutContent(input: Omit<SpecificationInput, 'sections' | 'own'>): SpecificationSectionId[] {
	return specificationSections.filter((one) => blocksOf(one, { ...input, sections: [], own: {} }).length === 0).map(({ id }) => id)
}

function blocksOf(one: SpecificationSection, input: SpecificationInput): Block[] {
	const { language } = input.context
	return section(
		localise(one.label, language),
		{ kind: 'paragraph', text: (input.own[one.id] ?? '').trim() },
		{ kind: 'list', items: answersTo(one, input) },
		...contentOf(one.id, input, (text) => localise(text, language)),
	)
}

type Say = (text: LocalisedText) => string

/** What a section holds beside answers and own words. */
function contentOf(id: SpecificationSectionId, input: SpecificationInput, say: Say): Block[] {
	switch (id) {
		case 'tools': return toolTable(input, say)
		case 'needs': return mustHaves(input, say)
		case 'data': return dataTable(input, say)
		case 'moves': return moveTable(input, say)
		case 'support': return [{ kind: 'paragraph', text: say(words.answerLead) }, { kind: 'list', items: words.answer.map((text) => ({ text: say(text) })) }]
		case 'budget': return costs(input, say)
		case 'timetable': return dueMoves(input, say)
		default: return []
	}
}

function answersTo({ questions }: SpecificationSection, { diagnosis, territory, context: { language } }: SpecificationInput): Item[] {
	return (diagnosis?.evaluation.visible.questions ?? []).filter(({ id }) => questions.includes(id)).flatMap((question) => {
		const answer = diagnosis!.evaluation.visible.answers[question.id]
		const chosen = chosenOptions(question, answer).filter(({ id }) => id !== 'unknown').map(({ text }) => localise(text, language))
		const own = question.options === undefined && typeof answer === 'string' ? answer.trim() : ''
		const text = chosen.join(', ') || (question.type === 'territory' && own !== '' ? territory ?? own : own)
		return text === '' ? [] : [{ lead: localise(question.text, language), text }]
	})
}

function toolTable({ names, lines, context: { language } }: SpecificationInput, say: Say): Block[] {
	return [withoutEmptyColumns({
		kind: 'table',
		caption: say(words.toolsCaption),
		columns: [{ label: say(words.use), share: 3.4 }, { label: say(words.tool), share: 3.6 }, { label: say(words.hosting), share: 4 }, { label: say(words.people), share: 2.5 }, { label: say(words.importance), share: 2.8 }, { label: say(words.exit), share: 3 }],
		rows: lines.map((line) => [
			useLabel(names, line.use, language),
			localise(toolName(names.solutions, line.tool), language),
			fieldLabel(names, 'hosting', line.hosting, language),
			line.users === undefined ? '' : String(line.users),
			fieldLabel(names, 'criticality', line.criticality, language),
			fieldLabel(names, 'exit', line.exit, language),
		]),
	})]
}

function mustHaves({ names, lines, context: { language } }: SpecificationInput, say: Say): Block[] {
	const items = lines.filter((line) => line['must-have']?.trim()).map((line) => ({ lead: `${useLabel(names, line.use, language)}${say(words.colon)}`, text: line['must-have']!.trim() }))
	return items.length > 0 ? [{ kind: 'paragraph', text: say(words.mustHave) }, { kind: 'list', items }] : []
}

function dataTable({ names, lines, context: { language } }: SpecificationInput, say: Say): Block[] {
	return [
		{
			kind: 'table',
			caption: say(words.dataCaption),
			columns: [{ label: say(words.tool), share: 3 }, { label: say(words.contains), share: 4 }, { label: say(words.hosting), share: 3 }],
			rows: lines.filter(({ contains }) => contains?.includes('personal-data') || contains?.includes('sensitive-data')).map((line) => [
				localise(toolName(names.solutions, line.tool), language),
				(line.contains ?? []).map((id) => fieldLabel(names, 'contains', id, language)).join(', '),
				fieldLabel(names, 'hosting', line.hosting, language),
			]),
		},
		{ kind: 'paragraph', text: say(words.dataLead) },
		{ kind: 'list', items: words.dataAsked.map((text) => ({ text: say(text) })) },
	]
}

function moveTable({ names, lines, actions, context: { language } }: SpecificationInput, say: Say): Block[] {
	const tool = (id: string) => id === '' ? say(words.open) : localise(toolName(names.solutions, id), language)
	const use = (id: string) => useLabel(names, id, language)
	// A tool that is kept, or came back, does not move: its line says so below.
	const stays: readonly ActionStatus[] = ['kept', 'rolled-back']
	const moves = inOrder(actions).flatMap(({ action }) => action.migration && !stays.includes(action.status) ? [{ ...action.migration, status: termLabel(actionStatuses, action.status, language) }] : [])
	const moved = new Set(moves.map(({ line }) => line))
	// A line says how far a tool is, not towards which.
	const others = lines.filter(({ id, status }) => !moved.has(id) && status !== undefined && status !== 'not-planned')
	return [
		{
			kind: 'table',
			caption: say(words.movesCaption),
			columns: [{ label: say(words.use), share: 4 }, { label: say(words.from), share: 3 }, { label: say(words.to), share: 3 }, { label: say(words.status), share: 3 }],
			rows: moves.map((move) => [use(move.use), tool(move.from), tool(move.to), move.status]),
		},
		{
			kind: 'table',
			caption: say(words.othersCaption),
			columns: [{ label: say(words.use), share: 4 }, { label: say(words.tool), share: 4 }, { label: say(words.status), share: 4 }],
			rows: others.map((line) => [use(line.use), tool(line.tool), termLabel(names.questionnaire.migrationStatuses, line.status, language)]),
		},
	]
}

function costs({ lines, context: { language } }: SpecificationInput, say: Say): Block[] {
	const known = lines.filter(({ cost }) => cost !== undefined)
	const total = known.reduce((sum, { cost }) => sum + cost!, 0)
	return known.length === 0 ? [] : [{ kind: 'paragraph', text: say(words.costs).replace('{total}', euros(Math.round(total), language)).replace('{count}', String(known.length)) }]
}

function dueMoves({ actions, context: { language } }: SpecificationInput, say: Say): Block[] {
	const items = inOrder(actions).filter(({ action }) => action.migration && action.dueDate && !isSettled(action.status)).map(({ action }) => ({ lead: `${longDay(action.dueDate!, language)}${say(words.colon)}`, text: action.title }))
	return items.length > 0 ? [{ kind: 'paragraph', text: say(words.wished) }, { kind: 'list', items }] : []
}
