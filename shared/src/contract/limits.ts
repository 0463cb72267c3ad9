/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Largest document, in bytes of JSON text. */
export const documentLimit = 1_000_000

/** Largest paper, in bytes. */
export const fileLimit = 2_000_000
