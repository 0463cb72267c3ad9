/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DiagnosisDocument } from '../../diagnosis/answers.ts'
import type { IdentifiedInventoryLine } from '../../diagnosis/diagnosis-document.ts'
import type { Language } from '../../language/localised-text.ts'
import type { Action } from '../../plan/action.ts'
import type { Names, PaperContext, PlannedAction, ReadDiagnosis } from '../context.ts'

import { setAsideRules } from '../../diagnosis/decisions.ts'
import { evaluate } from '../../diagnosis/evaluate.ts'
import { evaluated, questionnaire, reference, solutions } from '../../diagnosis/testing/reference-data.ts'

export const names: Names = { questionnaire, solutions }

/**
 * A context of a day in March.
 *
 * @param language the reader's language
 */
export function contextIn(language: Language): PaperContext {
	return { language, organisation: 'Les Amis du quartier', date: '2026-03-01', appVersion: '0.2.0' }
}

/**
 * A full diagnosis of one of the reference associations.
 *
 * @param id of the association
 * @param form short or full
 */
export function diagnosisOf(id = 'local-currency', form: 'short' | 'full' = 'full'): ReadDiagnosis & { lines: IdentifiedInventoryLine[] } {
	const association = reference.associations.find((one) => one.id === id)!
	const [first, second, third] = evaluated(association.answers, association.inventory, form).recommendations.now.map(({ rule }) => rule.id)
	const decisions: DiagnosisDocument['decisions'] = {
		...first ? { [first]: { decision: 'accepted', at: '2026-02-20' } } : {},
		...second ? { [second]: { decision: 'later', reason: 'Pas avant le déménagement', until: '2026-09-01', at: '2026-02-20' } } : {},
		...third ? { [third]: { decision: 'refused', reason: 'Trop petit pour cela', at: '2026-02-20' } } : {},
	}
	const evaluation = evaluate({ questionnaire, solutions, answers: association.answers, inventory: association.inventory, form, decided: setAsideRules(decisions, '2026-03-01') })
	return {
		title: 'Diagnostic du 12 février 2026',
		date: '2026-02-12',
		questionnaire,
		evaluation,
		document: { form, method: 'group', decisions },
		respondents: 7,
		lines: association.inventory.map((line, position) => ({ ...line, id: `line-${position}`, position })),
	}
}

/**
 * An action of a plan, complete but for what is not said.
 *
 * @param number makes its id
 * @param action what is said of it
 * @param ownerName what people call its owner
 */
export function planned(number: number, action: Partial<Action> & Pick<Action, 'title' | 'status'>, ownerName = ''): PlannedAction {
	return {
		id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
		action: { schemaVersion: 1, checklist: {}, ...action },
		ownerName,
		revision: number,
		updatedAt: '2026-02-20T09:30:00.000Z',
	}
}

/** A plan in which every kind of status has its place. */
export const actions: readonly PlannedAction[] = [
	planned(1, {
		title: 'Passer les fichiers de Google Drive à Nextcloud',
		status: 'partial',
		step: 'process-adaptation',
		startDate: '2026-03-02',
		dueDate: '2026-06-30',
		effort: 'l',
		cost: 240,
		people: 'le groupe numérique',
		description: 'D’abord les documents publics, ensuite les documents internes.',
		risks: 'Des liens partagés ne marcheront plus.',
		wayBack: 'L’ancien espace reste lisible pendant six mois.',
		checklist: { a: { text: 'Trier les documents', done: true, position: 1 }, b: { text: 'Prévenir tout le monde', done: false, position: 2 } },
		migration: { line: 'line-0', use: 'files', from: 'google-drive', to: 'nextcloud-files' },
	}, 'Camille'),
	planned(2, { title: 'Essayer OnlyOffice à trois', status: 'testing', dueDate: '2026-04-15', effort: 'm', migration: { line: 'line-2', use: 'office', from: 'google-docs', to: '' } }, 'Dominique'),
	planned(3, { title: 'Garder le logiciel de monnaie', status: 'kept', reason: 'Trop risqué de changer cette année', reviewDate: '2027-01-15' }),
	planned(4, { title: 'Faire une sauvegarde', status: 'done', dueDate: '2026-02-01' }, 'Camille'),
	planned(5, { title: 'Idée sans date', status: 'idea' }),
]
