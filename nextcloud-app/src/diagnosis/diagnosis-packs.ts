/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PackName } from '@emancipasso/shared/contract/connector-input'
import type { DiagnosisDocument } from '@emancipasso/shared/diagnosis/answers'
import type { Questionnaire } from '@emancipasso/shared/diagnosis/questionnaire'
import type { Solutions } from '@emancipasso/shared/plan/solution'

import { OcsError } from '../ocs.ts'
import { loadPack } from '../packs/packs.ts'

/** What a diagnosis is read with. */
export interface DiagnosisPacks {
	questionnaire: Questionnaire
	solutions: Solutions
	/** Whether the version that was asked for is gone, and this is the newest one instead. */
	replaced: boolean
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
		version<Questionnaire>('questionnaire', questionnaire?.version, carried.questionnaire),
		version<Solutions>('solutions', catalogue?.version, carried.solutions),
	])
	return { questionnaire: asked.pack, solutions: solutions.pack, replaced: asked.replaced }
}

/**
 * One version of a pack: the cloud's own, or what is carried, or the newest instead.
 *
 * @param name which pack
 * @param wanted version; left out for what is carried, or else the newest
 * @param carried what the diagnosis brought along
 */
async function version<Pack extends { readonly version: string }>(name: PackName, wanted: string | undefined, carried: Pack | undefined): Promise<{ pack: Pack, replaced: boolean }> {
	if (wanted === undefined) {
		return { pack: carried ?? await loadPack<Pack>(name), replaced: false }
	}
	const newest = await loadPack<Pack>(name)
	const here = [newest, carried].find((pack) => pack?.version === wanted)
	if (here) {
		return { pack: here, replaced: false }
	}
	try {
		return { pack: await loadPack<Pack>(name, wanted), replaced: false }
	} catch (error) {
		if (carried) {
			return { pack: carried, replaced: false }
		}
		if (!(error instanceof OcsError) || error.status !== 404) {
			throw error
		}
		return { pack: newest, replaced: true }
	}
}
