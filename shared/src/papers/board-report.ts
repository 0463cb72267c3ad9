/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Decision } from '../diagnosis/answers.ts'
import type { Recommendation } from '../diagnosis/evaluate.ts'
import type { Language } from '../language/localised-text.ts'
import type { PlanDocument } from '../plan/plan-document.ts'
import type { PaperContext, PlannedAction, ReadDiagnosis } from './context.ts'
import type { Block, Figure, Item, Paper, Words } from './paper.ts'

import { reasonSentences } from '../diagnosis/explain.ts'
import { levelOf, percentOf } from '../diagnosis/score.ts'
import { localise } from '../language/localised-text.ts'
import { boardReportWords as words } from './board-report-words.ts'
import { frameOf, longDay, termLabel } from './context.ts'
import { choiceItems, decisionItems } from './decision-items.ts'
import { section } from './paper.ts'
import { actionTable, nextActions } from './plan-table.ts'
import { radarSvg } from './radar.ts'

/** What the board's report is made from. */
export interface BoardReportInput {
	readonly context: PaperContext
	readonly diagnosis: ReadDiagnosis
	readonly actions: readonly PlannedAction[]
	/** The plan's own document, whose decisions it tells. */
	readonly plan?: PlanDocument | null | undefined
}

/** So much a board reads. */
const shown = { actions: 12, strengths: 10, later: 12 } as const

/**
 * The report for the board: what works, where each theme stands, points of attention, what to do now and why,
 * decisions, next actions, and how it was made.
 *
 * @param input what it is made from
 */
export function boardReport(input: BoardReportInput): Paper {
	const { context, diagnosis, actions } = input
	const { language } = context
	const { evaluation } = diagnosis
	const say = (text: { fr: string, en: string }) => localise(text, language)
	const next = nextActions(actions)
	return {
		...frameOf(context, words.title, diagnosis),
		subtitle: `${context.organisation} · ${diagnosis.title} · ${longDay(context.date, language)}`,
		blocks: [
			{ kind: 'note', paragraphs: summary(input) },
			...section(
				say(words.strengths),
				{ kind: 'list', items: evaluation.strengths.slice(0, shown.strengths).map(({ question, option }) => ({ lead: say(question.text), text: say(option.text) })) },
				evaluation.strengths.length > shown.strengths && { kind: 'paragraph', text: say(words.more).replace('{count}', String(evaluation.strengths.length - shown.strengths)) },
			),
			...levels(input),
			...section(
				say(words.attention),
				evaluation.flags.length > 0 && { kind: 'paragraph', text: say(words.attentionLead) },
				{ kind: 'list', items: evaluation.flags.map(({ flag, raisedBy }) => ({ lead: `${say(flag.label)}.`, text: raisedBy.map(({ question, option }) => `${say(question.text)} ${say(option.text)}.`).join(' ') })) },
			),
			...toDo(input),
			...section(
				say(words.clarify),
				{ kind: 'list', items: evaluation.toClarify.questions.map(({ text }) => ({ text: say(text) })) },
			),
			...section(say(words.decisions), { kind: 'list', items: decided(input) }),
			...section(
				say(words.plan),
				actionTable(next.slice(0, shown.actions), language, say(words.planCaption)),
				next.length > shown.actions && { kind: 'paragraph', text: say(words.planMore).replace('{count}', String(next.length - shown.actions)) },
			),
			...section(say(words.made), ...made(input)),
		],
	}
}

/**
 * What to do now and what may wait. What is in the plan is not for later any more.
 *
 * @param diagnosis as it was read
 */
function adviceOf(diagnosis: ReadDiagnosis): Record<'now' | 'later', Recommendation[]> {
	const { evaluation: { recommendations: { now, later } }, document } = diagnosis
	const isAccepted = ({ rule }: Recommendation) => document.decisions?.[rule.id]?.decision === 'accepted'
	return { now: [...now, ...later.filter(isAccepted)], later: later.filter((one) => !isAccepted(one)) }
}

function summary({ context: { language }, diagnosis }: BoardReportInput): Words[] {
	const { evaluation, document, questionnaire } = diagnosis
	const say = (text: { fr: string, en: string }) => localise(text, language)
	const level = evaluation.overall && levelOf(evaluation.overall, questionnaire.scoring)
	const counts = words.counts[language]({ strengths: evaluation.strengths.length, flags: evaluation.flags.length, now: adviceOf(diagnosis).now.length })
	return [
		...counts === '.' ? [] : [{ lead: say(words.inShort), text: counts }],
		...level ? [{ text: say(words.overall).replace('{level}', termLabel(questionnaire.scoring.levels, level, language)) }] : [],
		...evaluation.independence?.[0] ? [{ text: say(words.independence).replace('{percent}', String(percentOf(evaluation.independence))) }] : [],
		...document.form === 'short' ? [{ text: say(words.short) }] : [],
	]
}

