/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Organisation, Start } from '@emancipasso/shared/contract/app-api'
import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { DiagnosisDocument } from '@emancipasso/shared/diagnosis/answers'
import type { InventoryDocument } from '@emancipasso/shared/plan/inventory-document'
import type { JsonObject } from '../documents/merge-patch.ts'
import type { Answer, Seen } from './fake-server.ts'

import questionnaire from '@emancipasso/shared/data/questionnaire.json'
import solutions from '@emancipasso/shared/data/solutions.json'
import { newDiagnosis } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { vi } from 'vitest'
import { ownDocumentId } from '../documents/own-document-id.ts'
import { useStart } from '../shell/use-start.ts'
import { documentCloud } from './document-cloud.ts'
import { fakeServer, storedDocument } from './fake-server.ts'

const packs = [{ name: 'questionnaire', version: questionnaire.version }, { name: 'solutions', version: solutions.version }]
	.map((pack) => ({ ...pack, checksum: `sha256-${'0'.repeat(64)}`, source: 'bundled', copiedAt: null }))

/**
 * A server that holds one diagnosis and the shipped questionnaire and catalogue, for a member of an association.
 *
 * @param form short or full
 * @param content what is answered already
 * @param others documents that the association has besides
 */
export function diagnosisServer(form: 'short' | 'full', content: Partial<DiagnosisDocument> = {}, others: readonly StoredDocument[] = []) {
	const diagnosis: StoredDocument = { ...storedDocument({ ...newDiagnosis(questionnaire, form), ...content }), kind: 'diagnosis', title: 'Diagnosis' }
	const cloud = documentCloud([diagnosis, ...others])
	serveWithPacks(cloud.route)
	return {
		cloud,
		store: { get stored() { return cloud.get(diagnosis.id)! } },
		/** Somebody else saves a change of the diagnosis. */
		changeByOther: (change: JsonObject, name?: string) => cloud.changeByOther(diagnosis.id, change, name),
		/** The tools that the association has. */
		tools: () => (cloud.get(ownDocumentId('org', 'inventory'))?.document as InventoryDocument | undefined)?.lines,
		/** Somebody else saves a change of the tools. */
		changeTools: (lines: JsonObject, name?: string) => cloud.changeByOther(ownDocumentId('org', 'inventory'), { lines }, name),
	}
}

/**
 * A server with the shipped questionnaire and catalogue, for a member of the association `org`.
 *
 * @param route answers every other call
 */
export function serveWithPacks(route: (seen: Seen) => Answer) {
	useStart().start.value = { user: { id: 'camille', displayName: 'Camille', language: 'en', admin: false }, packs, organisations: [{ id: 'org', name: 'The Friends', role: { manager: true, publisher: true } } as Organisation] } as object as Start
	const server = fakeServer(route)
	const answered = globalThis.fetch
	vi.stubGlobal('fetch', async (url: string, request?: RequestInit) => url.includes('/packs/')
		? new Response(JSON.stringify(url.includes('solutions') ? solutions : questionnaire))
		: answered(url, request))
	return server
}
