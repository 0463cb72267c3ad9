/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'

/** The version of a pack: that of its data, and a piece of their hash where a program made a pack of them. */
export const packVersion = z.string().regex(/^\d+\.\d+\.\d+(?:\.[0-9a-f]{8})?$/)

/**
 * The schema of data as they stand in a pack, which has its own name and version in them.
 *
 * @param data schema of the data
 */
export function carriedPack<Shape extends { version: z.ZodString }>(data: z.ZodObject<Shape, z.core.$strict>) {
	return data.extend({ version: packVersion, name: z.string().max(60).optional() })
}
