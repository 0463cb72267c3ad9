/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * Whether answers are among what is saved.
 *
 * @param written a new document, or the patch of one
 */
export function holdsAnswers(written: Record<string, unknown>): boolean {
	const { answers } = written
	return typeof answers === 'object' && answers !== null && Object.keys(answers).length > 0
}
