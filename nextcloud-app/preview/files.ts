/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { FolderList, SavedFile } from '@emancipasso/shared/contract/app-files'
import type { Router } from 'express'
import type { Call, Handler } from './call.ts'
import type { Store } from './store.ts'

import { fileLimit, NewFile } from '@emancipasso/shared/contract/app-files'
import express from 'express'
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { z } from 'zod'
import { valid } from './call.ts'
import { Problem } from './problem.ts'
import { personOf } from './visitor.ts'

const FolderQuery = z.object({ path: z.string().max(1000).optional() })

/** Longest name of a file or folder, in bytes, as on the disks of most servers. */
const nameLimit = 250

const sentences = {
	folder: { fr: 'Ce dossier n’existe pas ou plus. Choisissez-en un autre.', en: 'This folder does not exist, or no longer does. Choose another one.' },
	name: { fr: 'Ce nom n’est pas possible. Évitez les barres obliques et les noms très longs.', en: 'This name is not possible. Avoid slashes and very long names.' },
	large: { fr: 'Ce fichier est trop grand\u00a0: deux millions d’octets au plus.', en: 'This file is too large: two million bytes at most.' },
} as const

/**
 * The names along a path, none of which leads out of the person's own folder.
 *
 * @param path from the root of the person's files
 * @param field of the request
 * @throws {Problem} invalid-input
 */
function namesOf(path: string, field: string): string[] {
	const names = path.split('/').filter((name) => name !== '')
	for (const name of names) {
		// eslint-disable-next-line no-control-regex -- these are what is looked for
		if (name === '.' || name === '..' || /[\\\u0000-\u001f]/.test(name) || Buffer.byteLength(name) > nameLimit) {
			throw new Problem('invalid-input', { field, sentence: sentences.name })
		}
	}
	return names
}

/**
 * Whether something is a folder; also false when there is nothing.
 *
 * @param path of the disk
 */
function isFolder(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/**
 * The folder of a person's own files, made when it is missing.
 *
 * @param call the request, let through
 */
function ownFolder(call: Pick<Call, 'store' | 'person'>): string {
	const folder = join(call.store.filesFolder, call.person.id)
	mkdirSync(folder, { recursive: true, mode: 0o700 })
	return folder
}

/**
 * Whether a file is over the limit, which has a sentence of its own.
 *
 * @param body of the request
 */
function isTooLarge(body: unknown): boolean {
	return typeof body === 'object' && body !== null && 'content' in body && typeof body.content === 'string' && body.content.length > Math.ceil(fileLimit / 3) * 4
}

/**
 * Writes a new file; a name that is taken gets a number.
 *
 * @param folder of the disk
 * @param name that is wanted
 * @param content its bytes
 * @return the name that it got
 */
function writeNew(folder: string, name: string, content: Buffer): string {
	const ending = extname(name)
	for (let number = 1; ; number++) {
		const tried = number === 1 ? name : `${name.slice(0, name.length - ending.length)} (${number})${ending}`
		try {
			writeFileSync(join(folder, tried), content, { flag: 'wx', mode: 0o600 })
			return tried
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
				throw error
			}
		}
	}
}

/** Handlers of a person's own files, by operation. */
export const fileHandlers: Record<string, Handler> = {
	listFolders(call) {
		const names = namesOf(valid(FolderQuery, call.query).path ?? '/', 'path')
		const folder = join(ownFolder(call), ...names)
		if (!isFolder(folder)) {
			throw new Problem('invalid-input', { field: 'path', sentence: sentences.folder })
		}
		const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)
		const sorted = folders.sort((a, b) => a.localeCompare(b, 'fr', { numeric: true })).slice(0, 1000)
		return { data: { path: `/${names.join('/')}`, folders: sorted } satisfies FolderList }
	},

	saveFile(call) {
		if (isTooLarge(call.body)) {
			throw new Problem('too-large', { field: 'content', sentence: sentences.large })
		}
		const input = valid(NewFile, call.body)
		const names = namesOf(input.folder, 'folder')
		const [name] = namesOf(input.name, 'name')
		const folder = join(ownFolder(call), ...names)
		try {
			mkdirSync(folder, { recursive: true, mode: 0o700 })
		} catch {
			// A part of the path is a file.
			throw new Problem('invalid-input', { field: 'folder', sentence: sentences.folder })
		}
		const path = `/${[...names, writeNew(folder, name!, Buffer.from(input.content, 'base64'))].join('/')}`
		const url = `/index.php/apps/files${path.split('/').map(encodeURIComponent).join('/')}`
		return { status: 201, data: { path, url } satisfies SavedFile }
	},
}

/**
 * What stands for the Files of a Nextcloud: each person can download what they kept.
 *
 * @param store what is kept
 */
export function filesRouter(store: Store): Router {
	const router = express.Router()
	router.get('/*path', (request, response, next) => {
		const person = personOf(request)
		const names = [request.params.path].flat().map(String)
		if (person === undefined) {
			next()
			return
		}
		// As a download: a paper is never a page of the preview itself.
		response.download(join(...names), names.at(-1)!, { root: ownFolder({ store, person }), dotfiles: 'allow' }, (error) => {
			if (error && !response.headersSent) {
				next()
			}
		})
	})
	return router
}
