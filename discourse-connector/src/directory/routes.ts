/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Router } from 'express'
import type { Database } from '../platform/database.ts'

import express from 'express'
import { directoryInMemory } from './directory-in-memory.ts'
import { listPacks, readPack } from './pack-routes.ts'
import { PackStore } from './pack-store.ts'
import { readProvider, searchProviders } from './provider-routes.ts'

/**
 * The reference data, for anyone: packs and the directory. Mount it at the base of the API.
 *
 * @param database where it is; `publishPacks` must have run
 */
export function directoryRoutes(database: Pick<Database, 'kysely'>): Router {
	const packs = new PackStore(database)
	const directory = directoryInMemory(packs)
	const router = express.Router()
	router.get('/packs', listPacks(packs))
	router.get('/packs/:name/:version', readPack(packs))
	router.get('/providers', searchProviders(directory))
	router.get('/providers/:id', readProvider(directory))
	return router
}
