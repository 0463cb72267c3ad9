/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AdminSettings, ConnectionTest, Group, Start } from '@emancipasso/shared/contract/app-api'

import { reactive, ref, shallowRef } from 'vue'
import { t } from '../l10n.ts'
import { messageFor, ocs, OcsError } from '../ocs.ts'

/** Why an organisation was not given to groups, and the field that is at fault. */
export interface Refusal {
	organisation: string
	field: string
	message: string
}

/** The settings of the administrator. The token goes in and never comes out. */
export function useSettings() {
	const kept = shallowRef<AdminSettings | null>(null)
	const start = shallowRef<Start | null>(null)
	const groups = shallowRef<Group[]>([])
	const test = shallowRef<ConnectionTest | null>(null)
	const problem = ref<string | null>(null)
	const saved = ref<string | null>(null)
	/** What became of an organisation that had lost a group. */
	const settled = ref<string | null>(null)
	const refusal = shallowRef<Refusal | null>(null)
	const busy = ref(false)
	/** The connector that is set still holds something: the words of the server, until one says to leave it there. */
	const leftBehind = ref<string | null>(null)
	const form = reactive({ connectorUrl: '', token: '', allowedGroups: [] as string[] })

	let last = async (): Promise<void> => {}

	function accept(settings: AdminSettings): void {
		kept.value = settings
		Object.assign(form, { connectorUrl: settings.connectorUrl, token: '', allowedGroups: [...settings.allowedGroups] })
	}

	async function attempt(action: () => Promise<void>): Promise<boolean> {
		last = action
		busy.value = true
		problem.value = null
		saved.value = null
		settled.value = null
		refusal.value = null
		leftBehind.value = null
		try {
			await action()
			return true
		} catch (error) {
			const message = messageFor(error)
			if (error instanceof OcsError && error.problem === 'left-behind') {
				leftBehind.value = message
			} else {
				problem.value = message
			}
			return false
		} finally {
			busy.value = false
		}
	}

	async function readStart(): Promise<void> {
		start.value = await ocs<Start>('GET', '/start')
		groups.value = start.value.groups
	}

	/** Saves what stands in the fields. Joined to another connector, it tries the connection and fetches the directory at once. */
	async function write(leaveBehind: boolean): Promise<void> {
		const { connectorUrl, token, allowedGroups } = form
		const before = kept.value?.connectorUrl
		const body = { connectorUrl: connectorUrl.trim(), allowedGroups, ...(token ? { token } : {}), ...(leaveBehind ? { leaveBehind } : {}) }
		accept(await ocs<AdminSettings>('PUT', '/settings', { body }))
		saved.value = t('Saved')
		if (kept.value?.tokenSet && (token || kept.value.connectorUrl !== before)) {
			await join()
		}
	}

	async function join(): Promise<void> {
		test.value = await ocs<ConnectionTest>('POST', '/settings/test')
		if (test.value.ok) {
			await fetchPacks()
		}
	}

	async function fetchPacks(): Promise<void> {
		const { complete } = await ocs<{ complete: boolean }>('POST', '/packs/refresh')
		await readStart()
		if (!complete) {
			problem.value = t('The directory could not be fetched. The background job tries again every quarter of an hour.')
		} else {
			saved.value = t('The reference data is up to date.')
		}
	}

	async function answerMove(answer: 'original' | 'copy'): Promise<void> {
		accept(await ocs<AdminSettings>('POST', '/settings/move', { body: { answer } }))
		saved.value = answer === 'original' ? t('This place is remembered. Publishing works again.') : t('This copy is disconnected.')
		await readStart()
	}

	async function reassign(organisation: string, chosen: object): Promise<void> {
		try {
			kept.value = await ocs<AdminSettings>('PUT', `/settings/organisations/${encodeURIComponent(organisation)}`, { body: { ...chosen } })
		} catch (error) {
			if (error instanceof OcsError && error.field !== null) {
				refusal.value = { organisation, field: error.field, message: error.message }
				return
			}
			throw error
		}
		settled.value = t('The organisation has its groups. They find all that was written.')
	}

	async function purge(organisation: string): Promise<void> {
		const { connector } = await ocs<{ connector: string }>('DELETE', `/settings/organisations/${encodeURIComponent(organisation)}`)
		kept.value = await ocs<AdminSettings>('GET', '/settings')
		settled.value = connector === 'unreachable'
			? t('The organisation is erased here. The connector could not be asked yet: the background job asks again.')
			: t('The organisation is erased.')
	}

	return {
		form,
		kept,
		groups,
		start,
		test,
		problem,
		busy,
		saved,
		settled,
		refusal,
		leftBehind,
		load: () => attempt(async () => {
			accept(await ocs<AdminSettings>('GET', '/settings'))
			await readStart()
		}),
		save: (leaveBehind = false) => attempt(async () => {
			test.value = null
			await write(leaveBehind)
		}),
		/** Saves first: what is tested is what stands in the fields. */
		tryConnection: () => attempt(async () => {
			test.value = null
			await write(false)
			test.value ??= await ocs<ConnectionTest>('POST', '/settings/test')
		}),
		/** What was done last, once more. */
		retry: () => attempt(last),
		refresh: () => attempt(fetchPacks),
		reassign: (organisation: string, chosen: object) => attempt(() => reassign(organisation, chosen)),
		purge: (organisation: string) => attempt(() => purge(organisation)),
		answerMove: (answer: 'original' | 'copy') => attempt(() => answerMove(answer)),
	}
}
