/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Organisation } from '@emancipasso/shared/contract/app-api'
import type { Questionnaire } from '@emancipasso/shared/diagnosis/questionnaire'
import type { ImportPlan } from '@emancipasso/shared/papers/portable/plan-import'
import type { Portable } from '@emancipasso/shared/papers/portable/portable'
import type { PortableProblem } from '@emancipasso/shared/papers/portable/read-portable'
import type { PaperSources } from './sources.ts'

import { documentLimit } from '@emancipasso/shared/contract/limits'
import { makePortable } from '@emancipasso/shared/papers/portable/make-portable'
import { planImport } from '@emancipasso/shared/papers/portable/plan-import'
import { readPortable } from '@emancipasso/shared/papers/portable/read-portable'
import { emptyPlan } from '@emancipasso/shared/plan/empty-plan'
import { emptyInventory } from '@emancipasso/shared/plan/inventory'
import { createDocument, listContents, patchDocument, storedInConflict } from '../documents/document-api.ts'
import { hashId } from '../documents/hash-id.ts'
import { openOwn } from '../documents/own-document.ts'
import { t } from '../l10n.ts'
import { OcsError } from '../ocs.ts'
import { loadPack } from '../packs/packs.ts'
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
	const documents = sources.diagnoses.map(documentOf)
	const carried = documents.flatMap((one) => one.carried?.questionnaire ? [one.carried.questionnaire] : [])
	const versions = new Set(documents.map(({ questionnaire }) => questionnaire.version))
	const loaded = await Promise.all([...versions].map((version) => version === sources.packs.questionnaire.version
		? sources.packs.questionnaire
		: ifThere(loadPack<Questionnaire>('questionnaire', version))))
	const questionnaires = new Map([...carried, ...loaded].flatMap((pack) => pack ? [[pack.version, pack]] : []))
	return makePortable({
		context: contextFor(organisation.name),
		diagnoses: sources.diagnoses,
		lines: sources.storedLines,
		plan: sources.plan,
		actions: sources.actions.map(({ action, ...one }) => ({ ...one, kind: 'action', title: action.title, status: action.status, dueDate: action.dueDate ?? null, document: { ...action } })),
		needs,
		questionnaires: [...questionnaires.values()],
		solutions: sources.packs.solutions,
	})
}

/**
 * What a file holds, or why it cannot be taken in.
 *
 * @param text of the file
 */
export async function readFile(text: string): Promise<Portable | PortableProblem> {
	const { default: shape } = await import('@emancipasso/shared/data/portable.schema.json')
	return readPortable(text, shape as object)
}

/**
 * What an import would make.
 *
 * @param organisation id
 * @param portable what the file holds
 * @param sources what the organisation keeps already
 */
export async function prepareImport(organisation: string, portable: Portable, sources: PaperSources): Promise<ImportPlan> {
	const versions = [...new Set(portable.diagnoses.map(({ document }) => document.questionnaire.version))]
	const known = await Promise.all(versions.map(async (version) => version === sources.packs.questionnaire.version
		|| await ifThere(loadPack('questionnaire', version)) !== null))
	return planImport(portable, {
		newId: (old) => hashId(`import ${organisation} ${old}`),
		questionnaires: new Set(versions.filter((_, at) => known[at])),
		solutions: sources.packs.solutions.version,
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
 * A pack, or `null` where this cloud does not have it; without a network nobody knows.
 *
 * @param pack being loaded
 */
async function ifThere<Pack>(pack: Promise<Pack>): Promise<Pack | null> {
	try {
		return await pack
	} catch (error) {
		if (error instanceof OcsError && error.status === 404) {
			return null
		}
		throw error
	}
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
