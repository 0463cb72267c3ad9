/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

const dayMs = 86_400_000
const fullDays = 183
const noneDays = 731

/**
 * How far a card can still be trusted to be right: 1 for six months, then down in a straight line to 0 at two years.
 *
 * @param day the day of the last change or confirmation, `2026-03-01`
 * @param today the day of the reader
 */
export function freshness(day: string, today: string): number {
	const age = (Date.parse(today) - Date.parse(day)) / dayMs
	return Math.min(1, Math.max(0, (noneDays - age) / (noneDays - fullDays)))
}
