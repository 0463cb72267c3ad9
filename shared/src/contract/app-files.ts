/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { fileLimit } from './limits.ts'

export { fileLimit } from './limits.ts'

/** A folder of the user's own files, from its root: `/`, `/Association/Conseil`. */
const FolderPath = z.string().min(1).max(1000).startsWith('/')

/** What a folder holds that a paper can be put into. */
export const FolderList = z.object({ path: FolderPath, folders: z.array(z.string()).max(1000) }).meta({ id: 'FolderList' })
export type FolderList = z.infer<typeof FolderList>

/** A paper to keep. Folders of the path that are missing are made. */
export const NewFile = z.object({
	folder: FolderPath,
	/** With its ending, without a slash. */
	name: z.string().trim().min(1).max(200).regex(/^[^/\\]+$/),
	/** The bytes in base64. */
	content: z.base64().max(Math.ceil(fileLimit / 3) * 4),
}).meta({ id: 'NewFile' })
export type NewFile = z.infer<typeof NewFile>

export const SavedFile = z.object({
	/** Folder and name as they are kept. */
	path: FolderPath,
	/** Address that shows it in Files. */
	url: z.string(),
}).meta({ id: 'SavedFile' })
export type SavedFile = z.infer<typeof SavedFile>
