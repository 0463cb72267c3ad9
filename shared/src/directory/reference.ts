/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { associationSizes } from '../vocabulary/association-sizes.ts'
import { evidenceKinds } from '../vocabulary/evidence-kinds.ts'
import { sectors } from '../vocabulary/sectors.ts'
import { services } from '../vocabulary/services.ts'
import { steps } from '../vocabulary/steps.ts'
import { line, oneOf, providerText, someOf, webAddress } from './fields.ts'

/**
 * An accompaniment already carried out: the proof that a provider accompanies associations and does not only deploy software.
 * The association is named only if it agreed; `descriptor` says who it is without naming it.
 */
export const ProviderReference = z.strictObject({
	association: line(160).optional(),
	associationConsent: z.boolean(),
	descriptor: providerText(200),
	associationSize: oneOf(associationSizes).optional(),
	sector: oneOf(sectors).optional(),
	year: z.int().min(1990).max(2100),
	steps: someOf(steps),
	services: someOf(services),
	changes: z.array(z.strictObject({ from: line(80), to: line(80) })).max(20).default([]),
	summary: providerText(1500),
	evidence: z.strictObject({ kind: oneOf(evidenceKinds), url: webAddress.optional() }).optional(),
}).meta({ id: 'ProviderReference' })
export type ProviderReference = z.infer<typeof ProviderReference>

/** A reference as the public sees it. */
export const ReferenceCard = ProviderReference.omit({ associationConsent: true }).meta({ id: 'ReferenceCard' })
export type ReferenceCard = z.infer<typeof ReferenceCard>
