/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PackName } from '@emancipasso/shared/contract/connector-input'
import type { DiagnosisDocument } from '@emancipasso/shared/diagnosis/answers'
import type { Questionnaire } from '@emancipasso/shared/diagnosis/questionnaire'
import type { Solutions } from '@emancipasso/shared/plan/solution'

import { choosePack } from '@emancipasso/shared/packs/choose-pack'
import { ifThere, loadPack } from '../packs/packs.ts'

/** What a diagnosis is read with. */
export interface DiagnosisPacks {
	questionnaire: Questionnaire
	solutions: Solutions
	/** Whether the version of the questionnaire that was asked for is gone, and this is another one instead. */
	replaced: boolean
	/** The same of the catalogue that it was closed with. */
	catalogueReplaced: boolean
}

/**
 * The questionnaire and the catalogue. A diagnosis finishes on the version that it began with, and once it is closed it
 * is read with the catalogue that it was closed with, as long as this cloud has them; one that came from another cloud
 * may carry its own.
 *
 * @param diagnosis what is read with them; the newest of both when left out
 * @throws {OcsError} when they cannot be read; that a version is gone for good is no failure
 */
export async function loadDiagnosisPacks(diagnosis: Partial<Pick<DiagnosisDocument, 'questionnaire' | 'catalogue' | 'carried'>> = {}): Promise<DiagnosisPacks> {
	const { questionnaire, catalogue, carried = {} } = diagnosis
	const [asked, solutions] = await Promise.all([
		choose<Questionnaire>('questionnaire', questionnaire?.version, carried.questionnaire),
		choose<Solutions>('solutions', catalogue?.version, carried.solutions),
	])
	return { questionnaire: asked.pack, solutions: solutions.pack, replaced: asked.replaced, catalogueReplaced: solutions.replaced }
}

async function choose<Pack extends { readonly version: string }>(name: PackName, wanted: string | undefined, carried: Pack | undefined): Promise<{ pack: Pack, replaced: boolean }> {
	const newest = await loadPack<Pack>(name)
	const isThere = wanted === undefined || newest.version === wanted || carried?.version === wanted
	return choosePack(wanted, { newest, carried, kept: isThere ? null : await ifThere(loadPack<Pack>(name, wanted)) })
}
