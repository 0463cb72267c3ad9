/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '../language/localised-text.ts'

/** Words with a lead in bold before them. Line feeds are kept. */
export interface Words {
	readonly lead?: string
	readonly text: string
}

/** A point of a list, with what belongs to it below. */
export interface Item extends Words {
	readonly details?: readonly Words[]
}

/** A column: its heading, and how wide it is beside the others. */
export interface Column {
	readonly label: string
	readonly share: number
}

/** A drawing. What it shows is also said in words or in a table beside it. */
export interface Figure {
	readonly kind: 'figure'
	/** Made by us, with every text in it escaped; `viewBox` and size are in it. */
	readonly svg: string
	/** The same drawing for office programs that show no SVG. */
	readonly png?: Uint8Array
	readonly description: string
	/** In millimetres on the page. */
	readonly width: number
	readonly height: number
}

export type Block
	= | { readonly kind: 'heading', readonly level: 1 | 2, readonly text: string }
		| { readonly kind: 'paragraph' } & Words
		| { readonly kind: 'list', readonly ordered?: true, readonly items: readonly Item[] }
		| { readonly kind: 'table', readonly caption: string, readonly columns: readonly Column[], readonly rows: readonly (readonly string[])[] }
		| { readonly kind: 'note', readonly paragraphs: readonly Words[] }
		| Figure

/** A paper before it has a format: headings, words, lists, tables, notes and figures, whose texts may hold anything. */
export interface Paper {
	readonly language: Language
	readonly title: string
	/** Whose paper it is. */
	readonly author: string
	/** ISO day. */
	readonly date: string
	/** One line under the title. */
	readonly subtitle: string
	/** Who made it, when and with what; it stands at the end. */
	readonly imprint: string
	readonly blocks: readonly Block[]
}

/**
 * Blocks of a section, or none at all when it would be empty.
 *
 * @param heading its heading
 * @param blocks what it holds; empty lists and tables count as nothing
 */
export function section(heading: string, ...blocks: readonly (Block | null | false | undefined)[]): Block[] {
	const filled = blocks.filter((block): block is Block => Boolean(block) && !isEmpty(block as Block))
	return filled.length > 0 ? [{ kind: 'heading', level: 1, text: heading }, ...filled] : []
}

/**
 * A table without the columns that say nothing in any row, so that the others have room.
 *
 * @param table with its columns and rows
 */
export function withoutEmptyColumns(table: Extract<Block, { kind: 'table' }>): Block {
	const kept = table.columns.map((_, at) => at).filter((at) => table.rows.some((cells) => cells[at] !== ''))
	return { ...table, columns: kept.map((at) => table.columns[at]!), rows: table.rows.map((cells) => kept.map((at) => cells[at]!)) }
}

function isEmpty(block: Block): boolean {
	return (block.kind === 'list' && block.items.length === 0)
		|| (block.kind === 'table' && block.rows.length === 0)
		|| (block.kind === 'paragraph' && block.text === '')
		|| (block.kind === 'note' && block.paragraphs.length === 0)
}
