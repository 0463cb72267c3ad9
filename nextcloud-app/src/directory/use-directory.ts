/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ProviderCard } from '@emancipasso/shared/directory/provider'
import type { DirectoryIndex } from '@emancipasso/shared/directory/search'

import { buildDirectoryIndex } from '@emancipasso/shared/directory/search'
import { ref, shallowRef } from 'vue'
import { messageFor } from '../ocs.ts'
import { hasPack, loadPack } from '../packs/packs.ts'

interface DirectoryPack {
	version: string
	providers: ProviderCard[]
}

const index = shallowRef<DirectoryIndex | null>(null)
const problem = ref<string | null>(null)

/** The directory in the app's own copy: nothing that people search for leaves their browser. */
export function useDirectory() {
	async function load(): Promise<void> {
		problem.value = null
		try {
			// Before the first contact with a connector there is no directory at all, which is no error.
			const pack = hasPack('directory') ? await loadPack<DirectoryPack>('directory') : { version: '', providers: [] }
			index.value ??= buildDirectoryIndex(pack.providers, pack.version)
		} catch (error) {
			problem.value = messageFor(error)
		}
	}
	return { index, problem, load }
}
