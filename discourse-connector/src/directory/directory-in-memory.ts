/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DirectoryIndex } from '@emancipasso/shared/directory/search'
import type { PackStore } from './pack-store.ts'

import { ProviderCard } from '@emancipasso/shared/directory/provider'
import { buildDirectoryIndex } from '@emancipasso/shared/directory/search'
import { z } from 'zod'

const DirectoryPack = z.object({ providers: z.array(ProviderCard) })

/** The directory in memory, for searching. */
export interface LoadedDirectory {
	version: string
	index: DirectoryIndex
	cards: ReadonlyMap<string, ProviderCard>
}

/**
 * Keeps the newest version of the directory pack in memory. The version also deals the order, so all processes and all
 * copies answer alike.
 *
 * @param packs where the versions are
 */
export function directoryInMemory(packs: PackStore): () => Promise<LoadedDirectory> {
	let loaded: { version: string, directory: Promise<LoadedDirectory> } | undefined
	return async () => {
		const version = await packs.newestVersion('directory') ?? ''
		if (loaded?.version !== version) {
			loaded = { version, directory: load(packs, version) }
			// A failed load must not be remembered.
			loaded.directory.catch(() => {
				loaded = undefined
			})
		}
		return await loaded.directory
	}
}

/**
 * @param packs where the versions are
 * @param version that exists, or empty for an empty directory
 */
async function load(packs: PackStore, version: string): Promise<LoadedDirectory> {
	const pack = version === '' ? undefined : await packs.read('directory', version)
	const { providers } = pack === undefined ? { providers: [] } : DirectoryPack.parse(JSON.parse(pack.body))
	return { version, index: buildDirectoryIndex(providers, version), cards: new Map(providers.map((card) => [card.id, card])) }
}
