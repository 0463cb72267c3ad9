/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DocumentSummary } from '@emancipasso/shared/contract/app-documents'
import type { Workshop } from '@emancipasso/shared/contract/app-workshop'

import { closedStatus } from '@emancipasso/shared/diagnosis/closing'
import { readWorkshop } from './workshop-api.ts'

/** In so many of the diagnoses that are under way a workshop is looked for. */
const lookedAt = 3

/**
 * The workshops of the newest diagnoses that are under way, by id of the diagnosis. What cannot be read is left out: a
 * page stands without them.
 *
 * @param organisation id
 * @param diagnoses newest first
 */
export async function findWorkshops(organisation: string, diagnoses: readonly DocumentSummary[]): Promise<ReadonlyMap<string, Workshop>> {
	const underWay = diagnoses.filter(({ status }) => status !== closedStatus).slice(0, lookedAt)
	const found = await Promise.all(underWay.map(async ({ id }) => [id, await readWorkshop(organisation, id).catch(() => null)] as const))
	return new Map(found.flatMap(([id, workshop]) => workshop ? [[id, workshop]] : []))
}
