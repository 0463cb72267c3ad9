/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'

const Counts = z.record(z.string(), z.int().nonnegative())

/** How many providers each value of a filter would leave, the other filters staying as they are. */
export const Facets = z.object({
	service: Counts,
	associationSize: Counts,
	modality: Counts,
	country: Counts,
	region: Counts,
}).meta({ id: 'Facets' })
export type Facets = z.infer<typeof Facets>
