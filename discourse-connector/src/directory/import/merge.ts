/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Provider } from '@emancipasso/shared/directory/provider'
import type { StoredProvider } from '../directory-store.ts'

import { isDeepStrictEqual } from 'node:util'

/** What to do with an imported provider. */
export type Merged = { save: Provider, isNew: boolean } | { same: true } | { leftOut: string }

/**
 * Joins an imported provider with the one that is there: an import never lists nor un-lists anyone, never shows a contact
 * nor forgets a consent that was given for the same contact, and never goes back in time.
 *
 * @param stored the one with the same id, if any
 * @param imported the new one
 */
export function mergeImported(stored: StoredProvider | undefined, imported: Provider): Merged {
	if (!stored) {
		return { save: imported, isNew: true }
	}
	if (stored.status === 'withdrawn' || stored.document === null) {
		return { leftOut: 'it was withdrawn from the directory and is not taken again' }
	}
	const { document } = stored
	if (imported.updatedAt < document.updatedAt) {
		return { leftOut: `it is of ${imported.updatedAt}, older than what the directory has (${document.updatedAt})` }
	}
	const save: Provider = { ...imported, status: stored.status, contacts: withConsents(imported.contacts, document.contacts) }
	if (save.confirmedAt === undefined && document.confirmedAt !== undefined) {
		save.confirmedAt = document.confirmedAt
	}
	return isDeepStrictEqual(save, document) ? { same: true } : { save, isNew: false }
}

/**
 * @param contacts the new ones
 * @param known those with what was agreed to
 */
function withConsents(contacts: Provider['contacts'], known: Provider['contacts']): Provider['contacts'] {
	const everyKnown = [known.roleEmail, known.phone, known.website, known.form, ...known.socials]
	const agreed = new Map(everyKnown.flatMap((contact) => contact ? [[contact.value, contact.consent] as const] : []))
	const keep = <Contact extends Provider['contacts']['socials'][number]>(contact: Contact): Contact => (
		// “Not asked” says nothing; an answer that the file has is newer than ours.
		contact.consent === 'didnotask' ? { ...contact, consent: agreed.get(contact.value) ?? contact.consent } : contact
	)
	const { roleEmail, phone, website, form, socials } = contacts
	return {
		...(roleEmail ? { roleEmail: keep(roleEmail) } : {}),
		...(phone ? { phone: keep(phone) } : {}),
		...(website ? { website: keep(website) } : {}),
		...(form ? { form: keep(form) } : {}),
		socials: socials.map(keep),
	}
}
