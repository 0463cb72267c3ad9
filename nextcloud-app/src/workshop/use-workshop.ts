/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Workshop, WorkshopInput } from '@emancipasso/shared/contract/app-workshop'

import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { messageFor } from '../ocs.ts'
import { keepInTab, readFromTab } from '../tab-storage.ts'
import { closeWorkshop, openWorkshop, readWorkshop } from './workshop-api.ts'

/** Milliseconds between two looks at how many have answered. */
const pause = 8_000

const key = (diagnosis: string) => `emancipasso:workshop:${diagnosis}`

/** The secret of a link, and until when that link was to last: each new link has an end of its own. */
interface Made {
	readonly token: string
	readonly until: string
}

/**
 * The workshop of a diagnosis, read again while its link is open. The server keeps only a hash of the link's secret;
 * this tab remembers the secret, so that a reload still shows the address.
 *
 * @param organisation id
 * @param diagnosis id
 */
export function useWorkshop(organisation: string, diagnosis: string) {
	const workshop = shallowRef<Workshop | null>(null)
	const loaded = ref(false)
	const problem = ref<string | null>(null)
	const busy = ref(false)
	const made = shallowRef(readFromTab<Made>(key(diagnosis), 'token', 'until'))
	/** Null where this tab does not know it, or somebody has made another link since. */
	const token = computed(() => made.value !== null && made.value.until === workshop.value?.until ? made.value.token : null)

	async function trying(action: () => Promise<void>): Promise<void> {
		try {
			await action()
			problem.value = null
		} catch (error) {
			problem.value = messageFor(error)
		}
	}

	async function load(): Promise<void> {
		await trying(async () => {
			workshop.value = await readWorkshop(organisation, diagnosis)
			loaded.value = true
		})
	}

	async function changing(action: () => Promise<void>): Promise<void> {
		busy.value = true
		await trying(action)
		busy.value = false
	}

	/**
	 * Opens it, or renews its link.
	 *
	 * @param input how it is held
	 */
	function open(input: WorkshopInput): Promise<void> {
		return changing(async () => {
			const opened = await openWorkshop(organisation, diagnosis, input)
			workshop.value = opened.workshop
			remember({ token: opened.token, until: opened.workshop.until })
		})
	}

	function remember(link: Made | null): void {
		made.value = link
		// Without tab storage the address lasts as long as the page.
		keepInTab(key(diagnosis), link)
	}

	function close(): Promise<void> {
		return changing(async () => {
			workshop.value = await closeWorkshop(organisation, diagnosis)
			remember(null)
		})
	}

	const timer = setInterval(() => {
		if (workshop.value?.open && !busy.value && !document.hidden) {
			void load()
		}
	}, pause)
	onScopeDispose(() => clearInterval(timer))

	return { workshop, loaded, problem, busy, token, load, open, close }
}
