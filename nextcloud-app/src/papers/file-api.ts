/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { FolderList, NewFile, SavedFile } from '@emancipasso/shared/contract/app-files'

import { ocs } from '../ocs.ts'

const path = (organisation: string, what: string) => `/organisations/${encodeURIComponent(organisation)}/${what}`

/**
 * The folders in a folder of the user's own files.
 *
 * @param organisation id
 * @param folder such as `/Association`
 */
export function listFolders(organisation: string, folder: string): Promise<FolderList> {
	return ocs('GET', path(organisation, 'folders'), { query: { path: folder } })
}

/**
 * Keeps a file in the user's own files; a name that is taken gets a number.
 *
 * @param organisation id
 * @param file with its bytes in base64
 */
export function saveFile(organisation: string, file: NewFile): Promise<SavedFile> {
	return ocs('POST', path(organisation, 'files'), { body: file })
}

/**
 * Bytes in base64. In pieces, since a call takes only so many arguments.
 *
 * @param bytes any
 */
export function base64(bytes: Uint8Array): string {
	let text = ''
	for (let at = 0; at < bytes.length; at += 8192) {
		text += String.fromCharCode(...bytes.subarray(at, at + 8192))
	}
	return btoa(text)
}
