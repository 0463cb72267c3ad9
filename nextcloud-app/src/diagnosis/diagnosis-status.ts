/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DocumentSummary } from '@emancipasso/shared/contract/app-documents'

import { closedStatus } from '@emancipasso/shared/diagnosis/closing'
import { t } from '../l10n.ts'

/**
 * Whether every question of a diagnosis was dealt with, closed or not.
 *
 * @param summary a line of the list of diagnoses
 * @param summary.status its word
 */
export function isComplete({ status }: Pick<DocumentSummary, 'status'>): boolean {
	return status === 'done' || status === closedStatus
}

/**
 * How far a diagnosis is: under way until it is closed, in the same words wherever it is listed.
 *
 * @param summary a line of the list of diagnoses
 * @param summary.status its word
 */
export function stateWord({ status }: Pick<DocumentSummary, 'status'>): string {
	if (status === closedStatus) {
		return t('Closed')
	}
	return status === 'done' ? t('Under way, all answered') : t('Under way')
}
