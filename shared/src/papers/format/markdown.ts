/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Block, Item, Paper, Words } from '../paper.ts'

import { cleanLine, cleanText } from './clean-text.ts'

/**
 * A paper as Markdown (CommonMark with tables). Nothing that people wrote acts as markup or HTML. A figure is its
 * description, since the table beside it says the same.
 *
 * @param paper the paper
 */
export function renderMarkdown(paper: Paper): string {
	const parts = [`# ${inline(paper.title)}`, inline(paper.subtitle), ...paper.blocks.map(block), '---', `*${inline(paper.imprint)}*`]
	return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/**
 * Text of one line in which nothing is markup.
 *
 * @param text anything that a person could paste
 */
function inline(text: string): string {
	return cleanLine(text)
		.replace(/[\\`*_[\]<>|~$]/gu, '\\$&')
		.replace(/&(?=#?\w+;)/gu, '\\&')
		.replace(/^[#+=-]/u, '\\$&')
		.replace(/^(\d{1,9})([.)])/u, '$1\\$2')
}

/**
 * Text of several lines, each kept.
 *
 * @param text anything that a person could paste
 * @param indent put before every line but the first
 */
function lines(text: string, indent = ''): string {
	return cleanText(text).split('\n').map(inline).filter((line) => line !== '').join(`\\\n${indent}`)
}

function words({ lead, text }: Words, indent = ''): string {
	const rest = lines(text, indent)
	return lead === undefined ? rest : `**${inline(lead)}**${rest === '' ? '' : ` ${rest}`}`
}

function block(one: Block): string {
	switch (one.kind) {
		case 'heading': return `${'#'.repeat(one.level + 1)} ${inline(one.text)}`
		case 'paragraph': return words(one)
		case 'list': return one.items.map((entry, at) => item(entry, one.ordered ? `${at + 1}. ` : '- ')).join('\n')
		case 'note': return one.paragraphs.map((paragraph) => `> ${words(paragraph, '> ')}`).join('\n>\n')
		case 'figure': return ''
		case 'table': return [
			`*${inline(one.caption)}*`,
			'',
			row(one.columns.map(({ label }) => label)),
			row(one.columns.map(() => null)),
			...one.rows.map(row),
		].join('\n')
	}
}

function row(cells: readonly (string | null)[]): string {
	return `| ${cells.map((cell) => cell === null ? '---' : inline(cell)).join(' | ')} |`
}

function item(one: Item, marker: string): string {
	const indent = ' '.repeat(marker.length)
	return [`${marker}${words(one, indent)}`, ...(one.details ?? []).map((detail) => `\n${indent}${words(detail, indent)}`)].join('\n')
}
