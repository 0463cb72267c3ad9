/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { inventoryLinesSchema } from '../diagnosis/answers.ts'

/**
 * The living inventory of an organisation: one document, whose lines the page of the tools and every running diagnosis
 * read and write. A map by id, so that two people can write two lines at once.
 */
export const inventoryDocumentSchema = z.object({
	schemaVersion: z.literal(1),
	lines: inventoryLinesSchema,
})

export type InventoryDocument = z.infer<typeof inventoryDocumentSchema>
