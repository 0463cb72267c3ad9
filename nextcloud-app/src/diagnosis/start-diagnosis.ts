/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DiagnosisForm, DiagnosisMethod } from '@emancipasso/shared/diagnosis/answers'

import { newDiagnosis } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { nameDiagnosis } from '@emancipasso/shared/diagnosis/diagnosis-name'
import { day, time } from '../dates.ts'
import { createDocument, listDocuments, newId } from '../documents/document-api.ts'
import { language } from '../l10n.ts'
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
	const [{ questionnaire }, others] = await Promise.all([loadDiagnosisPacks(), listDocuments(organisation, 'diagnosis')])
	const now = new Date().toISOString()
	// The call of this one may have arrived before though its answer did not: its own name is not taken.
	const taken = others.filter((other) => other.id !== id).map(({ title }) => title)
	const title = nameDiagnosis({ method, form }, { day: day(now), time: time(now) }, taken, language())
	const document = { ...newDiagnosis(questionnaire, form), method, ...previous ? { previous } : {} }
	await createDocument(organisation, { id, kind: 'diagnosis', title, status: 'draft', document })
	return id
}
