/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DocumentKind, DocumentWithContent } from '../../contract/app-documents.ts'
import type { DiagnosisDocument } from '../../diagnosis/answers.ts'
import type { Questionnaire } from '../../diagnosis/questionnaire.ts'
import type { Solutions } from '../../plan/solution.ts'
import type { Portable } from '../portable/portable.ts'

import { newDiagnosis } from '../../diagnosis/diagnosis-document.ts'
import { reference } from '../../diagnosis/testing/reference-data.ts'
import { staticPacks } from '../../packs/static-packs.ts'
import { makePortable } from '../portable/make-portable.ts'
import { actions, contextIn } from './example.ts'

const [questionnairePack, solutionsPack] = staticPacks()

/** The packs as a cloud has them, with the version of their pack. */
export const packs = {
	questionnaire: JSON.parse(questionnairePack!.text) as Questionnaire,
	solutions: JSON.parse(solutionsPack!.text) as Solutions,
}

/**
 * A document as the store answers it.
 *
 * @param kind kind
 * @param number makes its id
 * @param document its content
 * @param more what else is known of it
 */
export function line(kind: DocumentKind, number: number, document: object, more: Partial<DocumentWithContent> = {}): DocumentWithContent {
	return {
		id: `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`,
		kind,
		title: `Document ${number}`,
		status: 'draft',
		dueDate: null,
		owner: null,
		ownerName: '',
		revision: 1,
		createdAt: '2026-01-01T10:00:00.000Z',
		updatedAt: '2026-02-12T10:00:00.000Z',
		answeredAt: null,
		updatedByName: 'Camille',
		document: document as Record<string, unknown>,
		...more,
	}
}

/** A closed diagnosis of each reference association, the second after the first. */
export const diagnoses: readonly DocumentWithContent[] = reference.associations.map(({ answers, inventory }, at) => line('diagnosis', at + 1, {
	...newDiagnosis(packs.questionnaire, 'full'),
	answers,
	inventory: Object.fromEntries(inventory.map((one, position) => [`line-${position}`, { ...one, position }])),
	closedAt: '2026-02-12T10:00:00.000Z',
	method: 'group',
	...at === 1 ? { previous: '00000000-0000-4000-9000-000000000001' } : {},
} satisfies DiagnosisDocument, { title: `Diagnostic ${at + 1}`, status: 'closed' }))

/** What an organisation with all of this keeps, as one file. */
export function examplePortable(): Portable {
	return makePortable({
		context: contextIn('fr'),
		diagnoses: diagnoses.map((one) => ({ line: one, ...packs })),
		lines: { 'line-0': { use: 'files', tool: 'google-drive', position: 0 } },
		plan: { schemaVersion: 1, goals: { a: { text: 'Autonomie', position: 1 } }, meetings: {}, decisions: {} },
		actions: actions.map(({ action, ownerName }, at) => line('action', at + 101, { ...action, ...at === 0 ? { origin: { diagnosis: diagnoses[0]!.id, rule: 'r-files-giant' } } : {} }, { title: action.title, status: action.status, dueDate: action.dueDate ?? null, owner: ownerName.toLowerCase(), ownerName })),
		needs: [],
		solutions: packs.solutions,
	})
}
