/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PackName } from '@emancipasso/shared/contract/connector-input'
import type { RequestHandler } from 'express'
import type { PackStore } from './pack-store.ts'

import { PackPath } from '@emancipasso/shared/contract/connector-input'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Problem } from '../platform/problem.ts'

const compress = promisify(gzip)
const KEPT_COMPRESSED = 8

interface ServedPack {
	checksum: string
	plain: Buffer
	compressed: Buffer
}

/**
 * `GET /packs`: the newest version of each.
 *
 * @param packs where the versions are
 */
export function listPacks(packs: PackStore): RequestHandler {
	return async (_request, response) => {
		response.set('Cache-Control', 'no-cache').json({ packs: await packs.newest() })
	}
}

/**
 * `GET /packs/{name}/{version}`: the bytes of one version, which never change.
 *
 * @param packs where the versions are
 */
export function readPack(packs: PackStore): RequestHandler {
	const recent = new Map<string, ServedPack>()

	/**
	 * @param name of the pack
	 * @param version of the pack
	 */
	async function find(name: PackName, version: string): Promise<ServedPack> {
		const key = `${name}/${version}`
		const known = recent.get(key)
		if (known) {
			return known
		}
		const stored = await packs.read(name, version)
		if (!stored) {
			throw new Problem('not-found')
		}
		const plain = Buffer.from(stored.body)
		const served = { checksum: stored.checksum, plain, compressed: await compress(plain) }
		recent.set(key, served)
		for (const oldest of [...recent.keys()].slice(0, -KEPT_COMPRESSED)) {
			recent.delete(oldest)
		}
		return served
	}

	return async (request, response) => {
		const path = PackPath.safeParse(request.params)
		if (!path.success) {
			throw new Problem('not-found')
		}
		const { checksum, plain, compressed } = await find(path.data.name, path.data.version)
		const zipped = request.acceptsEncodings('gzip') === 'gzip'
		response.set({
			'Cache-Control': 'public, max-age=31536000, immutable',
			// Two forms of the same content are two things to a cache.
			ETag: zipped ? `"${checksum}-gzip"` : `"${checksum}"`,
			Vary: 'Accept-Encoding',
		}).type('application/json')
		if (request.fresh) {
			response.status(304).end()
			return
		}
		if (zipped) {
			response.set('Content-Encoding', 'gzip')
		}
		response.send(zipped ? compressed : plain)
	}
}
