/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { readFileSync } from 'node:fs'

const file = new URL('../../../nextcloud-app/l10n/fr.json', import.meta.url)
const { translations } = JSON.parse(readFileSync(file, 'utf8')) as { translations: Record<string, string | string[]> }

/**
 * A text of the screens as French readers see it.
 *
 * @param text the English text, which is the key
 * @param values what stands for the `{names}` in it
 * @throws {Error} when it has no French, so that a renamed text is noticed here
 */
export function french(text: string, values: Record<string, string> = {}): string {
	const found = translations[text]
	if (typeof found !== 'string') {
		throw new Error(`l10n/fr.json has no “${text}”.`)
	}
	return found.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
