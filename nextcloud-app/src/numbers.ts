/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { getCanonicalLocale } from '@nextcloud/l10n'

/**
 * An amount in words: 1 200 €, 12,50 €. Cents only where there are some.
 *
 * @param amount in euros
 */
export function euros(amount: number): string {
	return new Intl.NumberFormat(getCanonicalLocale(), { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' }).format(amount)
}
