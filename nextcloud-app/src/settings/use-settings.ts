/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AdminSettings, ConnectionTest, Group, Start } from '@emancipasso/shared/contract/app-api'

import { reactive, ref, shallowRef } from 'vue'
import { t } from '../l10n.ts'
import { messageFor, ocs } from '../ocs.ts'

/** The settings of the administrator. The token goes in and never comes out. */
export function useSettings() {
	const kept = shallowRef<AdminSettings | null>(null)
	const start = shallowRef<Start | null>(null)
	const groups = shallowRef<Group[]>([])
	const test = shallowRef<ConnectionTest | null>(null)
	const problem = ref<string | null>(null)
	const saved = ref<string | null>(null)
	const busy = ref(false)
	const form = reactive({ connectorUrl: '', token: '', allowedGroups: [] as string[] })

	function accept(settings: AdminSettings): void {
		kept.value = settings
		Object.assign(form, { connectorUrl: settings.connectorUrl, token: '', allowedGroups: [...settings.allowedGroups] })
	}

	async function attempt(action: () => Promise<void>): Promise<boolean> {
		busy.value = true
		problem.value = null
		saved.value = null
		try {
			await action()
			return true
		} catch (error) {
			problem.value = messageFor(error)
			return false
		} finally {
			busy.value = false
		}
	}

	async function readStart(): Promise<void> {
		start.value = await ocs<Start>('GET', '/start')
		groups.value = start.value.groups
	}

	async function write(): Promise<void> {
		const { connectorUrl, token, allowedGroups } = form
		accept(await ocs<AdminSettings>('PUT', '/settings', { body: { connectorUrl: connectorUrl.trim(), allowedGroups, ...(token ? { token } : {}) } }))
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
		load: () => attempt(async () => {
			accept(await ocs<AdminSettings>('GET', '/settings'))
			await readStart()
		}),
		save: () => attempt(async () => {
			await write()
			saved.value = t('Saved')
		}),
		/** Saves first: what is tested is what stands in the fields. */
		tryConnection: () => attempt(async () => {
			test.value = null
			await write()
			test.value = await ocs<ConnectionTest>('POST', '/settings/test')
		}),
		refresh: () => attempt(async () => {
			await ocs('POST', '/packs/refresh')
			await readStart()
			saved.value = t('The reference data is up to date.')
		}),
	}
}
