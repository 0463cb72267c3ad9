/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { HistoryEntry } from '../contract/app-documents.ts'

/**
 * When an answer of a diagnosis was last changed. What is decided about its advice, its name, and closing it do not
 * make its answers younger.
 *
 * @param history its past saves, newest first
 * @param closedAt when it was closed, ISO 8601; its answers are no younger, also where it was brought in from elsewhere later
 * @return ISO 8601; null when neither tells
 */
export function answersDate(history: readonly Pick<HistoryEntry, 'at' | 'patch'>[], closedAt?: string): string | null {
	const changed = history.find(({ patch }) => 'answers' in patch)?.at
	return [changed, closedAt].filter((instant) => instant !== undefined).sort()[0] ?? null
}
