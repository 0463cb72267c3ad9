/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '../language/localised-text.ts'

/** One term of a controlled vocabulary: the id is stored and exchanged, the label is shown. */
export interface VocabularyEntry {
	readonly id: string
	readonly label: LocalisedText
}
