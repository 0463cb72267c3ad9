/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { ProviderCard } from './provider.ts'
import { searchedFields } from './search-text.ts'

/** A provider as a search over HTTP answers it. */
export const FoundProviderCard = ProviderCard.extend({
	/** From the postcode asked for, as the crow flies. */
	distanceKm: z.number().nonnegative().optional(),
	/** Where the words of the query were found, in lower case and without accents. */
	matched: z.array(z.object({ field: z.enum(searchedFields), words: z.array(z.string()) })),
}).meta({ id: 'FoundProviderCard' })
export type FoundProviderCard = z.infer<typeof FoundProviderCard>
