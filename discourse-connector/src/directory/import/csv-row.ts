/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Converted } from './check-provider.ts'
import type { RecordOptions } from './provider-record.ts'

import { cleanText, listOf } from './clean-text.ts'
import { fromRecord, listFields } from './provider-record.ts'

const both = (path: string) => [`${path}.fr`, `${path}.en`]

const texts = [
	'id',
	'name',
	'legalForm',
	'size',
	'intervenerStatus',
	'updatedAt',
	'confirmedAt',
	'status',
	...['description.short', 'description.long', 'offerClarity.included', 'offerClarity.notIncluded', 'exitTerms', 'pricing.notes'].flatMap(both),
	...['street', 'postcode', 'commune', 'inseeCode', 'country', 'region'].map((name) => `address.${name}`),
	...['siret', 'rna', 'other'].map((name) => `identifiers.${name}`),
	...['id', 'name', 'url', 'licence'].map((name) => `source.${name}`),
	...['roleEmail', 'phone', 'website', 'form'].flatMap((name) => [`contacts.${name}.value`, `contacts.${name}.consent`]),
	'pricing.from.currency',
	'pricing.from.unit',
	'continuity.backupProvider',
]
const numbers = ['address.lat', 'address.lon', 'pricing.from.amount', 'continuity.since', 'continuity.people']
const lists = [...Object.keys(listFields), 'solutions', 'zones', 'networks', 'labels', 'trainings', 'pricing.models']
// References have a shape of their own, which a table cannot say: they come as JSON.

/** The columns of our own CSV: properties of a provider, the inner ones after a point. */
export const csvColumns: ReadonlySet<string> = new Set([...texts, ...numbers, ...lists])

export const csvRequired = ['id', 'name', 'description.short.fr', 'address.commune', 'address.country', 'updatedAt'] as const

/**
 * Makes a provider of a row of our own CSV. Lists are separated by `|` or `;`.
 *
 * @param cells by column
 * @param options where from
 */
export function fromCsv(cells: Readonly<Record<string, string>>, options: RecordOptions): Converted {
	const changes: string[] = []
	const record: Tree = {}
	for (const [column, raw] of Object.entries(cells)) {
		const { text, changes: made } = cleanText(raw)
		if (text === '' || !csvColumns.has(column)) {
			continue
		}
		if (!numbers.includes(column)) {
			changes.push(...made.map((what) => `${column}: ${what}`))
		}
		put(record, column.split('.'), valueOf(column, text, raw))
	}
	// A contact whose owner was not asked is kept and stays hidden.
	for (const contact of Object.values(record.contacts ?? {})) {
		if (isTree(contact) && contact.value !== undefined) {
			contact.consent ??= 'didnotask'
		}
	}
	record.contacts ??= {}
	return fromRecord(record, options, changes)
}

interface Tree {
	[name: string]: Tree | string | number | string[] | undefined
}

/**
 * @param value of a tree
 */
function isTree(value: Tree[string]): value is Tree {
	return typeof value === 'object' && !Array.isArray(value)
}

/**
 * @param column of the cell
 * @param text of the cell, clean
 * @param raw text of the cell, whose sign matters in a number
 */
function valueOf(column: string, text: string, raw: string): string | number | string[] {
	if (lists.includes(column)) {
		return listOf(text)
	}
	if (!numbers.includes(column)) {
		return text
	}
	// What is no number stays as it was written, so that the report can say it.
	const number = Number(raw.trim().replace(',', '.'))
	return Number.isNaN(number) ? text : number
}

/**
 * @param tree to put into
 * @param path where: names from the outermost on
 * @param value what
 */
function put(tree: Tree, path: readonly string[], value: string | number | string[]): void {
	const [name = '', ...inner] = path
	if (inner.length === 0) {
		tree[name] = value
		return
	}
	const branch = tree[name]
	const next: Tree = isTree(branch) ? branch : {}
	tree[name] = next
	put(next, inner, value)
}
