/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Provider } from '@emancipasso/shared/directory/provider'
import type { ContactConsent } from '@emancipasso/shared/vocabulary/contact-consents'
import type { Database } from '../platform/database.ts'
import type { StoredProvider } from './directory-store.ts'

import { DirectoryStore } from './directory-store.ts'
import { publishDirectory } from './packs.ts'

/** What became of a provider that was to be listed, unlisted or removed; a withdrawn one asked to be left out for good. */
export type Decided = 'done' | 'already' | 'unknown' | 'withdrawn'

/** What a person can decide about providers. */
export const decisions = ['list', 'unlist', 'remove'] as const

/**
 * Decides about providers, in a new version of the directory: `list` shows them, `unlist` hides them until they are listed
 * again, `remove` forgets everything but their id, so that no import brings them back.
 *
 * @param database where they are
 * @param decision for all of them
 * @param ids of providers
 * @return by id, each once, in their order
 */
export async function decideOnProviders(database: Pick<Database, 'kysely'>, decision: typeof decisions[number], ids: readonly string[]): Promise<Map<string, Decided>> {
	return await database.kysely.transaction().execute(async (transaction) => {
		const store = new DirectoryStore(transaction)
		const stored = await store.byIds(ids)
		const result = new Map(ids.map((id) => [id, outcomeOf(decision, stored.get(id))]))
		const changed = [...result].filter(([, outcome]) => outcome === 'done').map(([id]) => id)
		await (decision === 'remove' ? store.forget(changed) : store.setStatus(changed, decision === 'list' ? 'listed' : 'suspended'))
		await publishDirectory(transaction)
		return result
	})
}

/**
 * @param decision about it
 * @param provider if there is one
 */
function outcomeOf(decision: typeof decisions[number], provider: StoredProvider | undefined): Decided {
	if (!provider) {
		return 'unknown'
	}
	if (provider.document === null || provider.status === 'withdrawn') {
		return decision === 'remove' && provider.document === null ? 'already' : 'withdrawn'
	}
	const isSo = { list: provider.status === 'listed', unlist: provider.status !== 'listed', remove: false }[decision]
	return isSo ? 'already' : 'done'
}

/**
 * Records what the owner of a contact allowed.
 *
 * @param database where the provider is
 * @param id of the provider
 * @param contact `email`, `phone`, `website` or `form`, the contact itself as it is written, or `all`
 * @param consent what was allowed
 * @return the contacts that it now holds for, as written; undefined when there is no such provider
 */
export async function recordConsent(database: Pick<Database, 'kysely'>, id: string, contact: string, consent: ContactConsent): Promise<string[] | undefined> {
	return await database.kysely.transaction().execute(async (transaction) => {
		const store = new DirectoryStore(transaction)
		const provider = (await store.byIds([id])).get(id)
		if (!provider?.document) {
			return undefined
		}
		const document = structuredClone(provider.document)
		const meant = contactsOf(document).filter(({ kind, value }) => [kind, value, 'all'].includes(contact))
		meant.forEach(({ entry }) => {
			entry.consent = consent
		})
		await store.save(meant.length > 0 ? [document] : [])
		await publishDirectory(transaction)
		return meant.map(({ value }) => value)
	})
}

/**
 * The contacts of a provider, each with the word for its kind.
 *
 * @param provider the whole record
 */
export function contactsOf(provider: Provider) {
	const { roleEmail, phone, website, form, socials } = provider.contacts
	const all = [['email', roleEmail], ['phone', phone], ['website', website], ['form', form], ...socials.map((social) => ['social', social] as const)] as const
	return all.flatMap(([kind, entry]) => entry ? [{ kind, value: entry.value, entry }] : [])
}
