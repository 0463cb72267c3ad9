/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** One measured figure beside what it is compared with. */
export interface Result {
	metric: string
	value: number
	unit: string
	/** What the value is compared with, in the same unit; null when there is only an aim. */
	baseline: number | null
	/** value over baseline; null without a baseline. */
	ratio: number | null
	/** What is hoped for, in words. */
	aim: string
	ok: boolean
}

/**
 * @param values at least one
 * @param share 0.5 for the median, 0.99 for the 99th percentile
 * @return the smallest value that is not below that share of the values
 */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b)
	const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]
	if (value === undefined) {
		throw new Error('no values were measured')
	}
	return value
}
