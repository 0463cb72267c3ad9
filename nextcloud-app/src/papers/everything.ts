/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Organisation } from '@emancipasso/shared/contract/app-api'
import type { PackName } from '@emancipasso/shared/contract/connector-input'
import type { Questionnaire } from '@emancipasso/shared/diagnosis/questionnaire'
import type { ImportPlan } from '@emancipasso/shared/papers/portable/plan-import'
import type { Portable } from '@emancipasso/shared/papers/portable/portable'
import type { PortableProblem } from '@emancipasso/shared/papers/portable/read-portable'
import type { Solutions } from '@emancipasso/shared/plan/solution'
import type { PaperSources } from './sources.ts'

import { documentLimit } from '@emancipasso/shared/contract/limits'
import { makePortable } from '@emancipasso/shared/papers/portable/make-portable'
import { planImport } from '@emancipasso/shared/papers/portable/plan-import'
import { largestPortable, readPortable } from '@emancipasso/shared/papers/portable/read-portable'
import { emptyPlan } from '@emancipasso/shared/plan/empty-plan'
import { emptyInventory } from '@emancipasso/shared/plan/inventory'
import { loadDiagnosisPacks } from '../diagnosis/diagnosis-packs.ts'
import { createDocument, listContents, patchDocument, storedInConflict } from '../documents/document-api.ts'
import { hashId } from '../documents/hash-id.ts'
import { openOwn } from '../documents/own-document.ts'
import { t } from '../l10n.ts'
import { ifThere, loadPack } from '../packs/packs.ts'
import { contextFor } from './make-paper.ts'
import { documentOf } from './sources.ts'

/**
 * Everything that the organisation keeps, with the packs with which its diagnoses are read.
 *
 * @param organisation whose it is
 * @param sources what was read
 */
export async function collect(organisation: Organisation, sources: PaperSources): Promise<Portable> {
	const needs = await listContents(organisation.id, 'need')
	const diagnoses = await Promise.all(sources.diagnoses.map(async (line) => {
		const { questionnaire, solutions } = await loadDiagnosisPacks(documentOf(line))
		return { line, questionnaire, solutions }
	}))
	return makePortable({
		context: contextFor(organisation.name),
		diagnoses,
		lines: sources.storedLines,
		plan: sources.plan,
		actions: sources.actions.map(({ action, ...one }) => ({ ...one, answeredAt: null, kind: 'action', title: action.title, status: action.status, dueDate: action.dueDate ?? null, document: { ...action } })),
		needs,
		solutions: sources.packs.solutions,
	})
}

/**
 * What a file holds, or why it cannot be taken in. One that is too large is not even read.
 *
 * @param file that somebody chose
 */
export async function readFile(file: Blob): Promise<Portable | PortableProblem> {
	if (file.size > largestPortable) {
		return { problem: 'too-large' }
	}
	const { default: shape } = await import('@emancipasso/shared/data/portable.schema.json')
	return readPortable(await file.text(), shape as object)
}

/**
 * What an import would make.
 *
 * @param organisation id
 * @param portable what the file holds
 * @param sources what the organisation keeps already
 */
export async function prepareImport(organisation: string, portable: Portable, sources: PaperSources): Promise<ImportPlan> {
	const { questionnaire, solutions } = sources.packs
	const asked = portable.diagnoses.flatMap(({ document, readWith }) => [
		['questionnaire', document.questionnaire.version],
		['questionnaire', readWith?.questionnaire],
		['solutions', document.catalogue?.version],
		['solutions', readWith?.solutions],
	] as const)
	return planImport(portable, {
		newId: (old) => hashId(`import ${organisation} ${old}`),
		questionnaires: [questionnaire, ...await ownPacks<Questionnaire>('questionnaire', asked, questionnaire.version)],
		catalogues: [solutions, ...await ownPacks<Solutions>('solutions', asked, solutions.version)],
		lines: new Set(Object.keys(sources.storedLines)),
		plan: sources.plan,
		limit: documentLimit,
	})
}

/**
 * Makes what an import says. What was made already stays as it is, so that one that broke off goes on when it is called
 * again.
 *
 * @param organisation id
 * @param plan what to make
 * @param onStep called after each document, with how many there are in all
 */
export async function runImport(organisation: string, plan: ImportPlan, onStep: (done: number, all: number) => void): Promise<void> {
	for (const [at, document] of plan.documents.entries()) {
		await createDocument(organisation, document)
		onStep(at + 1, plan.documents.length)
	}
	if (Object.keys(plan.lines).length > 0) {
		await addTo(organisation, 'inventory', { title: t('Our tools'), document: emptyInventory }, { lines: plan.lines })
	}
	if (plan.plan) {
		await addTo(organisation, 'plan', { title: t('Our plan'), document: emptyPlan }, plan.plan)
	}
}

/**
 * Those versions of a pack that this cloud has besides the newest.
 *
 * @param name of the pack
 * @param asked names and versions
 * @param newest version that is read already
 */
async function ownPacks<Pack>(name: PackName, asked: readonly (readonly [PackName, string | undefined])[], newest: string): Promise<Pack[]> {
	const versions = new Set(asked.flatMap(([one, version]) => one === name && version !== undefined && version !== newest ? [version] : []))
	const packs = await Promise.all([...versions].map((version) => ifThere(loadPack<Pack>(name, version))))
	return packs.filter((pack) => pack !== null)
}

async function addTo(organisation: string, kind: 'inventory' | 'plan', start: { title: string, document: object }, patch: Readonly<Record<string, unknown>>): Promise<void> {
	let stored = await openOwn(organisation, kind, start)
	for (;;) {
		try {
			await patchDocument(organisation, stored.id, { revision: stored.revision, patch: { ...patch } })
			return
		} catch (error) {
			const current = storedInConflict(error)
			if (!current || current.revision === stored.revision) {
				throw error
			}
			stored = current
		}
	}
}
