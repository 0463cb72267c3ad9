/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Questionnaire } from '@emancipasso/shared/diagnosis/questionnaire'
import type { PasteRemark } from '@emancipasso/shared/plan/table/paste-inventory'

import { t } from '../l10n.ts'
import { fieldName } from './tool-words.ts'

/**
 * A remark about a pasted row, as a sentence.
 *
 * @param questionnaire names the fields
 * @param remark what there is to say
 */
export function remarkWords(questionnaire: Questionnaire, remark: PasteRemark): string {
	switch (remark.kind) {
		case 'no-tool': return t('Not added: nothing says which tool it is.')
		case 'known': return t('Not added: this tool is in the list already, for the same use.')
		case 'too-many': return t('Not added: the list is full.')
		case 'not-understood': return t('{field}: “{text}” was not understood, and is left out.', { field: fieldName(questionnaire, remark.field), text: remark.text })
		case 'shortened': return t('{field}: too long, the beginning is kept.', { field: fieldName(questionnaire, remark.field) })
		case 'use-from-tool': return t('The use comes from the catalogue.')
	}
}
