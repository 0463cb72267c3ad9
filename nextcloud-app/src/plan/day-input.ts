/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Between these a plan has its days. A browser tells a day at each digit of its year: 0002, 0020, 0202. */
export const dayLimits = { min: '2000-01-01', max: '2199-12-31' } as const

/**
 * What a field for a day holds; undefined when it was emptied, null while it is no day within the limits.
 *
 * @param event of the field
 */
export function dayIn(event: Event): string | undefined | null {
	const { value, validity } = event.target as HTMLInputElement
	if (value === '') {
		return validity.badInput ? null : undefined
	}
	return value >= dayLimits.min && value <= dayLimits.max ? value : null
}
