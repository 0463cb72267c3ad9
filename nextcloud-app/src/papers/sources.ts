/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DocumentWithContent } from '@emancipasso/shared/contract/app-documents'
import type { DiagnosisDocument, StoredInventoryLine } from '@emancipasso/shared/diagnosis/answers'
import type { IdentifiedInventoryLine } from '@emancipasso/shared/diagnosis/diagnosis-document'
import type { InventoryDocument } from '@emancipasso/shared/plan/inventory-document'
import type { PlanDocument } from '@emancipasso/shared/plan/plan-document'
import type { DiagnosisPacks } from '../diagnosis/diagnosis-packs.ts'
import type { PlanAction } from '../plan/action-api.ts'

import { answersDate } from '@emancipasso/shared/diagnosis/answers-date'
import { setAsideRules } from '@emancipasso/shared/diagnosis/decisions'
import { inventoryLines, isClosed, listLines } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { evaluate } from '@emancipasso/shared/diagnosis/evaluate'
import { linesInPlan } from '@emancipasso/shared/plan/inventory'
import { dayOf, today } from '../dates.ts'
import { loadDiagnosisPacks } from '../diagnosis/diagnosis-packs.ts'
import { listContents } from '../documents/document-api.ts'
import { listActions } from '../plan/action-api.ts'
import { readWorkshop } from '../workshop/workshop-api.ts'

/** A document with its content, as the store lists it. */
export type Kept = DocumentWithContent

/** What papers are made from, read once when a page opens. */
export interface PaperSources {
	/** Newest first. */
	readonly diagnoses: readonly Kept[]
	/** Lines of the living inventory that say a tool, with the status that the plan gives them. */
	readonly lines: readonly IdentifiedInventoryLine[]
	/** The same as they are stored. */
	readonly storedLines: Readonly<Record<string, StoredInventoryLine>>
	readonly actions: readonly PlanAction[]
	/** The plan's own document; `null` when there is none yet. */
	readonly plan: PlanDocument | null
	/** The newest packs. */
	readonly packs: DiagnosisPacks
}

/**
 * Reads what papers are made from.
 *
 * @param organisation id
 * @throws {OcsError} when something cannot be read
 */
export async function loadSources(organisation: string): Promise<PaperSources> {
	const [diagnoses, inventories, plans, actions, packs] = await Promise.all([
		listContents(organisation, 'diagnosis'),
		listContents(organisation, 'inventory'),
		listContents(organisation, 'plan'),
		listActions(organisation),
		loadDiagnosisPacks(),
	])
	const storedLines = (inventories[0]?.document as Partial<InventoryDocument> | undefined)?.lines ?? {}
	const lines = linesInPlan(listLines(storedLines), actions.map(({ action }) => action)).filter(({ tool }) => tool !== '')
	return { diagnoses, lines, storedLines, actions, plan: (plans[0]?.document as object | undefined ?? null) as PlanDocument | null, packs }
}

/** A stored diagnosis as its document. */
export function documentOf(kept: Kept): DiagnosisDocument {
	return kept.document as object as DiagnosisDocument
}

/**
 * The diagnosis that a paper is made from unless another one is chosen: the latest that is closed, or the latest.
 *
 * @param diagnoses newest first
 */
export function usualDiagnosis(diagnoses: readonly Kept[]): Kept | undefined {
	const closed = diagnoses.filter((one) => isClosed(documentOf(one)))
	return closed.toSorted((a, b) => documentOf(b).closedAt!.localeCompare(documentOf(a).closedAt!))[0] ?? diagnoses[0]
}

/**
 * A diagnosis with the packs that it is read with, evaluated: with its own copy of the tools when it is closed, with the
 * living ones while it runs; without the advice that the association set aside. Of a workshop it says how many answered.
 *
 * @param organisation id
 * @param kept the stored diagnosis
 * @param sources gives the living inventory
 */
export async function readDiagnosis(organisation: string, kept: Kept, sources: PaperSources) {
	const document = documentOf(kept)
	const { questionnaire, solutions, replaced } = await loadDiagnosisPacks(document)
	const lines = isClosed(document) ? inventoryLines(document).filter(({ tool }) => tool !== '') : sources.lines
	const evaluation = evaluate({ questionnaire, solutions, answers: document.answers, inventory: lines, form: document.form, decided: setAsideRules(document.decisions, today()) })
	const date = dayOf(answersDate(kept, document.closedAt))
	const respondents = document.method === 'group' ? (await readWorkshop(organisation, kept.id))?.respondents : undefined
	return { title: kept.title, date, document, questionnaire, solutions, replaced, evaluation, lines, ...respondents ? { respondents } : {} }
}

export type EvaluatedDiagnosis = Awaited<ReturnType<typeof readDiagnosis>>
