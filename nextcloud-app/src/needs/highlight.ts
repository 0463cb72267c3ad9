/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Redaction } from '@emancipasso/shared/community/redact'

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
