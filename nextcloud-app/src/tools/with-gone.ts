/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IdentifiedInventoryLine } from '@emancipasso/shared/diagnosis/diagnosis-document'

/**
 * Lines with the one that was taken off last, in its old place.
 *
 * @param lines in order
 * @param gone null for none
 */
export function withGone(lines: readonly IdentifiedInventoryLine[], gone: IdentifiedInventoryLine | null): readonly IdentifiedInventoryLine[] {
	if (!gone || lines.some(({ id }) => id === gone.id)) {
		return lines
	}
	const at = lines.findIndex(({ position }) => position > gone.position)
	return lines.toSpliced(at < 0 ? lines.length : at, 0, gone)
}
