/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DocumentSummary } from '../contract/app-documents.ts'

/**
 * When the answers of a diagnosis were last changed. What is decided about its advice, its name, and closing it do not
 * make its answers younger. Where that was never noted it is when the whole was last changed.
 *
 * @param stored the diagnosis as its store tells of it
 * @param closedAt when it was closed, ISO 8601; its answers are no younger, also where it was brought in from elsewhere later
 * @return ISO 8601
 */
export function answersDate(stored: Pick<DocumentSummary, 'answeredAt' | 'updatedAt'>, closedAt?: string): string {
	const changed = stored.answeredAt ?? stored.updatedAt
	return closedAt !== undefined && closedAt < changed ? closedAt : changed
}
