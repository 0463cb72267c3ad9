/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Paper } from '@emancipasso/shared/papers/paper'
import type { PlanMeeting } from '@emancipasso/shared/papers/plan-calendar'
import type { SpecificationSectionId } from '@emancipasso/shared/papers/specification-sections'
import type { PlanDocument } from '@emancipasso/shared/plan/plan-document'
import type { FormatId, PaperId } from './paper-list.ts'
import type { EvaluatedDiagnosis, PaperSources } from './sources.ts'

import { boardReport } from '@emancipasso/shared/papers/board-report'
import { renderCsv } from '@emancipasso/shared/papers/format/csv'
import { renderHtml } from '@emancipasso/shared/papers/format/html-page'
import { renderMarkdown } from '@emancipasso/shared/papers/format/markdown'
import { odtType, renderOdt } from '@emancipasso/shared/papers/format/odt'
import { planCalendar } from '@emancipasso/shared/papers/plan-calendar'
import { planPaper, planRows } from '@emancipasso/shared/papers/plan-paper'
import { publicPage } from '@emancipasso/shared/papers/public-page'
import { registerRows } from '@emancipasso/shared/papers/register'
import { sectionsWithoutContent, specification } from '@emancipasso/shared/papers/specification'
import { today } from '../dates.ts'
import { language, t } from '../l10n.ts'
import { version } from './app-version.ts'
import { placeName } from './place-name.ts'
import { svgToPng } from './svg-to-png.ts'

/** What one chooses for a paper. */
export interface PaperOptions {
	/** Sections of the specification, and own words for them. */
	sections: SpecificationSectionId[]
	own: Partial<Record<SpecificationSectionId, string>>
	/** The public page. */
	introduction: string
	approach: string
	/** Ids of the lines that are shown, and words for them. */
	shown: string[]
	words: Record<string, string>
}

/** A file that is ready to be kept. */
export interface MadeFile {
	readonly name: string
	readonly type: string
	readonly bytes: Uint8Array<ArrayBuffer>
}

/** A paper before it has a format: a text to read, or rows of a table. */
export type Draft = { readonly paper: Paper, readonly rows?: undefined } | { readonly paper?: undefined, readonly rows: (string | number)[][] }

/** What papers are made from, and for whom. */
export interface PaperMaking {
	/** Name of the organisation. */
	readonly organisation: string
	readonly sources: PaperSources
	readonly diagnosis: EvaluatedDiagnosis | null
	readonly options: PaperOptions
}

const types: Record<FormatId, string> = {
	odt: odtType,
	html: 'text/html;charset=utf-8',
	md: 'text/markdown;charset=utf-8',
	csv: 'text/csv;charset=utf-8',
	tasks: 'text/calendar;charset=utf-8',
	events: 'text/calendar;charset=utf-8',
	json: 'application/json',
}

/**
 * The context that every paper says, as of today where the reader is.
 *
 * @param organisation name
 */
export function contextFor(organisation: string) {
	return { language: language(), organisation, date: today(), appVersion: version }
}

/**
 * The paper as one reads it, in the language of the reader; `null` while what it needs is missing.
 *
 * @param id of the paper
 * @param making what it is made from
 */
export function draftOf(id: PaperId, making: PaperMaking): Draft | null {
	const { organisation, sources, diagnosis, options } = making
	const context = contextFor(organisation)
	switch (id) {
		case 'board-report': return diagnosis && { paper: boardReport({ context, diagnosis, actions: sources.actions, plan: sources.plan }) }
		case 'specification': return { paper: specification({ ...knownForSpecification(making), sections: options.sections, own: options.own }) }
		case 'plan': return { paper: planPaper({ context, names: sources.packs, actions: sources.actions, plan: sources.plan }) }
		case 'register': return { rows: registerRows(context, sources.packs, sources.lines) }
		case 'public-page': return { paper: publicPage({
			context,
			names: sources.packs,
			introduction: options.introduction,
			approach: options.approach,
			tools: sources.lines.filter((line) => options.shown.includes(line.id)).map(({ id: line, use, tool }) => ({ use, tool, words: options.words[line] ?? '' })),
		}) }
		case 'everything': return null
	}
}

