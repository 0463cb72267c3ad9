/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Something to say about one row of a file. */
export interface Remark {
	/** Line of the file where the row begins, from 1; for JSON the position of the record. */
	line: number
	/** How the row calls itself: its id, or its name. */
	who: string
	what: string
}

/** What an import did, or would do. Every row is in exactly one of `added`, `updated`, `unchanged` and `leftOut`. */
export interface ImportReport {
	file: string
	as: 'mednum' | 'json' | 'csv'
	/** Nothing was written. */
	dryRun: boolean
	/** How the file was read: `UTF-8`, `columns separated by “;”`. */
	readAs: string[]
	rows: number
	/** Ids of the providers. */
	added: string[]
	updated: string[]
	unchanged: string[]
	leftOut: Remark[]
	/** What was changed in rows that were taken. */
	changed: Remark[]
	/** About the file as a whole. */
	notes: string[]
}

/**
 * The report in words, every row by name.
 *
 * @param report of an import
 * @return lines
 */
export function renderReport(report: ImportReport): string[] {
	// A file must not steer the terminal that it is reported on.
	const harmless = (line: string) => line.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '�')
	const { file, dryRun, readAs, rows, added, updated, unchanged, leftOut, changed, notes } = report
	return [
		`${file}: ${rows} ${rows === 1 ? 'row' : 'rows'}${readAs.length > 0 ? ` (${readAs.join(', ')})` : ''}`,
		`  ${dryRun ? 'would be added' : 'added'}: ${added.length}, ${dryRun ? 'would be updated' : 'updated'}: ${updated.length}, already the same: ${unchanged.length}, left out: ${leftOut.length}`,
		...notes.map((note) => `  ${note}`),
		...section('Left out:', leftOut),
		...section('Taken with a change:', changed),
		...(added.length > 0 ? [dryRun ? 'New, not listed yet:' : 'New, not listed until “directory list ID…”:', ...added.map((id) => `  ${id}`)] : []),
		...(dryRun ? ['Nothing was written. Run it again without --dry-run to keep this.'] : []),
	].map(harmless)
}

/**
 * @param title of the section
 * @param remarks of it
 */
function section(title: string, remarks: readonly Remark[]): string[] {
	return remarks.length > 0 ? [title, ...remarks.map(({ line, who, what }) => `  line ${line}, ${who}: ${what}`)] : []
}
