/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Organisation } from '@emancipasso/shared/contract/app-api'

import { getCanonicalLocale } from '@nextcloud/l10n'
import { onMounted, ref } from 'vue'
import { listMembers } from './members.ts'

/** One asks one person; more names than these are a list to read. */
const named = 3

/**
 * Whom a member can ask for what only those do who manage: “Camille or Alix”. Empty for somebody who manages, and where
 * the names cannot be had: what one can do is said without them too.
 *
 * @param organisation of the reader
 */
export function useManagers(organisation: Organisation) {
	const managers = ref('')

	onMounted(async () => {
		if (!organisation.role.manager) {
			try {
				const people = (await listMembers(organisation.id)).filter(({ manager }) => manager)
				managers.value = new Intl.ListFormat(getCanonicalLocale(), { type: 'disjunction' }).format(people.slice(0, named).map(({ displayName }) => displayName))
			} catch {
				// The rest of the page does not need them.
			}
		}
	})

	return managers
}
