/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { plainCharacters } from '@emancipasso/shared/community/plain-characters'
import { Provider } from '@emancipasso/shared/directory/provider'
import { label } from '@emancipasso/shared/vocabulary/vocabularies'
import { contactsOf } from './decide-on-providers.ts'

/**
 * Everything that is known of a provider, for whoever decides about it: what its source wrote cannot move the cursor.
 *
 * @param provider the whole record
 * @return lines
 */
export function renderProvider(provider: Provider): string[] {
	const { id, name, status } = provider
	// The database keeps properties in an order of its own; the schema has the one in which they are read.
	const ordered = Provider.safeParse(provider).data ?? provider
	const rest = Object.fromEntries(Object.entries(ordered).filter(([property]) => !['id', 'name', 'status', 'contacts'].includes(property)))
	const contacts = contactsOf(provider).map(({ kind, value, entry }) => (
		`  ${kind}: ${value} – ${entry.consent === 'listed-contact' ? 'shown' : 'hidden'} (${entry.consent}: ${label('contactConsents', entry.consent, 'en').toLowerCase()})`
	))
	return [
		`# ${name}`,
		`id: ${id}`,
		`status: ${status} (${status === 'listed' ? 'anyone sees it' : 'nobody sees it'})`,
		...leaves(rest),
		contacts.length > 0 ? 'contacts:' : 'contacts: none',
		...contacts,
	].flatMap((line) => plainCharacters(line).split('\n').map((part, index) => index === 0 ? part : `    ${part}`))
}

/**
 * Each value with the way to it; lists of words in one line.
 *
 * @param value of the record
 * @param path names from the outermost on
 */
function leaves(value: unknown, path: readonly string[] = []): string[] {
	if (Array.isArray(value) && value.every((element) => typeof element !== 'object')) {
		return value.length > 0 ? [`${path.join('.')}: ${value.join(', ')}`] : []
	}
	if (typeof value === 'object' && value !== null) {
		return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]))
	}
	return value === undefined ? [] : [`${path.join('.')}: ${String(value)}`]
}
