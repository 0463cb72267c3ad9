/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'

/** How far the erasure of one need has come on the forum. */
export const NeedErasure = z.object({
	/** `none`: it never was on the forum. `by-hand`: something is left that only a moderator can remove. */
	topic: z.enum(['erased', 'waiting', 'by-hand', 'none']),
	/** What a moderator has to do and where, in words. */
	problem: z.object({ fr: z.string(), en: z.string() }).optional(),
})

export type NeedErasure = z.infer<typeof NeedErasure>
