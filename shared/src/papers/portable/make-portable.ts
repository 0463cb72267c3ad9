/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DocumentWithContent } from '../../contract/app-documents.ts'
import type { StoredInventoryLine } from '../../diagnosis/answers.ts'
import type { Questionnaire } from '../../diagnosis/questionnaire.ts'
import type { PlanDocument } from '../../plan/plan-document.ts'
import type { Solutions } from '../../plan/solution.ts'
import type { PaperContext } from '../context.ts'
import type { Portable } from './portable.ts'

import { imprintOf } from '../context.ts'

/** What an organisation keeps, as its store answers it. */
export interface PortableInput {
	readonly context: PaperContext
	/** Each with the packs that it is read with here. */
	readonly diagnoses: readonly { readonly line: DocumentWithContent, readonly questionnaire: Questionnaire, readonly solutions: Solutions }[]
	readonly lines: Readonly<Record<string, StoredInventoryLine>>
	readonly plan: PlanDocument | null
	readonly actions: readonly DocumentWithContent[]
	readonly needs: readonly DocumentWithContent[]
	/** The newest catalogue. */
	readonly solutions: Solutions
}

/**
 * Everything that an organisation keeps, as one file that another cloud can take in. What its people’s accounts are
 * called here means nothing elsewhere and is not in it, nor is the history of changes.
 *
 * @param input what is kept
 */
export function makePortable(input: PortableInput): Portable {
	const { context, plan, solutions } = input
	const kept = ({ id, title, status, document }: DocumentWithContent) => ({ id, title, status, document })
	// What the store answers is checked where it is read, not where it is written.
	return {
		format: 'emancipasso-organisation',
		formatVersion: 1,
		organisation: context.organisation,
		date: context.date,
		appVersion: context.appVersion,
		imprint: imprintOf(context),
		packs: {
			questionnaires: eachOnce(input.diagnoses.map(({ questionnaire }) => questionnaire)),
			solutions,
			catalogues: eachOnce(input.diagnoses.map((one) => one.solutions)).filter(({ version }) => version !== solutions.version),
		},
		diagnoses: input.diagnoses.map(({ line, ...packs }) => ({
			...kept(line),
			updatedAt: line.updatedAt,
			readWith: { questionnaire: packs.questionnaire.version, solutions: packs.solutions.version },
		})),
		lines: { ...input.lines },
		plan,
		actions: input.actions.map((one) => ({ ...kept(one), dueDate: one.dueDate, ownerName: one.ownerName, updatedAt: one.updatedAt })),
		needs: input.needs.map(kept),
	} as object as Portable
}

/**
 * Each version once, as it was first met.
 *
 * @param packs of one kind
 */
function eachOnce<Pack extends { readonly version: string }>(packs: readonly Pack[]): Pack[] {
	return packs.filter(({ version }, at) => packs.findIndex((pack) => pack.version === version) === at)
}
