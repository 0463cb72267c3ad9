/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Redaction } from '@emancipasso/shared/community/redact'
import type { Span } from './text-blocks.ts'

/** A piece of a text; `finding` when it may say more than was meant. */
export interface Piece {
	text: string
	finding: Redaction | null
}

/**
 * Cuts a text at its findings.
 *
 * @param text the text of one field
 * @param findings those of this field, in the order of the text, not overlapping
 */
export function pieces(text: string, findings: readonly Redaction[]): Piece[] {
	let at = 0
	const result: Piece[] = []
	for (const finding of findings) {
		result.push({ text: text.slice(at, finding.start), finding: null }, { text: text.slice(finding.start, finding.end), finding })
		at = finding.end
	}
	result.push({ text: text.slice(at), finding: null })
	return result.filter((piece) => piece.text !== '')
}

/**
 * The findings of a text as findings of a part of it; one that goes over the edge is cut there.
 *
 * @param findings those of the whole text
 * @param span the part
 */
export function findingsWithin(findings: readonly Redaction[], span: Span): Redaction[] {
	return findings
		.filter(({ start, end }) => start < span.end && span.start < end)
		.map((finding) => ({ ...finding, start: Math.max(finding.start, span.start) - span.start, end: Math.min(finding.end, span.end) - span.start }))
}
