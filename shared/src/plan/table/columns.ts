/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { FieldId, TableNames } from './field-value.ts'
import type { TableRow } from './read-table.ts'

import { normalise } from '../../language/normalise.ts'
import { findToolNamed } from '../solution-lookup.ts'
import { choicesOf, fieldValue } from './field-value.ts'

/** What a column is about: a field of the inventory, or nothing that it has. */
export interface Column {
	/** What stands above it; empty without headings. */
	readonly title: string
	readonly field: FieldId | null
}

/** Other words that people write above a column. */
const otherTitles: Partial<Record<FieldId, readonly string[]>> = {
	use: ['besoin', 'fonction', 'pour quoi faire', 'usages', 'need', 'purpose', 'what for'],
	tool: ['outils', 'logiciel', 'logiciels', 'service', 'application', 'nom', 'tools', 'software', 'app', 'name'],
	hosting: ['hebergement', 'hebergeur', 'heberge par', 'hosting', 'host', 'hosted by'],
	users: ['utilisateurs', 'utilisateurices', 'personnes', 'users', 'people'],
	criticality: ['criticite', 'priorite', 'criticality', 'priority'],
	satisfaction: ['note', 'avis', 'rating'],
	'must-have': ['indispensable', 'fonctions', 'must have', 'features', 'remarques', 'commentaires', 'notes', 'comments'],
	cost: ['cout', 'cout annuel', 'prix', 'tarif', 'cost', 'price', 'yearly cost'],
	contains: ['contenu', 'donnees', 'content', 'data'],
	admins: ['administrateurs', 'administration', 'acces', 'admins', 'administrators'],
	exit: ['export', 'recuperation des donnees', 'data export'],
	status: ['statut', 'etat', 'avancement', 'status', 'progress'],
}

/**
 * What the columns of a table are about: from the titles in its first row, or from what they hold when it has none.
 *
 * @param rows of the table, at least one
 * @param names of tools, uses and options
 */
export function columnsOf(rows: readonly TableRow[], names: TableNames): { columns: Column[], headed: boolean } {
	const titles = rows[0]!.cells.map((title): Column => ({ title, field: fieldTitled(title, names) }))
	const known = titles.filter(({ field }) => field !== null)
	if (known.length > 1 || known.some(({ field }) => field === 'tool')) {
		return { columns: titles.map((column, at) => ({ ...column, field: titles.findIndex(({ field }) => field === column.field) === at ? column.field : null })), headed: true }
	}
	return { columns: guess(rows, names), headed: false }
}

function fieldTitled(title: string, { questionnaire }: TableNames): FieldId | null {
	// What stands in brackets is a unit or an example.
	const wanted = normalise(title.replace(/\(.*\)/u, ''))
	const field = questionnaire.inventoryItem.fields.find(({ id, text }) => [id, text.fr, text.en].map(normalise).includes(wanted) || otherTitles[id as FieldId]?.includes(wanted))
	return wanted === '' || !field ? null : field.id as FieldId
}

/**
 * Each field takes the column of which it understands most, and at least half; the tool is the first text that is left.
 *
 * @param rows without titles
 * @param names of tools, uses and options
 */
function guess(rows: readonly TableRow[], names: TableNames): Column[] {
	const width = Math.max(...rows.map(({ cells }) => cells.length))
	const filled = Array.from({ length: width }, (_, at) => rows.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== ''))
	const columns: (FieldId | null)[] = filled.map(() => null)
	for (const field of names.questionnaire.inventoryItem.fields) {
		const isChosen = choicesOf(field, names).length > 0
		const understands = (cell: string) => {
			if (field.type === 'money-per-year') {
				return cell.includes('€') && fieldValue(field, cell, names) !== undefined
			}
			return field.type === 'tool-or-text' ? findToolNamed(names.solutions, cell) !== undefined : isChosen && fieldValue(field, cell, names) !== undefined
		}
		const shares = filled.map((cells, at) => columns[at] !== null || cells.length === 0 ? 0 : cells.filter(understands).length / cells.length)
		const best = shares.indexOf(Math.max(...shares))
		if (shares[best]! >= 0.5) {
			columns[best] = field.id as FieldId
		}
	}
	const text = filled.findIndex((cells, at) => columns[at] === null && cells.some((cell) => /\p{L}/u.test(cell)))
	if (!columns.includes('tool') && text >= 0) {
		columns[text] = 'tool'
	}
	return columns.map((field) => ({ title: '', field }))
}
