/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Provider } from '@emancipasso/shared/directory/provider'

import { csvColumns, csvRequired } from './csv-row.ts'

/** A person decides who is listed: the column is read, and changes nothing. */
const withoutEffect = 'status'

/**
 * A table that can be imported as it stands: every column with one provider, then one that says only what it must.
 *
 * @param whole a provider with as much as possible
 * @param least a provider of which only the required columns are written
 * @return CSV in UTF-8, separated by semicolons as spreadsheets in French expect
 */
export function csvSample(whole: Provider, least: Provider): string {
	const columns = [...csvColumns].filter((column) => column !== withoutEffect)
	const required: readonly string[] = csvRequired
	const rows = [
		columns,
		columns.map((column) => cellOf(whole, column)),
		columns.map((column) => required.includes(column) ? cellOf(least, column) : ''),
	]
	return rows.map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')}\n`).join('')
}

/**
 * @param provider to write
 * @param column a property, inner ones after a point
 */
function cellOf(provider: Provider, column: string): string {
	const value = column.split('.').reduce<unknown>((inner, name) => typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined, provider)
	return Array.isArray(value) ? value.join('|') : String(value ?? '')
}