/**
 * The sections of the specification that hold nothing unless one writes it there.
 *
 * @param making what it is made from
 */
export function emptySections(making: Omit<PaperMaking, 'options'>): SpecificationSectionId[] {
	return sectionsWithoutContent(knownForSpecification(making))
}

function knownForSpecification({ organisation, sources, diagnosis }: Omit<PaperMaking, 'options'>) {
	return {
		context: contextFor(organisation),
		diagnosis: diagnosis ?? undefined,
		names: diagnosis ?? sources.packs,
		lines: sources.lines.length > 0 ? sources.lines : diagnosis?.lines ?? [],
		actions: sources.actions,
		territory: placeName(diagnosis?.document.answers['profile-territory']),
	}
}

/**
 * The file of a paper.
 *
 * @param id of the paper
 * @param format one of those of the paper
 * @param making what it is made from
 */
export async function makeFile(id: PaperId, format: FormatId, making: PaperMaking): Promise<MadeFile | null> {
	const { organisation, sources } = making
	const context = contextFor(organisation)
	const draft = draftOf(id, making)
	if (!draft) {
		return null
	}
	if (format === 'tasks' || format === 'events') {
		return fileOf(id, format, organisation, planCalendar(context, sources.actions, format, meetingsOf(sources.plan)))
	}
	if (format === 'csv') {
		return fileOf(id, format, organisation, renderCsv(draft.rows ?? planRows({ context, names: sources.packs, actions: sources.actions }), context.language))
	}
	if (!draft.paper) {
		return null
	}
	switch (format) {
		case 'odt': return fileOf(id, format, organisation, renderOdt(await withPixels(draft.paper)) as Uint8Array<ArrayBuffer>)
		case 'md': return fileOf(id, format, organisation, renderMarkdown(draft.paper))
		default: return fileOf(id, format, organisation, renderHtml(draft.paper))
	}
}

/**
 * A file with a name that says what it is, of whom, and of which day.
 *
 * @param id of the paper
 * @param format of the file
 * @param organisation name
 * @param content its text or bytes
 */
export function fileOf(id: PaperId, format: FormatId, organisation: string, content: string | Uint8Array<ArrayBuffer>): MadeFile {
	const ending = format === 'tasks' || format === 'events' ? 'ics' : format
	return {
		name: `${[shortName(id), safe(organisation), contextFor(organisation).date].join(' - ')}.${ending}`,
		type: types[format],
		bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
	}
}

/** Days on which people speak about the plan, as the calendar has them. */
function meetingsOf(plan: PlanDocument | null): PlanMeeting[] {
	return Object.entries(plan?.meetings ?? {}).map(([id, { date, name }]) => ({ id, date, title: name || t('Look at the plan together') }))
}

async function withPixels(paper: Paper): Promise<Paper> {
	const blocks = await Promise.all(paper.blocks.map(async (block) => {
		const png = block.kind === 'figure' ? await svgToPng(block.svg) : undefined
		return png ? { ...block, png } : block
	}))
	return { ...paper, blocks }
}

function shortName(id: PaperId): string {
	switch (id) {
		case 'board-report': return t('Digital report')
		case 'specification': return t('Digital specification')
		case 'plan': return t('Digital plan')
		case 'register': return t('Register to complete')
		case 'public-page': return t('Our tools, our choices')
		case 'everything': return t('Emancipasso, everything')
	}
}

/**
 * A name without what some disk or Nextcloud does not take.
 *
 * @param name of an organisation
 */
function safe(name: string): string {
	return name.replace(/[\\/:*?"<>|\p{C}]+/gu, ' ').replace(/\s+/gu, ' ').trim().replace(/\.+$/u, '').slice(0, 60).trim() || 'association'
}
