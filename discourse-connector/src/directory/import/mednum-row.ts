/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { MednumColumn } from '@emancipasso/shared/directory/mednum'
import type { Converted } from './check-provider.ts'

import { mednumColumns, mednumLegalForms, mednumModalities, mednumPricing, mednumRequired } from '@emancipasso/shared/directory/mednum'
import { createHash } from 'node:crypto'
import { checkProvider } from './check-provider.ts'
import { cleanLine, cleanText, cutAtWord, listOf } from './clean-text.ts'
import { contactsOf } from './mednum-contacts.ts'
import { unknownLabels } from './mednum-labels.ts'
import { addressOf } from './mednum-place.ts'

/** Where rows come from, and the day of the import. */
export interface MednumOptions {
	source: { id: string, name: string }
	/** Plain day. */
	today: string
}

const SHORT = 300
const LONG = 5000
const KEPT = 5000

/**
 * Makes a provider of a row of the mednum standard. What has no field of its own is kept word for word; nothing is
 * translated into our services, because the standard speaks of people and we of associations.
 *
 * @param cells by column
 * @param options where from
 */
export function fromMednum(cells: Readonly<Record<string, string>>, options: MednumOptions): Converted {
	const changes: string[] = []
	const note = (column: string, what: string) => changes.push(`${column}: ${what}`)
	const read = (column: MednumColumn, clean = cleanLine) => {
		const { text, changes: made } = clean(cells[column] ?? '')
		made.forEach((what) => note(column, what))
		return text
	}
	const empty = mednumRequired.filter((column) => (cells[column] ?? '').trim() === '')
	if (empty.length > 0) {
		return { leftOut: `nothing in ${empty.join(', ')}` }
	}
	const updatedAt = dayOf(cells.date_maj ?? '')
	if (updatedAt === undefined) {
		return { leftOut: `date_maj: “${cleanLine(cells.date_maj ?? '').text}” is not a date (expected 2026-03-31)` }
	}
	const [name, commune] = [read('nom'), read('commune')]
	if (name === '') {
		return { leftOut: 'nom: nothing is left once HTML and formulas are taken out' }
	}
	changes.push(...unknownLabels(cells))
	const labels = (['dispositif_programmes_nationaux', 'formations_labels', 'autres_formations_labels'] as const).flatMap((column) => listOf(read(column)))
	const mapped = <T>(column: MednumColumn, table: Readonly<Record<string, T>>) => (
		listOf(cells[column] ?? '').flatMap((value) => Object.hasOwn(table, value) ? [table[value]] : [])
	)
	const [legalForm] = mapped('typologie', mednumLegalForms)
	const pricing = mapped('frais_a_charge', mednumPricing)
	return checkProvider({
		id: `${options.source.id}--${idOf(cells.id ?? '', note)}`,
		name,
		...(legalForm === undefined ? {} : { legalForm }),
		description: descriptionOf(read('presentation_resume', cleanText), read('presentation_detail', cleanText), commune, note),
		modalities: mapped('modalites_accompagnement', mednumModalities),
		address: addressOf(cells, commune, [read('adresse'), read('complement_adresse')].filter((part) => part !== '').join(', '), note),
		countries: ['FR'],
		...(pricing.length === 0 ? {} : { pricing: { models: pricing } }),
		...identifiersOf(read('pivot'), note),
		labels: [...new Set(labels)],
		source: options.source,
		updatedAt,
		status: 'suggested',
		contacts: contactsOf(cells, note),
		sourceFields: keptOf(cells, note),
	}, changes, options.today)
}

type Note = (column: string, what: string) => void

/**
 * @param cell `2026-03-31`, or an instant that begins so
 */
function dayOf(cell: string): string | undefined {
	const [, day] = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(cell.trim()) ?? []
	const time = day === undefined ? NaN : Date.parse(`${day}T00:00:00Z`)
	return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : day
}

/**
 * @param cell id of the row at its source
 * @param note says what was changed
 */
function idOf(cell: string, note: Note): string {
	const raw = cell.trim()
	if (/^[A-Za-z0-9._-]{1,70}$/.test(raw)) {
		return raw
	}
	// Two ids that differ only by what is replaced must stay two.
	const id = `${raw.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 50)}-${createHash('sha256').update(raw).digest('hex').slice(0, 8)}`
	note('id', `written as ${id}, since ours have letters, digits, “.”, “_” and “-” only`)
	return id
}

/**
 * @param summary presentation_resume
 * @param detail presentation_detail
 * @param commune where it is
 * @param note says what was changed
 */
function descriptionOf(summary: string, detail: string, commune: string, note: Note) {
	const cut = (column: string, text: string, longest: number) => {
		if (text.length > longest) {
			note(column, `cut to ${longest} characters`)
		}
		return cutAtWord(text, longest)
	}
	if (summary === '' && detail === '') {
		note('presentation_resume', 'empty; a sentence that says what and where was put instead')
		return { short: { fr: `Lieu de médiation numérique à ${commune}.` } }
	}
	if (summary !== '' && summary.length <= SHORT) {
		return { short: { fr: summary }, ...(detail === '' ? {} : { long: { fr: cut('presentation_detail', detail, LONG) } }) }
	}
	// The long text begins with the whole of what the short one shows the beginning of.
	if (summary !== '') {
		note('presentation_resume', `longer than ${SHORT} characters; its beginning is shown and the whole is kept in the long text`)
	}
	const whole = [summary, detail].filter((part) => part !== '').join('\n\n')
	return { short: { fr: cutAtWord(whole.replace(/\s+/g, ' '), SHORT) }, long: { fr: cut('presentation_detail', whole, LONG) } }
}

/**
 * @param pivot SIRET or RNA
 * @param note says what was changed
 */
function identifiersOf(pivot: string, note: Note) {
	if (/^\d{14}$/.test(pivot) && !/^0+$/.test(pivot)) {
		return { identifiers: { siret: pivot } }
	}
	if (/^W[0-9A-Z]\d{8}$/.test(pivot)) {
		return { identifiers: { rna: pivot } }
	}
	if (pivot === '' || /^0+$/.test(pivot)) {
		return {}
	}
	note('pivot', `“${pivot}” is neither a SIRET nor an RNA number; kept as another identifier`)
	return { identifiers: { other: cutAtWord(pivot, 60) } }
}

/**
 * @param cells of the row
 * @param note says what was changed
 */
function keptOf(cells: Readonly<Record<string, string>>, note: Note): Record<string, string> {
	return Object.fromEntries(Object.entries(mednumColumns).flatMap(([column, use]): [string, string][] => {
		const { text, changes } = cleanText(cells[column] ?? '')
		if (use !== 'kept' || text === '') {
			return []
		}
		changes.forEach((what) => note(column, what))
		if (text.length > KEPT) {
			note(column, `cut to ${KEPT} characters`)
		}
		return [[column, cutAtWord(text, KEPT)]]
	}))
}
