/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'

/** A text that is complete in every language. */
export const localisedTextSchema = z.strictObject({
	fr: z.string().trim().min(1).max(2000),
	en: z.string().trim().min(1).max(2000),
})

/** A name that is the same in every language, or one made of words. */
export const localisedNameSchema = z.union([z.string().trim().min(1).max(200), localisedTextSchema])
