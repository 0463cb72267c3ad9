/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { t } from '../l10n.ts'

export type PaperId = 'board-report' | 'specification' | 'register' | 'plan' | 'public-page' | 'everything'

export type FormatId = 'odt' | 'html' | 'md' | 'csv' | 'tasks' | 'events' | 'json'

/** A paper that the association can make. */
export interface PaperKind {
	readonly id: PaperId
	/** The first one is what most people take. */
	readonly formats: readonly FormatId[]
	/** What it is made from: a diagnosis that one chooses, or what the association keeps now. */
	readonly from: 'diagnosis' | 'now'
}

/** The papers in the order of the page. */
export const paperKinds: readonly PaperKind[] = [
	{ id: 'board-report', formats: ['odt', 'html', 'md'], from: 'diagnosis' },
	{ id: 'specification', formats: ['odt', 'html', 'md'], from: 'diagnosis' },
	{ id: 'plan', formats: ['odt', 'html', 'md', 'csv', 'tasks', 'events'], from: 'now' },
	{ id: 'register', formats: ['csv'], from: 'now' },
	{ id: 'public-page', formats: ['html', 'md'], from: 'now' },
	{ id: 'everything', formats: ['json'], from: 'now' },
]

/**
 * What a paper is called, and what it is for in one sentence.
 *
 * @param id of the paper
 */
export function paperWords(id: PaperId): { name: string, sentence: string } {
	switch (id) {
		case 'board-report': return { name: t('Report for the board'), sentence: t('What works, where each theme stands, what to do now and why, decisions and next actions: to decide together.') }
		case 'specification': return { name: t('Specification for a provider'), sentence: t('What a provider has to know to answer you. You choose the sections; nothing else is in it.') }
		case 'plan': return { name: t('The plan'), sentence: t('Your actions as a text to read, a table, or days for your calendar.') }
		case 'register': return { name: t('Starting point of a register of processing'), sentence: t('One line for each tool that holds data of people, with what is still to be completed.') }
		case 'public-page': return { name: t('Our tools, our choices'), sentence: t('A page for your website: the tools that you choose to show, in your words.') }
		case 'everything': return { name: t('Everything, to keep or to move'), sentence: t('Diagnoses, tools, plan and drafts of needs in one file, which another Nextcloud can take in with the same results.') }
	}
}

/**
 * What a format is called.
 *
 * @param id of the format
 */
export function formatName(id: FormatId): string {
	switch (id) {
		case 'odt': return t('Text document (ODT)')
		case 'html': return t('Page to print (HTML)')
		case 'md': return t('Plain text (Markdown)')
		case 'csv': return t('Table (CSV)')
		case 'tasks': return t('Tasks (ICS)')
		case 'events': return t('Days in a calendar (ICS)')
		case 'json': return t('File for another Nextcloud (JSON)')
	}
}

/**
 * Who can use a format, where that is not plain.
 *
 * @param id of the format
 */
export function formatHelp(id: FormatId): string {
	switch (id) {
		case 'odt': return t('Opens in LibreOffice, Nextcloud Office and OnlyOffice, to complete and to print.')
		case 'html': return t('Opens in any browser, and prints on A4.')
		case 'md': return t('For a wiki, a website or Nextcloud Text.')
		case 'csv': return t('Opens in any spreadsheet.')
		case 'tasks': return t('For Nextcloud Tasks and other programs that know tasks. Importing it again changes what is there.')
		case 'events': return t('For every calendar, as whole days. Importing it again changes what is there.')
		case 'json': return t('It holds private answers: keep it where only your association can read it.')
	}
}