function levels({ context: { language }, diagnosis: { evaluation, questionnaire } }: BoardReportInput): Block[] {
	const say = (text: { fr: string, en: string }) => localise(text, language)
	const rows = evaluation.dimensions.map(({ id, level, score, answered, applicable }) => ({
		label: termLabel(questionnaire.dimensions, id, language),
		share: score && score[0] / score[1],
		level: level ? termLabel(questionnaire.scoring.levels, level, language) : say(words.noLevel),
		answered: say(words.answered).replace('{answered}', String(answered)).replace('{all}', String(applicable)),
	}))
	const radar: Figure | false = rows.length > 2 && rows.some(({ share }) => share !== null) && {
		kind: 'figure',
		svg: radarSvg(rows),
		description: say(words.radar),
		width: 160,
		height: 110,
	}
	return section(
		say(words.levels),
		rows.length > 0 && { kind: 'paragraph', text: say(words.levelsLead).replace('{levels}', questionnaire.scoring.levels.map(({ label }) => say(label)).join(', ')) },
		radar,
		{
			kind: 'table',
			caption: say(words.levelsCaption),
			columns: [{ label: say(words.theme), share: 5 }, { label: say(words.level), share: 3 }, { label: say(words.basis), share: 3 }],
			rows: rows.map(({ label, level, answered }) => [label, level, answered]),
		},
	)
}

function toDo({ context: { language }, diagnosis }: BoardReportInput): Block[] {
	const { evaluation: { recommendations: { remarks } }, document } = diagnosis
	const { now, later } = adviceOf(diagnosis)
	const say = (text: { fr: string, en: string }) => localise(text, language)
	const advice = ({ rule, because }: Recommendation): Item => ({
		lead: say(rule.title),
		text: '',
		details: [
			{ lead: say(words.why), text: [say(rule.why), ...reasonSentences(because, language)].join(' ') },
			...rule.actions.slice(0, 1).map((first) => ({ lead: say(words.firstGesture), text: `${say(first)}.` })),
			{ lead: say(words.effort), text: say(words.efforts[rule.effort]) },
			...document.decisions?.[rule.id] ? [{ lead: say(words.decision), text: decisionText(document.decisions[rule.id]!, language) }] : [],
		],
	})
	return [
		...section(
			say(words.now),
			remarks.length > 0 && { kind: 'note', paragraphs: remarks.map(({ rule }) => ({ text: `${say(rule.title)}. ${say(rule.why)}` })) },
			{ kind: 'list', ordered: true, items: now.map(advice) },
			now.length === 0 && { kind: 'paragraph', text: say(words.nothingNow) },
		),
		...section(
			say(words.later),
			{ kind: 'list', items: later.slice(0, shown.later).map(({ rule }) => ({ text: say(rule.title) })) },
			later.length > shown.later && { kind: 'paragraph', text: say(words.more).replace('{count}', String(later.length - shown.later)) },
		),
	]
}

function decided({ context: { language }, diagnosis: { questionnaire, document }, plan, actions }: BoardReportInput): Item[] {
	// Also what does not hold any more, since a tool was replaced or kept: it was decided.
	const ofRules = questionnaire.rules.flatMap((rule) => document.decisions?.[rule.id]
		? [{ lead: `${localise(rule.title, language)}${language === 'fr' ? '\u00a0' : ''}:`, text: decisionText(document.decisions[rule.id]!, language) }]
		: [])
	return [...decisionItems(plan, language), ...ofRules, ...choiceItems(actions, language)]
}

function decisionText({ decision, reason, until }: Decision, language: Language): string {
	const again = decision === 'later' && until ? localise(words.until, language).replace('{day}', longDay(until, language)) : ''
	return [`${localise(words.decided[decision], language)}${again}.`, reason].filter(Boolean).join(' ')
}

function made({ context: { language, date, appVersion }, diagnosis }: BoardReportInput): Block[] {
	const say = (text: { fr: string, en: string }) => localise(text, language)
	const { questionnaire, document, respondents } = diagnosis
	const method = termLabel(questionnaire.methods, document.method ?? 'self', language)
	return [
		{ kind: 'list', items: [
			{ lead: say(words.method), text: `${method}${document.form === 'short' ? say(words.shortForm) : say(words.fullForm)}.` },
			...respondents === undefined ? [] : [{ lead: say(words.respondents), text: String(respondents) }],
			{ lead: say(words.answersOf), text: longDay(diagnosis.date, language) },
			{ lead: say(words.reportOf), text: longDay(date, language) },
			{ lead: say(words.versions), text: say(words.versionsText).replace('{questionnaire}', questionnaire.version).replace('{app}', appVersion) },
		] },
		{ kind: 'paragraph', text: say(words.reading) },
	]
}
