/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Organisation, Start } from '@emancipasso/shared/contract/app-api'

import { loadState } from '@nextcloud/initial-state'
import { computed, ref, shallowRef } from 'vue'
import { messageFor, ocs } from '../ocs.ts'

// Nextcloud puts it into the page, which saves a call.
const start = shallowRef<Start | null>(loadState<Start | null>('emancipasso', 'start', null))
const problem = ref<string | null>(null)
const key = 'emancipasso:organisation'
const freshFor = 120_000
// A notification, a search or the dashboard leads to one organisation's page, whichever was looked at last.
const chosen = ref<string | null>(new URLSearchParams(location.search).get('organisation') ?? remembered())
let loadedAt = start.value ? Date.now() : 0

/** Who the user is, for which organisation they act, and how the connector is. One copy for the whole page. */
export function useStart() {
	const organisation = computed<Organisation | null>(() => {
		const all = start.value?.organisations ?? []
		return all.find(({ id }) => id === chosen.value) ?? all[0] ?? null
	})

	async function load(): Promise<void> {
		problem.value = null
		loadedAt = Date.now()
		try {
			start.value = await ocs<Start>('GET', '/start')
		} catch (error) {
			problem.value = messageFor(error)
		}
	}

	/** Looks again now and then, so that a page that stays open says how the connector is. */
	async function refresh(): Promise<void> {
		if (Date.now() - loadedAt > freshFor) {
			await load()
		}
	}

	function choose(id: string): void {
		chosen.value = id
		try {
			localStorage.setItem(key, id)
		} catch {
			// Then the choice lasts as long as the page.
		}
	}

	return { start, problem, organisation, load, refresh, choose }
}

/** The organisation of a page that is only shown when there is one. */
export function useOrganisation(): Organisation {
	const { organisation } = useStart()
	if (!organisation.value) {
		throw new Error('This page needs an organisation')
	}
	return organisation.value
}

function remembered(): string | null {
	try {
		return localStorage.getItem(key)
	} catch {
		return null
	}
}
