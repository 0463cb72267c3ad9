/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DiagnosisDocument } from '../../diagnosis/answers.ts'
import type { Questionnaire } from '../../diagnosis/questionnaire.ts'
import type { Solutions } from '../../plan/solution.ts'
import type { Portable } from './portable.ts'

/** The packs of the cloud that takes a file in. */
export interface PacksHere {
	/** Those versions of the questionnaire that it has, the newest first. */
	readonly questionnaires: readonly Questionnaire[]
	/** The same of the catalogue. */
	readonly catalogues: readonly Solutions[]
}

/** What is said of the packs of a diagnosis before it is brought in. */
export type PackRemark = 'questionnaire-brought' | 'questionnaire-missing' | 'questionnaire-too-large' | 'catalogue-too-large' | 'pack-differs'

type Pack = { readonly version: string }

/**
 * A diagnosis with the packs that it was read with where the file was made, as far as the cloud would read it with
 * others. A version that the cloud has is never replaced: its own copy counts, and it is said when the file’s differs.
 *
 * @param diagnosis of the file
 * @param packs of the file
 * @param here the cloud that takes it in
 * @param limit largest document, in bytes
 */
export function carryPacks(diagnosis: Portable['diagnoses'][number], packs: Portable['packs'], here: PacksHere, limit: number): { document: DiagnosisDocument, remarks: PackRemark[] } {
	const { carried: before, ...document } = diagnosis.document
	const { readWith } = diagnosis
	const asked = document.questionnaire.version
	const questionnaire = find([before?.questionnaire, ...packs.questionnaires], readWith?.questionnaire ?? before?.questionnaire?.version ?? asked)
	const solutions = find([before?.solutions, packs.solutions, ...packs.catalogues ?? []], readWith?.solutions ?? before?.solutions?.version ?? packs.solutions.version)
	const carried = {
		...questionnaire && isNeeded(asked, questionnaire, here.questionnaires) ? { questionnaire } : {},
		...solutions && isNeeded(document.catalogue?.version, solutions, here.catalogues) ? { solutions } : {},
	}
	const { questionnaire: first } = carried
	const wanted: DiagnosisDocument[] = [{ ...document, ...Object.keys(carried).length > 0 ? { carried } : {} }, { ...document, ...first ? { carried: { questionnaire: first } } : {} }]
	const fitting: DiagnosisDocument = wanted.find((one) => sizeOf(one) <= limit) ?? document
	const differs = [[questionnaire, here.questionnaires], [solutions, here.catalogues]] as const
	const remarks = [
		...first || !questionnaire ? questionnaireRemark(first, fitting, here.questionnaires.some(({ version }) => version === asked)) : [],
		...carried.solutions && !fitting.carried?.solutions ? ['catalogue-too-large' as const] : [],
		...differs.some(([pack, ours]) => pack && ours.some((one) => one.version === pack.version && !isSame(one, pack))) ? ['pack-differs' as const] : [],
	]
	return { document: fitting, remarks }
}

/**
 * Whether a cloud would read a diagnosis with another pack than this.
 *
 * @param wanted version that the diagnosis names
 * @param pack with which it is read where it comes from
 * @param here the cloud’s own, the newest first
 */
function isNeeded(wanted: string | undefined, pack: Pack, here: readonly Pack[]): boolean {
	const own = here.find(({ version }) => version === wanted)
	return own === undefined && here[0]?.version !== pack.version
}

function questionnaireRemark(needed: Questionnaire | undefined, fitting: DiagnosisDocument, isHere: boolean): PackRemark[] {
	if (!needed) {
		return isHere ? [] : ['questionnaire-missing']
	}
	return [fitting.carried?.questionnaire ? 'questionnaire-brought' : 'questionnaire-too-large']
}

function find<One extends Pack>(packs: readonly (One | undefined)[], version: string): One | undefined {
	return packs.find((pack) => pack?.version === version)
}

/** Whether two packs say the same, in whatever order their keys stand. */
function isSame(one: object, other: object): boolean {
	const text = (pack: object) => JSON.stringify(pack, (_, value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)) : value)
	return text(one) === text(other)
}

/**
 * Bytes that a document takes where it is stored.
 *
 * @param document any
 */
export function sizeOf(document: object): number {
	return new TextEncoder().encode(JSON.stringify(document)).length
}
