/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { hostileTexts } from '@emancipasso/shared/community/testing/hostile-texts'
import { boardReport } from '@emancipasso/shared/papers/board-report'
import { renderOdt } from '@emancipasso/shared/papers/format/odt'
import { specification } from '@emancipasso/shared/papers/specification'
import { specificationSections } from '@emancipasso/shared/papers/specification-sections'
import { actions, contextIn, diagnosisOf, names } from '@emancipasso/shared/papers/testing/example'
import { describe, expect, test } from 'vitest'
import { convert, hasOffice } from './soffice.ts'

describe.skipIf(!hasOffice())('papers in LibreOffice (skipped without soffice)', () => {
	const context = contextIn('fr')
	const diagnosis = diagnosisOf()

	/** The words of a text document as LibreOffice reads them. */
	const wordsOf = (bytes: Uint8Array) => convert('paper.odt', bytes, 'txt:Text').toString('utf8')

	test('the board’s report opens with all its parts, and becomes a PDF of some pages with the drawing in it', () => {
		const bytes = renderOdt(boardReport({ context, diagnosis, actions }))
		const words = wordsOf(bytes)
		for (const text of ['Notre numérique\u00a0: où nous en sommes', 'Où en est chaque thème', 'Passer les fichiers de Google Drive à Nextcloud', 'par l’association elle-même']) {
			expect(words).toContain(text)
		}
		const pdf = convert('paper.odt', bytes, 'pdf').toString('latin1')
		const pages = pdf.match(/\/Type\s*\/Page\b/gu)!.length
		expect(pages).toBeGreaterThanOrEqual(3)
		expect(pages).toBeLessThanOrEqual(6)
	})

	test('a specification full of hostile texts opens, with each of them as words', () => {
		const own = Object.values(hostileTexts).filter((text) => text.length < 10_000).join('\n\n')
		const words = wordsOf(renderOdt(specification({ context, diagnosis, names, lines: diagnosis.lines, actions, sections: specificationSections.map(({ id }) => id), own: { organisation: own } })))
		for (const text of ['<script>alert(1)</script>', '{{7*7}}', '</div></section></article></body></html>', '=HYPERLINK(', 'Contraintes', 'par l’association elle-même']) {
			expect(words).toContain(text)
		}
	})
})
