/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Largest document, in bytes of JSON text. */
export const documentLimit = 1_000_000

/**
 * Past saves: how many are kept of a document, and what one answer has room for, which is entries of one document, of all
 * documents of a kind, and bytes of JSON text of their patches.
 */
export const historyLimits = { kept: 500, ofDocument: 100, ofAll: 1000, bytes: 2_000_000 } as const

/** Largest paper, in bytes. */
export const fileLimit = 2_000_000
