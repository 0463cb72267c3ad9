/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DiagnosisForm, DiagnosisMethod } from '@emancipasso/shared/diagnosis/answers'

import { newDiagnosis } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { day } from '../dates.ts'
import { createDocument, newId } from '../documents/document-api.ts'
import { t } from '../l10n.ts'
import { loadDiagnosisPacks } from './diagnosis-packs.ts'

/**
 * Begins a diagnosis on the newest questionnaire. The answers of an earlier one are shown beside the questions and are
 * not copied: a copied answer would look like one that was given today, and a comparison would find nothing changed
 * where nobody looked.
 *
 * @param organisation id
 * @param form short or full
 * @param options what it follows
 * @param options.id of the new diagnosis; the same id twice makes one
 * @param options.method how the association answers
 * @param options.previous id of the earlier diagnosis
 * @return id of the new diagnosis
 * @throws {OcsError} when it cannot be kept
 */
export async function startDiagnosis(organisation: string, form: DiagnosisForm, { id = newId(), method = 'self', previous }: { id?: string, method?: DiagnosisMethod, previous?: string } = {}): Promise<string> {
	const { questionnaire } = await loadDiagnosisPacks()
	const title = t('Diagnosis of {day}', { day: day(new Date().toISOString()) })
	const document = { ...newDiagnosis(questionnaire, form), method, ...previous ? { previous } : {} }
	await createDocument(organisation, { id, kind: 'diagnosis', title, status: 'draft', document })
	return id
}
