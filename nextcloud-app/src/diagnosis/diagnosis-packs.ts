/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

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
 * The questionnaire and the catalogue. A diagnosis finishes on the version that it began with, as long as this cloud still has it.
 *
 * @param version of the questionnaire; the newest when left out
 * @throws {OcsError} when they cannot be read; that a version is gone for good is no failure
 */
export async function loadDiagnosisPacks(version?: string): Promise<DiagnosisPacks> {
	const [newest, solutions] = await Promise.all([loadPack<Questionnaire>('questionnaire'), loadPack<Solutions>('solutions')])
	if (version === undefined || version === newest.version) {
		return { questionnaire: newest, solutions, replaced: false }
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
