/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Organisation, Start } from '@emancipasso/shared/contract/app-api'
import type { DiagnosisDocument } from '@emancipasso/shared/diagnosis/answers'

import questionnaire from '@emancipasso/shared/data/questionnaire.json'
import solutions from '@emancipasso/shared/data/solutions.json'
import { newDiagnosis } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { vi } from 'vitest'
import { useStart } from '../shell/use-start.ts'
import { documentStore, fakeServer, storedDocument } from './fake-server.ts'

const packs = [{ name: 'questionnaire', version: questionnaire.version }, { name: 'solutions', version: solutions.version }]
	.map((pack) => ({ ...pack, checksum: `sha256-${'0'.repeat(64)}`, source: 'bundled', copiedAt: null }))

/**
 * A server that holds one diagnosis and the shipped questionnaire and catalogue, for a member of an association.
 *
 * @param form short or full
 * @param content what is answered already
 */
export function diagnosisServer(form: 'short' | 'full', content: Partial<DiagnosisDocument> = {}) {
	useStart().start.value = { packs, organisations: [{ id: 'org', name: 'The Friends' } as Organisation] } as object as Start
	const documents = documentStore({ ...storedDocument({ ...newDiagnosis(questionnaire, form), ...content }), kind: 'diagnosis', title: 'Diagnosis' })
	fakeServer(documents.route)
	const answered = globalThis.fetch
	vi.stubGlobal('fetch', async (url: string, request?: RequestInit) => url.includes('/packs/')
		? new Response(JSON.stringify(url.includes('solutions') ? solutions : questionnaire))
		: answered(url, request))
	return documents
}
