/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

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
 * The questionnaire and the catalogue. A diagnosis finishes on the version that it began with, as long as this cloud still
 * has it; one that came from another cloud may carry its own.
 *
 * @param version of the questionnaire; the newest when left out
 * @param carried what the diagnosis brought along
 * @throws {OcsError} when they cannot be read; that a version is gone for good is no failure
 */
export async function loadDiagnosisPacks(version?: string, carried: DiagnosisDocument['carried'] = {}): Promise<DiagnosisPacks> {
	const [newest, catalogue] = await Promise.all([loadPack<Questionnaire>('questionnaire'), loadPack<Solutions>('solutions')])
	const solutions = carried.solutions ?? catalogue
	if (version === undefined || version === newest.version) {
		return { questionnaire: newest, solutions, replaced: false }
	}
	if (carried.questionnaire) {
		return { questionnaire: carried.questionnaire, solutions, replaced: false }
	}
	try {
		return { questionnaire: await loadPack<Questionnaire>('questionnaire', version), solutions, replaced: false }
	} catch (error) {
		if (!(error instanceof OcsError) || error.status !== 404) {
			throw error
		}
		return { questionnaire: newest, solutions, replaced: true }
	}
}
