/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Provider, ProviderCard } from './provider.ts'
import type { ProviderReference, ReferenceCard } from './reference.ts'

interface Contact {
	value: string
	consent: string
}

const shown = (contact: Contact | undefined) => contact?.consent === 'listed-contact' ? contact.value : undefined

/**
 * An address of evidence names the association as surely as its name does.
 *
 * @param reference the whole record
 */
function referenceCard(reference: ProviderReference): ReferenceCard {
	const { associationConsent, association, evidence, ...rest } = reference
	return {
		...rest,
		...(associationConsent && association !== undefined ? { association } : {}),
		...(evidence === undefined ? {} : { evidence: associationConsent ? evidence : { kind: evidence.kind } }),
	}
}

/**
 * What anyone may see of a provider: contacts that were agreed to and nothing of the others, associations that agreed to be
 * named, none of the columns kept for interchange.
 *
 * @param provider the whole record
 */
export function publicProvider(provider: Provider): ProviderCard {
	const { contacts, references, ...rest } = provider
	delete rest.sourceFields
	const { socials, ...single } = contacts
	const all = [...Object.values(single), ...socials].filter((contact) => contact !== undefined)
	const [roleEmail, phone, website, form] = [contacts.roleEmail, contacts.phone, contacts.website, contacts.form].map(shown)
	return {
		...rest,
		contacts: {
			...(roleEmail === undefined ? {} : { roleEmail }),
			...(phone === undefined ? {} : { phone }),
			...(website === undefined ? {} : { website }),
			...(form === undefined ? {} : { form }),
			socials: socials.map(shown).filter((value) => value !== undefined),
		},
		hiddenContacts: all.some((contact) => shown(contact) === undefined),
		references: references.map(referenceCard),
	}
}
